import numpy as np
import pytest

from custrata.economics.scenario.basis.behaviour import any_order, exposure
from custrata.economics.scenario.basis.by_movement import from_contracts, from_orders


def test_contracts_leave_and_grow_as_they_did():
    chance, n = np.random.default_rng(1), 20_000
    opening = chance.gamma(5, 20, n)
    now = np.where(chance.uniform(size=n) < 0.25, 0.0, opening * 1.2)
    found, seen = from_contracts(opening, now, np.full(n, 900.0), 365, 1.0)
    here = now > 0
    assert seen.n == n
    assert (found["alive"] == here).all()
    assert found["leaving"][here].mean() == pytest.approx(-np.log(0.75) / (365 / 365.25), abs=0.02)
    # Those who stay grow by a fifth in a year, so by about a tenth on average over the coming one.
    assert (found["order_value"][here] / now[here]).mean() == pytest.approx(1.2**0.5, abs=0.02)


def orders(n=30_000, seed=2):
    """Two windows of customers who leave at a fifth a year and order eight times a year."""
    chance = np.random.default_rng(seed)
    life = chance.exponential(1 / 0.22, n)
    rate = 8.0 * chance.gamma(4, 0.25, n)
    first = chance.poisson(rate * np.clip(life, 0, 1)) * 10.0
    second = chance.poisson(rate * np.clip(life - 1, 0, 1)) * 10.0
    third = chance.poisson(rate * np.clip(life - 2, 0, 1)) * 10.0
    return first, second, third


def test_orders_of_the_next_window_are_what_customers_do_who_are_played():
    first, second, third = orders()
    known, count = np.full(len(first), 1_000.0), (first + second) / 10
    found, _ = from_orders(first, second, known, np.full(len(first), 10.0), count, 365)
    here = second > 0
    window = 365 / 365.25
    brings = found["alive"] * found["orders"] * found["order_value"] * exposure(found["leaving"], window)
    assert brings[here].sum() == pytest.approx(third[here].sum(), rel=0.03)
    buys = found["alive"] * any_order(found["orders"], found["shape"], found["leaving"], window)
    assert buys[here].sum() == pytest.approx((third[here] > 0).sum(), rel=0.03)


def test_who_never_bought_brings_nothing_and_who_paused_may_come_back():
    before = np.array([10.0, 0.0, 0.0, 10.0, 0.0])
    now = np.array([10.0, 10.0, 0.0, 0.0, 0.0])
    count = np.array([5.0, 5.0, 5.0, 5.0, 0.0])
    found, seen = from_orders(before, now, np.full(5, 2_000.0), np.full(5, 10.0), count, 365)
    assert seen.back == pytest.approx(1 / 3)
    assert found["alive"][[2, 3]] == pytest.approx(1 / 3)
    assert found["alive"][4] == 0
    assert (found["orders"][[2, 3]] > 0).all()


def test_an_order_of_unknown_value_is_taken_for_the_average_one():
    value = np.array([10.0, np.nan, 30.0])
    found, _ = from_orders(np.ones(3), np.ones(3), np.full(3, 900.0), value, np.ones(3), 365)
    assert found["order_value"].tolist() == [10.0, 20.0, 30.0]


def test_everything_is_a_number_where_all_left():
    found, _ = from_orders(np.ones(9), np.zeros(9), np.full(9, 900.0), np.full(9, np.nan), np.ones(9), 365)
    assert all(np.isfinite(values).all() for values in found.values())
