from __future__ import annotations

from tests.strategies import goal, strategy

from custrata.strategy.acting.numbering import free_id, ids_of, next_statement


def test_the_next_statement_comes_after_the_highest_number():
    from custrata.strategy.parts.goal import Goal
    from custrata.strategy.parts.statement import Proposal

    document = strategy(goals=(Goal(id="stay", statement=Proposal(id="P41", text="Stay.")),))
    assert next_statement(document) == "P42"
    assert next_statement(document, "E") == "E01"


def test_an_id_that_is_taken_gets_a_number():
    document = strategy(goals=(goal("decision-call"), goal("decision-call-2")))
    assert free_id(document, "decision", "Call") == "decision-call-3"
    assert free_id(document, "decision", "Wait") == "decision-wait"


def test_ids_of_parts_and_of_their_statements_are_known():
    found = ids_of(strategy(goals=(goal("stay"),)))
    assert "stay" in found
    assert any(name.startswith("P") for name in found)
