from __future__ import annotations

from tests.strategies import (
    PERSON,
    gap,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.papers.profile import Profile
from custrata.strategy.parts.part import Owner
from custrata.strategy.pitfalls.pr101_nobody_turned_away import PITFALL


def profile(name: str = "p", **fields: object) -> Profile:
    return Profile(**{"id": name, "statement": proposal(), "owner": PERSON, **fields})


def test_a_profile_that_excludes_nobody_is_found_once():
    assert places(PITFALL, strategy(profiles=(profile(), profile("q")))) == ["profiles[p]"]


def test_a_word_on_whom_not_to_serve_a_gap_and_a_draft_are_silent():
    away = profile("q", disqualified=(gap(),))
    assert places(PITFALL, strategy(profiles=(profile(), away))) == []
    assert places(PITFALL, strategy(profiles=(profile(statement=gap()),))) == []
    assert places(PITFALL, strategy(profiles=(profile(owner=Owner(role="head of sales")),))) == []
    assert places(PITFALL, strategy()) == []
