import datetime as dt

import numpy as np

from custrata.intelligence.exam.naive import NAIVE, naive_predictions
from custrata.intelligence.exam.split import Point


def test_four_rules_by_hand(look):
    # Known for 100 and 50 days on day 100; 3 and 0 repeat orders; 50 days ahead.
    at = Point(dt.date(2020, 4, 10), dt.date(2020, 5, 30))
    known = look([np.array([0, 10, 80, 100]), np.array([50])], at)
    found = naive_predictions(known, dt.date(2020, 1, 1))
    assert tuple(found) == NAIVE
    assert {rule: values.tolist() for rule, values in found.items()} == {
        "zero": [0, 0],
        "mean": [1, 1],
        "own_past_rate": [1.5, 0],
        "last_period": [2, 0],
    }


def test_a_buyer_of_yesterday_does_not_order_every_day(look):
    at = Point(dt.date(2020, 4, 10), dt.date(2020, 5, 8))
    known = look([np.array([98, 99])], at)
    assert naive_predictions(known, dt.date(2020, 1, 1))["own_past_rate"].tolist() == [1]


def test_a_last_period_that_is_cut_short_is_scaled(look):
    at = Point(dt.date(2020, 1, 10), dt.date(2020, 1, 30))
    known = look([np.array([0, 5])], at)
    assert naive_predictions(known, dt.date(2020, 1, 1))["last_period"].tolist() == [4]
