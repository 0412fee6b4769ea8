import datetime as dt
import itertools

import numpy as np
import pytest

from custrata.intelligence.exam.calibration import expected_by_month, months_of, tenths
from custrata.intelligence.exam.split import Point


def test_tenths_hold_all_customers_and_their_orders():
    chance = np.random.default_rng(1)
    mean = chance.gamma(1.0, 1.0, 1000)
    came = chance.poisson(mean).astype(float)
    rows = tenths(came, mean)
    assert [row.place for row in rows] == list(range(1, 11))
    assert sum(row.n for row in rows) == 1000
    assert sum(row.n * row.actual for row in rows) == pytest.approx(came.sum(), abs=1e-2)
    inside = sum(row.low <= row.predicted <= row.high for row in rows)
    assert inside >= 8


def test_customers_of_equal_prediction_stay_together_whatever_their_order():
    mean = np.repeat([0.1, 0.2, 3.0], [70, 20, 10])
    came = np.tile([0.0, 1.0], 50)
    order = np.random.default_rng(2).permutation(100)
    assert tenths(came, mean) == tenths(came[order], mean[order])
    assert [row.n for row in tenths(came, mean)] == [70, 20, 10]


def test_months_cover_the_time_ahead_without_gap():
    found = months_of(Point(dt.date(2023, 9, 30), dt.date(2024, 6, 30)))
    assert [label for label, _, _ in found] == [f"2023-{m}" for m in (10, 11, 12)] + [
        f"2024-0{m}" for m in range(1, 7)
    ]
    assert all(end == begin for (_, _, end), (_, begin, _) in itertools.pairwise(found))
    assert (found[0][1], found[-1][2]) == (0, 274)


def test_expected_orders_of_months_add_up_to_the_whole():
    point = Point(dt.date(2023, 9, 30), dt.date(2024, 6, 30))
    found = expected_by_month(point, lambda days: 100 * (1 - 0.99**days))
    assert sum(found.values()) == pytest.approx(100 * (1 - 0.99**274))
    assert list(found.values()) == sorted(found.values(), reverse=True) or found["2023-10"] > found["2024-06"]
