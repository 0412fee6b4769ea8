from __future__ import annotations

from tests.strategies import (
    PERSON,
    group,
    places,
    proposal,
    proposition,
    strategy,
)

from custrata.strategy.parts.offering.proposition import Promise
from custrata.strategy.parts.papers.profile import Profile
from custrata.strategy.pitfalls.cb102_disqualified_and_served import PITFALL

AWAY = Profile(
    id="p", statement=proposal(owner=PERSON), disqualified=(proposal("No resellers.", owner=PERSON),)
)
PROMISED = proposition("v", group="Resellers", promises=(Promise(id="pr", statement=proposal()),))


def test_a_promise_to_those_turned_away_is_found():
    doc = strategy(groups=(group("Resellers"),), profiles=(AWAY,), propositions=(PROMISED,))
    assert places(PITFALL, doc) == ["propositions[v]"]


def test_others_and_an_empty_proposition_are_silent():
    shops = strategy(
        groups=(group("Shops"),), profiles=(AWAY,), propositions=(proposition("v", group="Shops"),)
    )
    assert places(PITFALL, shops) == []
    empty = proposition("v", group="Resellers")
    assert (
        places(PITFALL, strategy(groups=(group("Resellers"),), profiles=(AWAY,), propositions=(empty,))) == []
    )
    assert places(PITFALL, strategy(profiles=(AWAY,), propositions=(proposition("w"),))) == []
