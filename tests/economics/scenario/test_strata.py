import numpy as np
import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.strata import stratify


def test_a_small_base_is_played_customer_by_customer():
    base = made(300).sorted()
    found = stratify(base, [])
    assert found.alone == 300
    assert (found.n == 1).all()
    assert found.rates["orders"] == pytest.approx(base.orders)


def test_putting_customers_together_keeps_every_sum():
    base = made(4_000).sorted()
    found = stratify(base, [], everyone_up_to=10, largest=100)
    r = found.rates
    assert found.alone == 100
    assert found.n.sum() == 4_000
    assert len(found.n) < 2_000
    assert (found.n * r["alive"]).sum() == pytest.approx(base.alive.sum())
    whole = (base.alive * base.orders * base.order_value).sum()
    assert (found.n * r["alive"] * r["orders"] * r["order_value"]).sum() == pytest.approx(whole)
    margin = (base.alive * base.orders * base.order_value * base.margin_rate).sum()
    told = (found.n * r["alive"] * r["orders"] * r["order_value"] * r["margin_rate"]).sum()
    assert told == pytest.approx(margin)
    assert (found.n * r["alive"] * r["serving"]).sum() == pytest.approx((base.alive * base.serving).sum())


def test_the_largest_stand_alone():
    base = made(4_000).sorted()
    found = stratify(base, [], everyone_up_to=10, largest=100)
    worth = base.alive * base.orders * base.order_value
    rest = np.ones(4_000, bool)
    rest[found.first[:100]] = False
    assert worth[found.first[:100]].min() >= worth[rest].max()


def test_who_is_treated_otherwise_is_in_a_stratum_of_its_own():
    base = made(4_000).sorted()
    mark = np.arange(4_000) % 3
    found = stratify(base, [mark], everyone_up_to=10, largest=100)
    counted = [found.n[mark[found.first] == value].sum() for value in range(3)]
    assert counted == [(mark == value).sum() for value in range(3)]


def test_more_marks_than_fit_into_one_number_are_told_apart_all_the_same():
    base = made(600).sorted()
    marks = [np.arange(600) % 997 for _ in range(9)]
    assert stratify(base, marks, everyone_up_to=10, largest=5).n.sum() == 600
