from __future__ import annotations

from tests.strategies import (
    claim,
    gap,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.running.experiment import Experiment, ExperimentDecision, ExperimentState
from custrata.strategy.pitfalls.ex103_result_without_decision import PITFALL


def done(**fields: object):
    whole = {"state": ExperimentState.DONE, "result": claim(), **fields}
    return strategy(experiments=(Experiment(id="x", hypothesis=proposal(), **whole),))


def test_a_result_without_a_decision_is_found():
    assert places(PITFALL, done()) == ["experiments[x]"]


def test_a_decision_a_gap_and_a_running_test_are_silent():
    assert places(PITFALL, done(decision=ExperimentDecision.STOP)) == []
    assert places(PITFALL, done(result=gap())) == []
    assert places(PITFALL, done(result=None)) == []
    assert places(PITFALL, done(state=ExperimentState.RUNNING)) == []
