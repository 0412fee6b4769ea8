from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custrata.segments.rfm import (
    RFM_SEGMENTS,
    UNRANKED,
    CutPoints,
    RfmCutPoints,
    cut_points,
    rfm_cut_points_query,
    rfm_query,
)

SCHEMA = ibis.schema(
    {
        "customer_id": "string",
        "days_since_last_order": "int64",
        "order_days": "int64",
        "revenue": "decimal(18, 6)",
    }
)
Row = tuple[str, int | None, int, str]


def base(rows: list[Row]) -> ir.Table:
    columns = ("customer_id", "days_since_last_order", "order_days", "revenue")
    data = [dict(zip(columns, (a, b, c, Decimal(d)), strict=True)) for a, b, c, d in rows]
    return ibis.memtable(pa.Table.from_pylist(data, schema=SCHEMA.to_pyarrow()))


def run(table: ir.Table) -> list[dict[str, Any]]:
    return ibis.duckdb.connect().to_pyarrow(table).to_pylist()


def scored_base(rows: list[Row]) -> tuple[RfmCutPoints, dict[str, dict[str, Any]]]:
    customers = base(rows)
    points = cut_points(run(rfm_cut_points_query(customers)))
    return points, {row["customer_id"]: row for row in run(rfm_query(customers, points))}


def ten_customers() -> list[Row]:
    return [(f"c{i}", 10 * i, i, str(100 * i)) for i in range(1, 11)]


def test_ten_different_customers_give_two_a_fifth() -> None:
    points, scored = scored_base(ten_customers())
    assert points.of("revenue") == CutPoints(
        "revenue", Decimal(100), (Decimal(200), Decimal(400), Decimal(600), Decimal(800)), Decimal(1000)
    )
    assert [scored[f"c{i}"]["revenue_score"] for i in range(1, 11)] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_few_days_since_the_last_order_score_best() -> None:
    _, scored = scored_base(ten_customers())
    assert [scored[f"c{i}"]["days_since_last_order_score"] for i in range(1, 11)] == [
        5,
        5,
        4,
        4,
        3,
        3,
        2,
        2,
        1,
        1,
    ]


def test_equal_values_get_the_same_lowest_score_and_it_is_said() -> None:
    rows = [(f"c{i}", 10 * i, 1 if i <= 8 else 2, str(100 * i)) for i in range(1, 11)]
    points, scored = scored_base(rows)
    cut = points.of("order_days")
    assert cut is not None
    assert cut.scores == (1, 5)
    assert {scored[f"c{i}"]["order_days_score"] for i in range(1, 9)} == {1}
    assert "2 are given" in str(points)
    assert "Equal values always get the same score" in str(points)


def test_a_measure_in_which_all_are_equal_ranks_nobody() -> None:
    points, scored = scored_base([(f"c{i}", 0, 1, str(i)) for i in range(1, 6)])
    assert all(
        row["order_days_score"] is None and row["revenue_score"] is not None for row in scored.values()
    )
    assert {row["rfm_segment"] for row in scored.values()} == {UNRANKED}
    assert "nobody is ranked by it" in str(points)


def test_customers_without_an_order_are_not_ranked_and_do_not_move_the_cuts() -> None:
    points, scored = scored_base([*ten_customers(), ("p1", None, 0, "0"), ("p2", None, 0, "0")])
    assert points == scored_base(ten_customers())[0]
    assert scored["p1"]["rfm_segment"] == UNRANKED
    assert scored["p1"]["revenue_score"] is None


def test_a_base_without_orders_is_said_to_be_unscored() -> None:
    points, scored = scored_base([("p1", None, 0, "0")])
    assert str(points) == "No customer has an order, so nobody is scored."
    assert scored["p1"]["rfm_segment"] == UNRANKED


@pytest.mark.parametrize(
    ("days", "orders", "money", "name"),
    [
        (5, 5, 5, "champions"),
        (5, 5, 3, "loyal"),
        (3, 3, 1, "loyal"),
        (4, 2, 5, "promising"),
        (3, 1, 5, "cooling"),
        (2, 5, 4, "valuable, gone quiet"),
        (1, 1, 3, "gone quiet"),
    ],
)
def test_the_first_rule_that_holds_names_the_group(days: int, orders: int, money: int, name: str) -> None:
    scores = {"days_since_last_order_score": days, "order_days_score": orders, "revenue_score": money}
    assert next(rule.name for rule in RFM_SEGMENTS if rule.holds(scores)) == name


def test_every_combination_of_scores_has_a_group() -> None:
    fifths = range(1, 6)
    for days, orders, money in ((d, o, m) for d in fifths for o in fifths for m in fifths):
        scores = {"days_since_last_order_score": days, "order_days_score": orders, "revenue_score": money}
        assert any(rule.holds(scores) for rule in RFM_SEGMENTS)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_scores_partition_the_base_whatever_the_order_of_rows(data: st.DataObject) -> None:
    values = data.draw(
        st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.integers(-5, 5)), min_size=1, max_size=30)
    )
    rows = [
        (f"c{i}", days if orders else None, orders, str(money))
        for i, (days, orders, money) in enumerate(values)
    ]
    shuffled = random.Random(data.draw(st.integers(0, 99))).sample(rows, len(rows))
    points, scored = scored_base(rows)
    assert (points, scored) == scored_base(shuffled)
    assert len(scored) == len(rows)
    named = {rule.name for rule in RFM_SEGMENTS} | {UNRANKED}
    assert all(row["rfm_segment"] in named for row in scored.values())
    by_value: dict[str, set[int | None]] = {}
    for identity, _, orders, money in rows:
        if orders:
            by_value.setdefault(money, set()).add(scored[identity]["revenue_score"])
    assert all(len(scores) == 1 for scores in by_value.values())


def test_the_score_of_a_value_agrees_with_the_query() -> None:
    rows = [(f"c{i}", i % 4, 1 + i % 3, str(i * i % 7)) for i in range(30)]
    points, scored = scored_base(rows)
    for identity, days, orders, money in rows:
        for name, value in (("days_since_last_order", days), ("order_days", orders), ("revenue", money)):
            cut = points.of(name)
            assert cut is not None
            assert scored[identity][f"{name}_score"] == cut.score_of(Decimal(str(value)))
