from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    gap,
    group,
    places,
    proposal,
    proposition,
    strategy,
)

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.pitfalls.sg101_segment_without_activation import PITFALL
from custrata.vocabulary import Intent


def agreed(intent: Intent = Intent.GROW, **fields: object):
    taken = group("a", **fields)
    return taken.model_copy(update={"intent": GroupIntent(intent=intent, owner=PERSON)})


WHOLE = {name: proposal() for name in ("proposition", "service_model", "configuration", "investment")}


def test_what_is_missing_is_named():
    (found,) = findings(PITFALL, strategy(groups=(agreed(service_model=proposal()),)))
    assert found.place == "groups[a]"
    assert "no tag, promise, configuration or investment" in found.message


def test_a_whole_group_is_silent_and_gaps_count_as_said():
    assert places(PITFALL, strategy(groups=(agreed(tag="a", **WHOLE),))) == []
    gaps = {name: gap() for name in WHOLE}
    assert places(PITFALL, strategy(groups=(agreed(tag="a", **gaps),))) == []


def test_a_proposition_of_its_own_is_the_promise():
    rest = {name: part for name, part in WHOLE.items() if name != "proposition"}
    doc = strategy(groups=(agreed(tag="a", **rest),), propositions=(proposition("v", group="a"),))
    assert places(PITFALL, doc) == []


def test_a_draft_and_a_group_to_be_retired_are_silent():
    assert places(PITFALL, strategy(groups=(group("a", Intent.GROW),))) == []
    assert places(PITFALL, strategy(groups=(agreed(Intent.RETIRE),))) == []
