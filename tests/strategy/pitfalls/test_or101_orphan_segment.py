from __future__ import annotations

from tests.strategies import (
    PERSON,
    gap,
    goal,
    group,
    places,
    proposal,
    proposition,
    strategy,
)

from custrata.strategy.parts.foundation.business import BusinessContext
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.or101_orphan_segment import PITFALL
from custrata.vocabulary import Intent

NAMING = goal(groups=("a",), owner=PERSON)


def test_a_group_without_intent_that_nothing_names_is_found():
    doc = strategy(groups=(group("a", Intent.GROW), group("b")), goals=(NAMING,))
    assert places(PITFALL, doc) == ["groups[b]"]


def test_an_intent_a_name_or_a_key_result_on_its_segment_is_enough():
    result = KeyResult(id="k", measure="csat", segment={"size": "b"})
    read = group("b", segment={"size": "b"})
    for other, parts in (
        (group("b", Intent.RETIRE), {}),
        (group("b"), {"propositions": (proposition("v", group="b"),)}),
        (group("Clubs"), {"business": BusinessContext(challenges=(gap("What clubs are for is open."),))}),
        (read, {"objectives": (Objective(id="o", statement=proposal(), key_results=(result,)),)}),
    ):
        doc = strategy(groups=(group("a", Intent.GROW), other), goals=(NAMING,), **parts)
        assert places(PITFALL, doc) == []


def test_where_nothing_names_groups_or_nothing_is_taken_nobody_can_say():
    groups = (group("a", Intent.GROW), group("b"))
    assert places(PITFALL, strategy(groups=groups, goals=(goal(owner=PERSON),))) == []
    assert places(PITFALL, strategy(groups=groups, goals=(goal(groups=("a",)),))) == []
