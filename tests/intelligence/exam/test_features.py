import datetime as dt

import numpy as np
import pytest
from tests.companies import Company, sale

from custrata.intelligence.exam.features import (
    histories,
    histories_query,
    later_orders_query,
    purchase_days_query,
    sampled_query,
)
from custrata.intelligence.exam.split import Point
from custrata.measures.orders import orders_of

POINT = Point(dt.date(2024, 3, 31), dt.date(2024, 6, 30))
ROWS = [
    sale("a", "2024-01-10", 10),
    sale("a", "2024-01-10", 5),
    sale("a", "2024-01-30", 20, discount=2),
    sale("a", "2024-03-31", 40),
    sale("a", "2024-03-31", -15),
    sale("a", "2024-04-01", 80),
    sale("b", "2024-02-01", 7),
    sale("b", "2024-06-30", 7),
    sale("b", "2024-07-01", 7),
    sale("c", "2024-04-02", 9),
    sale(None, "2024-02-02", 99),
]


@pytest.fixture
def seen():
    """Histories of a company at points, as the engine gives them."""

    def look(rows, *points, share=1.0):
        company = Company().has("transactions", rows)
        base = company.base()
        people = company.keep("people", sampled_query(base.tables["customers"], share))
        days = company.keep("days", purchase_days_query(orders_of(base), people))
        found = company.rows(histories_query(days, points))
        names = found[0] if found else {"asked": 0, "place": 0, "age": 0}
        arrays = {
            name: np.array([np.nan if row[name] is None else row[name] for row in found], float)
            for name in names
        }
        later = {row["month"]: row["actual"] for row in company.rows(later_orders_query(days, points[0]))}
        return histories(arrays, points), later

    return look


def test_summaries_by_hand(seen):
    (known,), later = seen(ROWS, POINT)
    a, b = range(2)
    assert len(known) == 2
    assert [v.tolist() for v in (known.x, known.t_x, known.T, known.actual)] == [
        [2, 0],
        [81, 0],
        [81, 59],
        [1, 1],
    ]
    c = known.columns
    assert (c["spend"][a], c["spend_first"][a], c["spend_last"][a], c["spend_most"][a]) == (75, 15, 40, 40)
    assert (c["gap_mean"][a], c["gap_last"][a], c["gap_most"][a]) == (40.5, 61, 61)
    assert np.isnan(c["gap_mean"][b])
    assert (c["days_30"][a], c["days_90"][a], c["days_period"][a]) == (1, 3, 3)
    assert (c["spend_30"][a], c["refunds"][a], c["discount"][a], c["first_month"][a]) == (40, -15, 2, 1)
    assert later == {"2024-04": 1, "2024-06": 1}


def test_nothing_later_than_the_origin_is_seen(seen):
    planted = [sale("a", "2024-04-02", 500), sale("b", "2024-05-01", -3), sale("z", "2024-04-01", 1)]
    (before,), _ = seen(ROWS, POINT)
    (after,), _ = seen([*ROWS, *planted], POINT)
    for name in before.columns:
        if name != "ahead":
            assert np.array_equal(before.columns[name], after.columns[name], equal_nan=True), name
    assert after.actual.tolist() == [2, 1]
    assert np.array_equal(before.spent(), after.spent(), equal_nan=True)


def test_a_planted_earlier_order_is_seen(seen):
    (before,), _ = seen(ROWS, POINT)
    (after,), _ = seen([*ROWS, sale("b", "2024-03-30", 3)], POINT)
    assert (before.x.tolist(), after.x.tolist()) == ([2, 0], [2, 1])


def test_each_point_has_the_customers_that_were_known_then(seen):
    early = Point(dt.date(2024, 1, 31), dt.date(2024, 3, 31))
    (at_first, then), _ = seen(ROWS, early, POINT)
    assert (len(at_first), len(then)) == (1, 2)
    assert (at_first.point, at_first.x.tolist(), at_first.actual.tolist()) == (early, [1], [1])


def test_the_order_of_rows_changes_nothing(seen):
    (one,), _ = seen(ROWS, POINT)
    (other,), _ = seen(ROWS[::-1], POINT)
    assert np.array_equal(one.spent(), other.spent(), equal_nan=True)


def test_whether_a_customer_is_drawn_depends_on_his_id_alone(company_of):
    ids = [f"c{n}" for n in range(400)]
    half, fewer = company_of(ids, 0.5), company_of(ids[:200], 0.5)
    assert 150 < len(half) < 250
    assert fewer == half & set(ids[:200])
    assert company_of(ids, 1.0) == set(ids)


@pytest.fixture
def company_of():
    def drawn(ids, share):
        company = Company().has("transactions", [sale(i, "2024-01-01") for i in ids])
        customers = company.base().tables["customers"]
        return {row["customer_id"] for row in company.rows(sampled_query(customers, share))}

    return drawn
