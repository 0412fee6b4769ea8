"""Candidates tried on contracts that they have not seen."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.intelligence.survival.contract_exam import CANDIDATES, check_of, fit_all, marks_of, refit
from custrata.intelligence.survival.contracts import contracts


def watched(life, upto=12, held_out=None):
    held = np.zeros(len(life)) if held_out is None else held_out
    return contracts(np.minimum(life, upto), life <= upto, held, np.ones(len(life)), None)


def different(n, seed):
    rng = np.random.default_rng(seed)
    return rng.geometric(np.maximum(rng.beta(0.8, 3.0, n), 1e-12))


def test_the_mark_is_the_mean_log_likelihood_by_hand():
    rows = watched(np.array([1, 2, 3, 20]), upto=3)
    fitted, refused = fit_all(rows)
    marks = {m.candidate: m for m in marks_of(fitted, refused, rows)}
    # 3 ends in 4 + 3 + 2 contracts at risk.
    by_hand = (3 * np.log(3 / 9) + 6 * np.log(6 / 9)) / 4
    assert marks["constant rate"].value == pytest.approx(by_hand)


def test_customers_who_differ_are_not_told_best_by_one_rate():
    fitted, refused = fit_all(watched(different(3000, seed=1)))
    marks = marks_of(fitted, refused, watched(different(3000, seed=2)))
    assert [m.candidate for m in marks] == list(CANDIDATES)
    behind = {m.candidate: m.behind for m in marks if m.behind is not None}
    assert min(behind.values()) == 0
    assert behind["constant rate"] > 5 * behind["sBG"]


def test_a_candidate_without_estimate_keeps_its_reason():
    life = np.random.default_rng(1).geometric(0.2, 2000)
    fitted, refused = fit_all(watched(life))
    assert "sBG" in refused
    mark = next(m for m in marks_of(fitted, refused, watched(life)) if m.candidate == "sBG")
    assert mark.value is None
    assert "differ" in mark.refused


def test_the_check_expects_what_the_rate_says():
    kept, held = watched(different(4000, seed=3)), watched(different(4000, seed=4))
    check = check_of(fit_all(kept)[0]["sBG"], held)
    assert check.holds
    assert check.low < check.actual < check.high
    assert check.n == 4000


def test_a_check_on_other_customers_does_not_hold():
    kept, held = watched(different(4000, seed=3)), watched(np.random.default_rng(1).geometric(0.02, 4000))
    assert not check_of(fit_all(kept)[0]["constant rate"], held).holds


def test_a_choice_that_has_no_estimate_on_all_falls_back_to_assuming_less():
    rows = watched(np.random.default_rng(1).geometric(0.2, 2000))
    assert refit("sBG", rows).name == "life table"
    assert refit("constant rate", rows).name == "constant rate"
