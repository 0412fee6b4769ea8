from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.buying import BgNbd, MbgNbd, ParetoNbd, fit_with_covariates
from custrata.intelligence.buying import covariates as module


@pytest.fixture(scope="module")
def company():
    """Buyers of the web order 1.6 times as often and end half as soon; size and coin do nothing."""
    chance, n = np.random.default_rng(51), 6000
    web = chance.random(n) < 0.4
    size, coin = chance.integers(1, 5, n), chance.choice(["head", "tail"], n)
    often, soon = np.where(web, 1.6, 1.0), np.where(web, 0.5, 1.0)
    age = chance.integers(100, 301, n).astype(float)
    rate, end = chance.gamma(0.8, 1 / 20.0, n) * often, chance.gamma(0.9, 1 / 60.0, n) * soon
    life = np.minimum(chance.exponential(1.0, n) / np.maximum(end, 1e-300), age)
    x = chance.poisson(rate * life).astype(float)
    last = np.where(x > 0, life * chance.random(n) ** (1 / np.maximum(x, 1)), 0.0)
    shop = np.where(web, "web", "town")
    return (x, last, age), {"shop": shop, "size": size, "coin": coin}


@pytest.fixture(scope="module")
def found(company):
    history, covariates = company
    return fit_with_covariates(ParetoNbd, *history, covariates)


def test_effects_are_found_again(found):
    truth = {("shop", "alpha"): np.log(1.6), ("shop", "beta"): np.log(0.5)}
    for effect in found.effects:
        wanted = truth.get((effect.covariate, effect.on), 0.0)
        assert abs(effect.value - wanted) < 3.5 * effect.standard_error
    assert {(e.level, e.reference) for e in found.effects if e.covariate == "shop"} == {("web", "town")}


def test_the_ratio_test_tells_what_matters_from_what_does_not(found):
    tests = {test.covariate: test for test in found.tests}
    assert tests["shop"].p_value < 1e-6
    assert tests["size"].p_value > 0.001
    assert tests["coin"].p_value > 0.001
    assert {test.degrees for test in found.tests} == {2}


def test_the_maximum_is_flat_and_higher_than_without(found, company):
    history, _ = company
    plain = ParetoNbd.fitted_to(found.baseline.known)
    assert found.optimality < 1e-6
    assert found.log_likelihood > plain.log_likelihood
    assert found.baseline.parameters["r"] == pytest.approx(0.8, rel=0.3)
    assert len(history[0]) == found.n


def test_each_customer_is_predicted_by_the_model_of_his_kind(found, company):
    history, covariates = company
    few = slice(0, 30)
    some = {name: values[few] for name, values in covariates.items()}
    rows = [column[few] for column in history]
    for ask in ("probability_alive", "expected_orders", "discounted_expected_orders"):
        first = () if ask == "probability_alive" else (90.0,) if ask == "expected_orders" else (0.001,)
        together = getattr(found, ask)(*first, *rows, some)
        for k in range(30):
            model = found.model_for({name: values[k] for name, values in some.items()})
            one = getattr(model, ask)(*first, *(column[k] for column in rows))
            assert together[k] == pytest.approx(one[0], rel=1e-9)


@pytest.mark.parametrize("model", [BgNbd, MbgNbd])
def test_under_bg_nbd_covariates_move_how_often_only(model, company):
    history, covariates = company
    found = fit_with_covariates(model, *history, {"shop": covariates["shop"]})
    assert [effect.on for effect in found.effects] == ["alpha"]
    assert found.tests[0].degrees == 1


def test_a_scaled_number_has_a_scaled_effect(company):
    history, covariates = company
    sizes = [{"size": covariates["size"] * factor} for factor in (1.0, 1000.0)]
    one, thousand = (fit_with_covariates(BgNbd, *history, size) for size in sizes)
    assert thousand.effects[0].value * 1000 == pytest.approx(one.effects[0].value, rel=1e-6)
    assert thousand.log_likelihood == pytest.approx(one.log_likelihood)


def test_too_many_kinds_and_levels_that_explain_all_are_refused(company, monkeypatch):
    history, covariates = company
    monkeypatch.setattr(module, "MOST_KINDS", 3)
    with pytest.raises(EstimateError, match="combinations"):
        fit_with_covariates(BgNbd, *history, {"size": covariates["size"]})
    monkeypatch.undo()
    buyers = np.where(history[0] > 0, "again", "once")
    with pytest.raises(EstimateError):
        fit_with_covariates(BgNbd, *history, {"told": buyers})


def test_without_any_covariate_it_is_refused():
    with pytest.raises(EstimateError, match="no covariate is given"):
        fit_with_covariates(BgNbd, [0, 1, 2], [0, 4, 5], [9, 9, 9], {})
