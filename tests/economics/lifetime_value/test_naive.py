import datetime as dt

import numpy as np
import pytest

from custrata.economics.lifetime_value.naive import naive_rate, score_naively
from custrata.economics.lifetime_value.terms import Terms

ROWS = {
    "repeat_orders": np.array([0, 3]),
    "last_order_age": np.array([0, 80]),
    "age": np.array([0, 100]),
    "people": np.array([2, 1]),
}


def test_rules_without_a_model_are_a_rate_times_the_time():
    terms = Terms(dt.date(2024, 1, 1), 12, 0.0)
    found = score_naively("own_past_rate", ROWS, terms)
    assert found["orders"] == pytest.approx([0, 0.03 * 365])
    assert found["discounted"] == pytest.approx([0, 0.03 * 365.25])
    assert np.all(np.isnan(found["alive"]))
    assert "orders_chance" not in found


def test_a_rule_is_discounted_too():
    terms = Terms(dt.date(2024, 1, 1), 12, 0.25)
    found = score_naively("mean", ROWS, terms)
    assert np.all(found["discounted"] < found["ahead"])


def test_the_mean_counts_customers_and_nobody_is_known_for_less_than_four_weeks():
    assert naive_rate("mean", ROWS) == pytest.approx([3 / (2 * 28 + 100)] * 2)
    assert np.all(naive_rate("zero", ROWS) == 0)


def test_where_nobody_stops_ones_own_rate_is_drawn_towards_that_of_all():
    rows = {
        "repeat_orders": np.array([0, 2, 30]),
        "last_order_age": np.array([0, 80, 95]),
        "age": np.array([100, 100, 100]),
        "people": np.array([60, 30, 5]),
    }
    rates = naive_rate("nbd", rows)
    assert 0 < rates[0] < rates[1]
    assert rates[2] < 0.3
