"""Customers who can buy on given occasions only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.buying.bg_bb import fit_bg_bb

TRUE = {"alpha": 1.2, "beta": 0.75, "gamma": 0.66, "delta": 2.8}


def generated(customers, seed, occasions=8, later=0):
    """Histories over the first occasions, and the occasions taken among the later ones."""
    rng = np.random.default_rng(seed)
    p = rng.beta(TRUE["alpha"], TRUE["beta"], customers)
    stop = rng.beta(TRUE["gamma"], TRUE["delta"], customers)
    life = rng.geometric(np.maximum(stop, 1e-12)) - 1
    when = np.arange(1, occasions + later + 1)
    taken = (rng.random((customers, len(when))) < p[:, None]) & (when <= life[:, None])
    seen = taken[:, :occasions]
    t_x = (seen * when[:occasions]).max(axis=1)
    return seen.sum(axis=1), t_x, np.full(customers, occasions), taken[:, occasions:].sum(axis=1)


@pytest.fixture(scope="module")
def model():
    fitted = fit_bg_bb(*generated(500, seed=1)[:3])
    return replace(fitted, parameters=dict(TRUE))


def test_the_parameters_that_made_the_data_come_back():
    logs = np.log([list(fit_bg_bb(*generated(6000, s)[:3]).parameters.values()) for s in range(8)])
    assert np.abs(logs.mean(axis=0) - np.log(list(TRUE.values()))).max() < 0.1


def test_the_interval_holds_the_parameters_that_made_the_data():
    intervals = [fit_bg_bb(*generated(3000, seed)[:3]).interval("alpha") for seed in range(20)]
    assert sum(low < TRUE["alpha"] < high for low, high in intervals) >= 17


@pytest.mark.soak
def test_bias_and_coverage_over_200_runs():
    models = [fit_bg_bb(*generated(5000, seed)[:3]) for seed in range(200)]
    for name, true in TRUE.items():
        assert abs(np.mean([np.log(m.parameters[name] / true) for m in models])) < 0.05
        assert 0.90 <= np.mean([m.interval(name)[0] < true < m.interval(name)[1] for m in models]) <= 0.99


def test_counted_rows_say_the_same_as_rows_one_by_one():
    x, t_x, n, _ = generated(800, seed=2)
    rows, counts = np.unique(np.stack([x, t_x, n]), axis=1, return_counts=True)
    counted, plain = fit_bg_bb(*rows, counts), fit_bg_bb(x, t_x, n)
    assert counted.parameters == pytest.approx(plain.parameters, rel=1e-9)
    assert counted.n == plain.n == 800


def test_who_has_just_begun_by_hand(model):
    # Next occasion: still there with δ / (γ + δ), buys with α / (α + β).
    alive, buys = 2.8 / 3.46, 1.2 / 1.95
    assert model.probability_alive(0, 0, 0) == pytest.approx(alive)
    assert model.expected_orders_new(1) == pytest.approx(alive * buys)
    assert model.variance_of_orders(1, 0, 0, 0) == pytest.approx(alive * buys * (1 - alive * buys))


def test_means_and_variances_are_those_of_generated_customers(model):
    x, t_x, _, later = generated(200_000, seed=3, later=5)
    for history in ((0, 0), (2, 4), (8, 8)):
        same = (x == history[0]) & (t_x == history[1])
        mean = model.expected_orders(5, *history, 8)
        variance = model.variance_of_orders(5, *history, 8)
        assert mean == pytest.approx(later[same].mean(), abs=4 * np.sqrt(variance / same.sum()))
        assert variance == pytest.approx(later[same].var(), rel=0.15)


def test_orders_add_up_over_horizons_and_never_fall(model):
    found = [float(model.expected_orders(h, 2, 4, 8)) for h in range(12)]
    assert found[0] == 0
    assert np.all(np.diff(found) > 0)
    assert np.all(np.diff(found, 2) < 0)


def test_the_closed_form_of_the_authors_gives_the_same(model):
    from scipy.special import gammaln

    _, _, gamma, delta = TRUE.values()
    n, h = 8, 5
    ratio = [np.exp(gammaln(1 + delta + k) - gammaln(gamma + delta + k)) for k in (n, n + h)]
    at_n = np.exp(gammaln(delta + n) - gammaln(gamma + delta + n))
    lasts = (ratio[0] - ratio[1]) / (gamma - 1) / at_n
    alive = model.probability_alive(2, 4, n) * (gamma + delta + n) / (delta + n)
    assert model.expected_orders(h, 2, 4, n) == pytest.approx(alive * (1.2 + 2) / (1.95 + n) * lasts)


def test_a_discount_of_nothing_leaves_the_sum_and_a_large_one_the_next_occasion(model):
    assert model.discounted_expected_orders(0.0, 2, 4, 8, 5) == pytest.approx(
        float(model.expected_orders(5, 2, 4, 8))
    )
    assert model.discounted_expected_orders(20.0, 2, 4, 8) * np.exp(20) == pytest.approx(
        float(model.expected_orders(1, 2, 4, 8)), rel=1e-6
    )
    with pytest.raises(EstimateError, match="added up"):
        model.discounted_expected_orders(0.0, 2, 4, 8)


def test_thousands_of_occasions_give_a_number(model):
    found = model.expected_orders(100, [6000, 0, 1], [6000, 0, 1], [6000, 6000, 6000])
    assert np.all(np.isfinite(found) & (found >= 0) & (found <= 100))
    assert found[0] > 90


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (([0, 0], [0, 0], [6, 6]), "none of 2"),
        (([6, 6], [6, 6], [6, 6]), "every occasion"),
        (([2], [3], [6]), "fewer than two"),
        (([0, 0], [0, 0], [0, 0]), "fewer than two"),
        (([1, 1], [30.5, 2], [60, 60]), "whole numbers"),
        (([1, 1], [30, 2], [86_400_000, 86_400_000]), "coarser"),
        (([1, 2], [3, 4], [6, 6], [-1, 2]), "counts"),
    ],
)
def test_what_cannot_be_estimated_is_refused_in_words(rows, says):
    with pytest.raises(EstimateError, match=says) as refusal:
        fit_bg_bb(*rows)
    assert refusal.value.remedy


def test_a_horizon_that_is_no_number_of_occasions_is_refused(model):
    with pytest.raises(EstimateError, match="added up"):
        model.expected_orders(1.5, 0, 0, 3)


@pytest.mark.parametrize("count", [np.inf, 1e300, np.nan, -1])
def test_counts_that_count_nothing_are_refused(count):
    with pytest.raises(EstimateError, match="no counts"):
        fit_bg_bb([0, 1], [0, 1], [3, 3], [count, 1.0])


@pytest.mark.parametrize("offered", [[3, 3, 3], [1e200, 3]])
def test_histories_of_unequal_length_or_without_measure_are_refused(offered):
    with pytest.raises(EstimateError, match=r"one length|whole numbers"):
        fit_bg_bb([0, 1], [0, 1], offered)
