from __future__ import annotations

import itertools
import random
from collections import Counter
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custrata.economics.portfolio import Boundaries, ValueBasis, tier_limits, tiers_query
from custrata.settings import TierShares
from custrata.vocabulary import Tier

SCHEMA = ibis.schema(
    {
        "customer_id": "string",
        "status": "string",
        "orders": "int64",
        "revenue": "decimal(18, 6)",
        "gross_margin": "decimal(18, 6)",
        "mrr": "decimal(18, 6)",
    }
)


def base(rows: list[dict[str, Any]]) -> ir.Table:
    return ibis.memtable(pa.Table.from_pylist(rows, schema=SCHEMA.to_pyarrow()))


def customer(identity: str, revenue: int | None, status: str | None = "customer") -> dict[str, Any]:
    money = None if revenue is None else Decimal(revenue)
    return {
        "customer_id": identity,
        "status": status,
        "orders": 0 if revenue is None else 1,
        "revenue": money,
        "gross_margin": None,
        "mrr": money,
    }


def tiers(
    rows: list[dict[str, Any]],
    basis: ValueBasis = "revenue",
    shares: TierShares | None = None,
    ends: Boundaries | None = None,
) -> dict[str, dict[str, Any]]:
    n = sum(row["status"] != "prospect" for row in rows)
    query = tiers_query(base(rows), basis, shares or TierShares(), n, ends)
    table = ibis.duckdb.connect().to_pyarrow(query)
    return {row["customer_id"]: row for row in table.to_pylist()}


def test_twenty_customers_make_one_platinum_four_gold_ten_silver_five_bronze() -> None:
    found = tiers([customer(f"c{i:02}", 100 - i) for i in range(20)])
    assert Counter(row["tier"] for row in found.values()) == {
        "platinum": 1,
        "gold": 4,
        "silver": 10,
        "bronze": 5,
    }
    assert found["c00"]["tier"] == "platinum"
    assert found["c19"]["tier"] == "bronze"


def test_gold_is_the_next_twenty_percent_after_platinum() -> None:
    assert tier_limits(TierShares(), 100) == (
        (Tier.PLATINUM, 5),
        (Tier.GOLD, 25),
        (Tier.SILVER, 75),
        (Tier.BRONZE, 100),
    )


@pytest.mark.parametrize(("n", "platinum"), [(0, 0), (9, 0), (10, 1), (29, 1), (30, 2), (50, 3)])
def test_half_a_customer_rounds_up(n: int, platinum: int) -> None:
    assert tier_limits(TierShares(), n)[0] == (Tier.PLATINUM, platinum)


def test_equal_values_are_ranked_by_id() -> None:
    found = tiers([customer(name, 5) for name in ("b", "d", "a", "c")])
    assert [found[name]["value_rank"] for name in "abcd"] == [1, 2, 3, 4]


def test_prospects_have_no_tier_and_take_no_place() -> None:
    found = tiers([customer("c1", 5), customer("p1", 900, "prospect"), customer("c2", 7, None)])
    assert set(found) == {"c1", "c2"}
    assert found["c2"]["value_rank"] == 1


def test_whoever_never_bought_is_worth_nothing_and_stands_above_a_loss() -> None:
    found = tiers([customer("loss", -5), customer("none", None), customer("gain", 5)])
    assert found["none"]["value"] == 0
    assert [found[name]["value_rank"] for name in ("gain", "none", "loss")] == [1, 2, 3]


def test_a_value_that_is_not_known_stays_so_and_stands_last() -> None:
    rows = [
        {**customer("sold", 9), "gross_margin": None},
        {**customer("costed", 1), "gross_margin": Decimal(-1)},
    ]
    found = tiers(rows, "margin")
    assert found["sold"]["value"] is None
    assert found["sold"]["value_rank"] == 2


def test_boundaries_in_money_put_customers_where_their_value_reaches() -> None:
    rows = [customer(name, value) for name, value in (("a", 90), ("b", 50), ("c", 49), ("d", 5))]
    ends = Boundaries(None, (Decimal(90), Decimal(50), Decimal(10)))
    assert {name: row["tier"] for name, row in tiers(rows, ends=ends).items()} == {
        "a": "platinum",
        "b": "gold",
        "c": "silver",
        "d": "bronze",
    }


def test_a_value_that_is_not_known_reaches_no_boundary() -> None:
    rows = [{**customer("x", None), "orders": 2}]
    assert tiers(rows, ends=Boundaries(None, (Decimal(0), Decimal(0), Decimal(0))))["x"]["tier"] == "bronze"


@settings(max_examples=15, deadline=None)
@given(
    values=st.lists(st.integers(-3, 3), min_size=1, max_size=40),
    cuts=st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100)),
    seed=st.integers(0, 99),
)
def test_tiers_partition_whatever_shares_and_order(
    values: list[int], cuts: tuple[int, int, int], seed: int
) -> None:
    a, b, c = sorted(cuts)
    shares = TierShares(platinum=a / 100, gold=(b - a) / 100, silver=(c - b) / 100, bronze=(100 - c) / 100)
    rows = [customer(f"c{i}", value) for i, value in enumerate(values)]
    found = tiers(rows, shares=shares)
    assert found == tiers(random.Random(seed).sample(rows, len(rows)), shares=shares)
    assert sorted(row["value_rank"] for row in found.values()) == list(range(1, len(rows) + 1))
    order = [tier.value for tier in Tier]
    by_rank = sorted(found.values(), key=lambda row: row["value_rank"])
    assert [order.index(row["tier"]) for row in by_rank] == sorted(
        order.index(row["tier"]) for row in by_rank
    )
    sizes = Counter(row["tier"] for row in by_rank)
    limits = [0, *(last for _, last in tier_limits(shares, len(rows)))]
    assert [sizes[name] for name in order] == [high - low for low, high in itertools.pairwise(limits)]
