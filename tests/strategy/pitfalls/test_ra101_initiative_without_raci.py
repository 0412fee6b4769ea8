from __future__ import annotations

from tests.strategies import (
    PERSON,
    initiative,
    places,
    strategy,
)

from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.pitfalls.ra101_initiative_without_raci import PITFALL

TAKEN = initiative("b", owner=PERSON)


def line(on: str) -> Raci:
    return Raci(id=f"r-{on}", on=on, accountable=PERSON)


def test_a_taken_initiative_without_a_line_is_found():
    doc = strategy(initiatives=(initiative("a"), TAKEN), raci=(line("a"),))
    assert places(PITFALL, doc) == ["initiatives[b]"]


def test_its_own_line_or_that_of_its_goal_is_enough():
    for on in ("b", "stay"):
        doc = strategy(initiatives=(initiative("a"), TAKEN), raci=(line("a"), line(on)))
        assert places(PITFALL, doc) == []


def test_where_no_initiative_has_a_line_and_for_drafts_it_is_silent():
    assert places(PITFALL, strategy(initiatives=(TAKEN,))) == []
    assert places(PITFALL, strategy(initiatives=(TAKEN,), raci=(line("onboarding"),))) == []
    assert places(PITFALL, strategy(initiatives=(initiative("a"), initiative("c")), raci=(line("a"),))) == []
