from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.companies import Company, sale, spell

from custrata.economics.portfolio import (
    Boundaries,
    boundary_values_query,
    moving_basis,
    tier_moves_query,
    window_values_query,
)

SCHEMA = ibis.schema(
    {
        "customer_id": "string",
        "value_before": "decimal(38, 6)",
        "value_now": "decimal(38, 6)",
        "place_before": "int64",
        "place_now": "int64",
        "known_before": "boolean",
    }
)


def ranks(values: dict[str, int | None]) -> dict[str, int]:
    there = sorted(
        (name for name, v in values.items() if v is not None), key=lambda n: (-(values[n] or 0), n)
    )
    return {name: place for place, name in enumerate(there, 1)}


def table(
    before: dict[str, int | None], now: dict[str, int | None], known: tuple[str, ...] = ()
) -> ibis.Table:
    then, today = ranks(before), ranks(now)
    rows = [
        {
            "customer_id": name,
            "value_before": None if before.get(name) is None else Decimal(before[name] or 0),
            "value_now": None if now.get(name) is None else Decimal(now[name] or 0),
            "place_before": then.get(name),
            "place_now": today.get(name),
            "known_before": name in known,
        }
        for name in sorted({*before, *now})
    ]
    return ibis.memtable(pa.Table.from_pylist(rows, schema=SCHEMA.to_pyarrow()))


def moved(
    before: dict[str, int | None],
    now: dict[str, int | None],
    limits: tuple[int, int, int] = (1, 2, 3),
    hysteresis: float = 0.0,
    known: tuple[str, ...] = (),
) -> dict[str, dict[str, Any]]:
    values, engine = table(before, now, known), ibis.duckdb.connect()
    (ends,) = engine.to_pyarrow(boundary_values_query(values, limits, limits)).to_pylist()
    then, today = (Boundaries(limits, tuple(ends[f"{w}_{k}"] for k in range(3))) for w in ("before", "now"))
    found = engine.to_pyarrow(tier_moves_query(values, then, today, hysteresis)).to_pylist()
    return {row["customer_id"]: row for row in found}


def by(rows: dict[str, dict[str, Any]]) -> dict[str, str | None]:
    return {name: row["moved_by"] for name, row in rows.items()}


BEFORE: dict[str, int | None] = {"a": 100, "b": 50, "c": 20, "d": 10}


def test_who_crosses_the_boundary_as_it_was_moved_by_their_own_value():
    rows = moved(BEFORE, {**BEFORE, "c": 60})
    assert (rows["c"]["tier_before"], rows["c"]["tier_now"]) == ("silver", "gold")
    # b brings what it brought: c pushed it down.
    assert by(rows) == {"a": None, "b": "others", "c": "own", "d": None}


def test_who_falls_below_the_boundary_as_it_was_fell_by_their_own_value():
    rows = moved(BEFORE, {**BEFORE, "a": 30})
    assert rows["a"]["tier_now"] == "gold"
    assert by(rows) == {"a": "own", "b": "others", "c": None, "d": None}


def test_who_grows_and_is_overtaken_was_moved_by_the_others():
    rows = moved(BEFORE, {"a": 110, "b": 55, "c": 90, "d": 10})
    assert rows["b"]["tier_now"] == "silver"
    assert by(rows)["b"] == "others"


def test_a_tier_that_nobody_was_in_has_no_boundary_to_cross():
    rows = moved(BEFORE, {"a": 900, "b": 50, "c": 20, "d": 10}, limits=(0, 1, 2))
    assert by(rows) == dict.fromkeys("abcd")
    rows = moved(BEFORE, {**BEFORE, "b": 900}, limits=(0, 1, 2))
    assert (rows["b"]["tier_now"], rows["b"]["moved_by"]) == ("gold", "own")


def test_of_equal_values_at_a_boundary_nobody_crossed_it():
    level: dict[str, int | None] = {"a": 99, "b": 99, "c": 99, "d": 99}
    rows = moved(level, {"b": 99, "c": 99, "d": 99, "e": 99})
    assert by(rows) == {"a": "gone", "b": "others", "c": "others", "d": "others", "e": "new"}


def test_who_came_came_back_or_went_is_said():
    rows = moved({"a": 9, "b": 5}, {"b": 5, "c": 7, "d": 3}, known=("c",))
    assert by(rows) == {"a": "gone", "b": None, "c": "returned", "d": "new"}
    assert (rows["a"]["tier_now"], rows["d"]["tier_before"]) == (None, None)


def test_with_hysteresis_a_tier_changes_only_when_the_boundary_is_passed_by_that_share():
    now = {**BEFORE, "c": 52, "b": 50}
    assert moved(BEFORE, now)["c"]["tier_now"] == "gold"
    held = moved(BEFORE, now, hysteresis=0.1)
    # Gold now ends at 52 and silver at 50: b stays in gold down to 46.8, c comes into gold from 57.2.
    assert {name: row["tier_now"] for name, row in held.items()} == {
        "a": "platinum",
        "b": "gold",
        "c": "silver",
        "d": "bronze",
    }
    assert by(held) == dict.fromkeys("abcd")
    assert moved(BEFORE, {**BEFORE, "c": 80}, hysteresis=0.0)["b"]["tier_now"] == "silver"
    assert moved(BEFORE, {**BEFORE, "c": 80}, hysteresis=0.1)["b"]["tier_now"] == "silver"


def test_with_hysteresis_who_is_new_stands_where_their_rank_puts_them():
    held = moved(BEFORE, {**BEFORE, "e": 51}, hysteresis=0.5)
    assert held["e"]["tier_now"] == "gold"


values = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(-3, 6), min_size=1)


@settings(max_examples=25, deadline=None)
@given(before=values, now=values)
def test_nobody_is_lost_and_only_who_changed_tier_was_moved(before, now):
    rows = moved(before, now)
    assert set(rows) == {*before, *now}
    for name, row in rows.items():
        assert (row["tier_before"] is None) == (name not in before)
        assert (row["tier_now"] is None) == (name not in now)
        changed = row["tier_before"] != row["tier_now"]
        assert changed == (row["moved_by"] is not None)
        if row["moved_by"] == "own":
            assert row["value_before"] != row["value_now"]
    sizes = Counter(row["tier_now"] for row in rows.values() if row["tier_now"])
    assert sizes["platinum"] == min(1, len(now))


@pytest.fixture(scope="module")
def shop() -> Company:
    rows = [
        sale("a", "2020-01-01", 5),
        sale("a", "2021-03-01", 30, cost=Decimal(10)),
        sale("a", "2022-03-01", 10, cost=Decimal(9)),
        sale("b", "2021-06-01", 20, cost=Decimal(1)),
        sale("c", "2020-02-01", 7),
        sale("c", "2022-12-31", 8, cost=Decimal(2)),
        sale("c", "2022-12-31", -3),
        sale(None, "2022-06-01", 500),
    ]
    return Company().has("transactions", rows)


def test_each_window_has_its_values_and_ranks(shop):
    rows = {r["customer_id"]: r for r in shop.rows(window_values_query(shop.base(), "revenue"))}
    assert {n: (r["value_before"], r["value_now"]) for n, r in rows.items()} == {
        "a": (30, 10),
        "b": (20, None),
        "c": (None, 5),
    }
    assert {n: (r["place_before"], r["place_now"]) for n, r in rows.items()} == {
        "a": (1, 1),
        "b": (2, None),
        "c": (None, 2),
    }
    assert {n for n, r in rows.items() if r["known_before"]} == {"a", "c"}


def test_margin_is_of_the_lines_whose_cost_is_known(shop):
    rows = {r["customer_id"]: r for r in shop.rows(window_values_query(shop.base(), "margin"))}
    assert {n: (r["value_before"], r["value_now"]) for n, r in rows.items()} == {
        "a": (20, 1),
        "b": (19, None),
        "c": (None, 6),
    }


def test_contracts_are_compared_on_the_last_day_of_each_window():
    spells = [
        spell("a", "2020-01-01", 30, "2021-06-01"),
        spell("a", "2021-06-01", 50),
        spell("b", "2021-01-01", 20, "2022-02-01"),
        spell("c", "2022-05-01", 9),
    ]
    firm = Company().has("subscriptions", spells)
    rows = {r["customer_id"]: r for r in firm.rows(window_values_query(firm.base("2022-12-31"), "mrr"))}
    assert {n: (r["value_before"], r["value_now"]) for n, r in rows.items()} == {
        "a": (50, 50),
        "b": (20, None),
        "c": (None, 9),
    }


def test_what_is_not_known_of_the_past_is_compared_by_what_is_and_said(shop):
    basis, said = moving_basis(shop.base(), "lifetime_value")
    assert basis == "margin"
    assert said.endswith("Lifetime value as it was then is not known.")
    assert moving_basis(shop.base(), "reported_revenue")[0] is None
    short = Company().has("transactions", [sale("a", "2024-01-01"), sale("a", "2024-01-05")])
    assert "too short" in moving_basis(short.base(), "revenue")[1]
