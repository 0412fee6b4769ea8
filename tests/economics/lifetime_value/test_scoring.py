import datetime as dt

import numpy as np
import pytest
from tests.economics.lifetime_value.models import Plain

from custrata.economics.lifetime_value.scoring import directions, score_buyers
from custrata.economics.lifetime_value.terms import Terms

TERMS = Terms(dt.date(2024, 1, 1), 36, 0.1)
ROWS = {"repeat_orders": np.array([0, 3]), "last_order_age": np.array([0, 80]), "age": np.array([50, 100])}


def test_each_summary_is_scored_ahead_to_the_horizon_and_beyond():
    found = score_buyers(Plain(), "pareto_nbd", ROWS, TERMS)
    x, t_x, age = (ROWS[name].astype(float) for name in ROWS)
    model = Plain()
    assert found["orders"] == pytest.approx(model.expected_orders(365, x, t_x, age))
    assert found["discounted"] + found["beyond"] == pytest.approx(
        model.discounted_expected_orders(TERMS.daily_rate, x, t_x, age)
    )
    assert np.all(found["discounted"] < found["ahead"])
    assert list(found["repeat_orders"]) == [0, 3]


def test_a_shift_is_the_change_for_one_standard_error_of_a_direction():
    found = score_buyers(Plain(spread=0.01), "pareto_nbd", ROWS, TERMS)
    assert directions(tuple(found), "discounted") == directions(tuple(found), "alive") == 2
    # The first direction scales the prior: its share in the rate is 1 of 1 and 1 of 4 orders.
    assert found["orders_shift_1"] / found["orders"] == pytest.approx([0.01, 0.0025], rel=1e-3)
    assert np.all(found["alive_shift_1"] == 0)


def test_nobody_who_bought_once_is_said_to_be_alive_by_bg_nbd():
    alive = score_buyers(Plain(), "bg_nbd", ROWS, TERMS)["alive"]
    assert np.isnan(alive[0])
    assert 0 < alive[1] < 1


def test_without_a_discount_nothing_is_said_of_all_time():
    found = score_buyers(Plain(), "pareto_nbd", ROWS, Terms(TERMS.as_of, 36, 0.0))
    assert np.all(np.isnan(found["beyond"]))
    assert found["discounted"] == pytest.approx(found["ahead"])
