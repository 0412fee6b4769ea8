from __future__ import annotations

import numpy as np
import pytest
from tests.buyers import stopping_any_time

from custrata.errors import EstimateError
from custrata.intelligence.buying import ParetoNbd, fit_by_cohort


def test_cohorts_of_one_kind_do_not_differ_and_others_do():
    x, t_x, age = stopping_any_time(6000, seed=61)
    cohort = np.arange(6000) % 2
    alike = fit_by_cohort(ParetoNbd, cohort, x, t_x, age)
    assert (alike.degrees, sorted(alike.models)) == (4, ["0", "1"])
    assert alike.p_value > 0.001
    # The second cohort lives twice as fast.
    fast = np.where(cohort == 1, 0.5, 1.0)
    assert fit_by_cohort(ParetoNbd, cohort, x, t_x * fast, age * fast).p_value < 1e-6


def test_a_cohort_without_a_model_says_why_and_there_is_no_test():
    x, t_x, age = stopping_any_time(3000, seed=62)
    cohort = np.where(x == 0, np.where(np.arange(3000) % 2 == 0, "new", "old"), "old")
    found = fit_by_cohort(ParetoNbd, cohort, x, t_x, age)
    assert "second time" in found.refused["new"]
    assert (found.p_value, found.statistic, sorted(found.models)) == (None, None, ["old"])


def test_every_customer_needs_a_cohort():
    with pytest.raises(EstimateError, match="cohort"):
        fit_by_cohort(ParetoNbd, ["a"], [1, 2], [1, 2], [3, 3])
