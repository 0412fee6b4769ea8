from __future__ import annotations

from tests.strategies import (
    PERSON,
    claim,
    findings,
    places,
    proposal,
    strategy,
)
from tests.told import TODAY, known

from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.kr101_key_result_without_base_or_date import PITFALL


def objective(owner: Owner = PERSON, **fields: object):
    result = KeyResult(**{"id": "k", "measure": "csat", **fields})
    return strategy(objectives=(Objective(id="o", statement=proposal(), key_results=(result,), owner=owner),))


def test_what_is_missing_is_named_in_one_finding():
    (found,) = findings(PITFALL, objective())
    assert found.place == "objectives[o].key_results[k]"
    assert found.message == "It has no base and no target and no date."


def test_a_whole_key_result_and_a_draft_are_silent():
    assert places(PITFALL, objective(base=claim(), target=0.8, in_months=12)) == []
    assert places(PITFALL, objective(base=claim(), target=0.8, on=TODAY)) == []
    assert places(PITFALL, objective(Owner(role="head of service"))) == []


def test_a_measure_that_no_data_tell_yet_needs_a_date_only():
    assert places(PITFALL, objective(measure="activation_rate", in_months=12)) == []
    assert places(PITFALL, objective(in_months=12), known(measures=("revenue",))) == []
    assert len(places(PITFALL, objective(in_months=12), known(measures=("csat",)))) == 1
