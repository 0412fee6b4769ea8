import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custrata.economics.exchange import (
    SIGNS,
    axes,
    equal_parts_query,
    exchange_index_query,
    known_query,
    percentiles_query,
    placed_query,
)
from custrata.settings import ExchangeRules, ExchangeWeights

NAMES = (*(sign.column for sign in SIGNS), "recommends", "referrals", "worth")


def run(query):
    return ibis.duckdb.connect().to_pyarrow(query).to_pylist()


def table(**columns):
    n = len(next(iter(columns.values())))
    whole = {name: columns.get(name, [None] * n) for name in NAMES}
    schema = {"customer_id": "string", **dict.fromkeys(NAMES, "float64")}
    return ibis.memtable({"customer_id": list("abcdefghij")[:n], **whole}, schema=schema)


PLAIN = ExchangeRules()


def index(rules=PLAIN, **columns):
    signs = table(**columns)
    found = axes(run(known_query(signs))[0], rules)
    rows = run(exchange_index_query(signs, found, rules))
    both = {r["customer_id"]: (r["value_to_customer"], r["value_to_business"]) for r in rows}
    return {n: tuple(None if v is None else float(v) for v in both[n]) for n in sorted(both)}


def test_percentile_rank_is_the_share_below_plus_half_of_the_equal():
    rows = run(percentiles_query(table(usage=[1.0, 2.0, 2.0, 9.0, None]), "usage", 4))
    assert {r["value"]: r["rank"] for r in rows} == {1: 12.5, 2: 50, 9: 87.5}
    turned = run(percentiles_query(table(usage=[1.0, 2.0, 2.0, 9.0]), "usage", 4, higher=False))
    assert {r["value"]: r["rank"] for r in turned} == {1: 87.5, 2: 50, 9: 12.5}


def test_value_to_the_customer_is_the_weighted_mean_of_what_is_known_of_them():
    rules = ExchangeRules(weights=ExchangeWeights(usage=3))
    found = index(rules, usage=[1.0, 2.0, 3.0, 4.0], tenure=[9.0, 8.0, None, 7.0], worth=[1.0, 2.0, 3.0, 4.0])
    # usage ranks 12.5, 37.5, 62.5, 87.5; tenure 83.3, 50, none, 16.7; c has one part alone.
    assert found == {
        "a": (pytest.approx((3 * 12.5 + 250 / 3) / 4, abs=1e-6), 12.5),
        "b": (pytest.approx((3 * 37.5 + 50) / 4), 37.5),
        "c": (None, 62.5),
        "d": (pytest.approx((3 * 87.5 + 50 / 3) / 4, abs=1e-6), 87.5),
    }


def test_effort_and_waiting_count_the_other_way_round():
    found = index(tickets=[0.0, 5.0], response=[10.0, 90.0], worth=[1.0, 2.0])
    assert found == {"a": (75, 25), "b": (25, 75)}


def test_promoters_and_referrals_add_to_what_a_customer_gives_even_to_a_loss():
    known = {"usage": [1.0, 2.0, 3.0, 4.0], "tenure": [1.0, 2.0, 3.0, 4.0]}
    worth = [100.0, 105.0, -10.0, -10.5]
    plain = index(**known, worth=worth)
    asked = index(**known, worth=worth, recommends=[10.0, 8.0, 5.0, None], referrals=[None, None, None, 1.0])
    assert [plain[n][1] for n in "abcd"] == [62.5, 87.5, 37.5, 12.5]
    # a: 110 passes b; c: a detractor loses 11; d: a referral brings the loss to 9.45.
    assert [asked[n][1] for n in "abcd"] == [87.5, 62.5, 12.5, 37.5]


def test_quadrants_begin_at_their_boundary_and_are_empty_where_an_axis_is_not_known():
    rows = [("a", 60, 60), ("b", 40, 60), ("c", 60, 40), ("d", 40, 40), ("e", None, 90), ("f", 50, 50)]
    schema = {
        "customer_id": "string",
        "value_to_customer": "decimal(9,6)",
        "value_to_business": "decimal(9,6)",
    }
    held = ibis.memtable([dict(zip(schema, r, strict=True)) for r in rows], schema=schema)
    assert {r["customer_id"]: r["exchange"] for r in run(placed_query(held, 50, 50))} == {
        "a": "balanced",
        "b": "under-served",
        "c": "over-served",
        "d": "misfit",
        "e": None,
        "f": "balanced",
    }


def test_an_equal_part_is_what_each_would_have_if_all_had_the_same():
    # Worked by hand: 1, 1, 1, 1 and 16 make 4 each, so one of five gives much; medians would make it three.
    known = {"usage": [1.0, 2.0, 3.0, 4.0, 5.0], "tenure": [5.0, 4.0, 3.0, 2.0, 1.0]}
    signs = table(**known, worth=[1.0, 1.0, 1.0, 1.0, 16.0])
    held = exchange_index_query(signs, axes(run(known_query(signs))[0], PLAIN), PLAIN)
    (equal,) = run(equal_parts_query(held))
    assert {k: float(v) for k, v in equal.items()} == {
        "both": 5,
        "customer": 50,
        "brought": 4,
        "business": 90,
    }
    placed = run(placed_query(held, equal["customer"], equal["business"]))
    assert sorted(r["exchange"] for r in placed) == ["balanced", *["over-served"] * 4]
    assert set(placed[0]) == {"customer_id", "value_to_customer", "value_to_business", "exchange"}


def test_cells_of_the_map_are_not_equal_by_construction():
    worth = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 50.0, 60.0, 70.0, 80.0]
    signs = table(usage=[float(n) for n in range(10)], tenure=[float(n) for n in range(10)], worth=worth)
    held = exchange_index_query(signs, axes(run(known_query(signs))[0], PLAIN), PLAIN)
    (equal,) = run(equal_parts_query(held))
    found = [r["exchange"] for r in run(placed_query(held, equal["customer"], equal["business"]))]
    assert {name: found.count(name) for name in set(found)} == {"balanced": 4, "over-served": 1, "misfit": 5}


def test_who_is_known_of_one_axis_alone_has_no_part_in_the_equal_parts():
    known = {"usage": [1.0, 2.0, None], "tenure": [1.0, 2.0, 3.0]}
    signs = table(**known, worth=[2.0, 4.0, 900.0])
    held = exchange_index_query(signs, axes(run(known_query(signs))[0], PLAIN), PLAIN)
    (equal,) = run(equal_parts_query(held))
    assert (equal["both"], equal["brought"]) == (2, 3.0)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-2, 2)), min_size=2, max_size=10))
def test_ranks_stay_within_bounds_and_business_ranks_average_to_fifty(rows):
    columns = {
        "usage": [float(u) for u, _, _ in rows],
        "tenure": [float(t) for _, t, _ in rows],
        "worth": [float(w) for _, _, w in rows],
    }
    signs = table(**columns)
    found = axes(run(known_query(signs))[0], ExchangeRules())
    if found.refusal:
        return
    placed = index(**columns)
    assert all(0 < c < 100 and 0 < b < 100 for c, b in placed.values())
    assert sum(b for _, b in placed.values()) / len(placed) == pytest.approx(50, abs=1e-5)
