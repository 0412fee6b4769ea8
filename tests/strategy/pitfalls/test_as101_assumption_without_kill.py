from __future__ import annotations

from tests.strategies import (
    PERSON,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.pitfalls.as101_assumption_without_kill import PITFALL


def test_an_assumption_that_is_watched_without_consequence_is_found():
    assumed = Assumption(id="a", statement=proposal(), owner=PERSON)
    assert places(PITFALL, strategy(assumptions=(assumed,))) == ["assumptions[a]"]


def test_a_kill_criterion_or_a_draft_is_silent():
    killed = Assumption(id="a", statement=proposal(), owner=PERSON, kill_criterion="Stop the visits.")
    assert places(PITFALL, strategy(assumptions=(killed,))) == []
    assert places(PITFALL, strategy(assumptions=(Assumption(id="a", statement=proposal()),))) == []
