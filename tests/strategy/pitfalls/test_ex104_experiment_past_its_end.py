from __future__ import annotations

import datetime as dt

from tests.strategies import (
    places,
    proposal,
    strategy,
)
from tests.told import TODAY, known

from custrata.strategy.parts.running.experiment import Experiment, ExperimentState
from custrata.strategy.pitfalls.ex104_experiment_past_its_end import PITFALL


def running(state: ExperimentState = ExperimentState.RUNNING, ends_on: dt.date | None = dt.date(2026, 6, 1)):
    return strategy(experiments=(Experiment(id="x", hypothesis=proposal(), state=state, ends_on=ends_on),))


def test_a_test_that_runs_past_its_last_day_is_found():
    assert places(PITFALL, running(), known()) == ["experiments[x]"]


def test_the_last_day_itself_no_day_and_a_test_that_is_done_are_silent():
    assert places(PITFALL, running(ends_on=TODAY), known()) == []
    assert places(PITFALL, running(ends_on=None), known()) == []
    assert places(PITFALL, running(), known(on=None)) == []
    assert places(PITFALL, running(ExperimentState.DONE), known()) == []
