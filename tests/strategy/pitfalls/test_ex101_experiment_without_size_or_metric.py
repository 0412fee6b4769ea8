from __future__ import annotations

from tests.strategies import (
    findings,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.running.experiment import Experiment, ExperimentState
from custrata.strategy.pitfalls.ex101_experiment_without_size_or_metric import PITFALL


def running(**fields: object):
    state = {"state": ExperimentState.RUNNING, **fields}
    return strategy(experiments=(Experiment(id="x", hypothesis=proposal(), **state),))


def test_a_running_test_without_metric_and_size_is_found_once_and_names_both():
    (found,) = findings(PITFALL, running())
    assert found.place == "experiments[x]"
    assert "metric" in found.message
    assert "size" in found.message


def test_one_that_has_both_and_one_that_is_planned_are_silent():
    assert places(PITFALL, running(metric="csat", n_per_arm=300)) == []
    assert places(PITFALL, running(state=ExperimentState.PLANNED)) == []
    assert len(places(PITFALL, running(metric="csat"))) == 1
