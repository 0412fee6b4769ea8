import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.companies import Company, sale, spell, twelve

from custrata.measures import CATALOGUE, Request
from custrata.measures.movements import kept_share, retained_share

ADDS = ("opening", "new", "expansion", "reactivated")
TAKES = ("contraction", "lost")
BRIDGE = {part: f"{part}_revenue" for part in (*ADDS, *TAKES, "closing")}
COUNTS = (
    "opening_customers",
    "gained_customers",
    "reactivated_customers",
    "lost_customers",
    "closing_customers",
)


def bridge(company, base):
    names = {name: part for part, name in BRIDGE.items()}
    found = company.read(base, *(Request(name, "current") for name in names))
    return {names[r.measure]: r.value for r in found}


def closes(parts):
    cents = {part: round(Decimal(str(value)), 2) for part, value in parts.items()}
    return sum(cents[p] for p in ADDS) - sum(cents[p] for p in TAKES) == cents["closing"]


@pytest.fixture(scope="module")
def shop():
    rows = [
        *(sale("grows", d, m) for d, m in (("2023-03-01", 100), ("2024-03-01", 150))),
        *(sale("shrinks", d, m) for d, m in (("2023-03-01", 100), ("2024-03-01", 60))),
        *(sale("same", d, 10) for d in ("2023-03-01", "2024-03-01")),
        sale("leaves", "2023-06-01", "30.55"),
        *(sale("back", d, 20) for d in ("2022-03-01", "2024-05-01")),
        sale("first", "2024-12-30", 7),
        sale("long gone", "2022-01-01", 5),
        sale(None, "2024-01-01", 999),
    ]
    return Company().has("transactions", rows)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


def test_each_customer_moves_in_one_way_and_the_bridge_closes(shop, base):
    parts = bridge(shop, base)
    expected = {
        "opening": 240.55,
        "new": 7,
        "expansion": 50,
        "reactivated": 20,
        "contraction": 40,
        "lost": 30.55,
    }
    assert parts == {**expected, "closing": 247}
    assert closes(parts)


def test_the_bridge_of_customers_closes_too(shop, base):
    found = {m: shop.one(base, m, "current").value for m in COUNTS}
    assert found == dict(zip(COUNTS, (4, 1, 1, 1, 5), strict=True))


def test_new_revenue_is_set_against_expansion(shop, base):
    found = shop.one(base, "new_to_expansion", "current")
    assert (found.value, found.n) == (7 / 50, 5)


def test_without_expansion_there_is_nothing_to_set_new_revenue_against(company):
    base = company.has("transactions", [sale("a", "2023-01-01", 9), sale("a", "2024-06-01", 9)]).base()
    assert company.one(base, "new_to_expansion", "current").reason == (
        "no customer who stayed brings more than before"
    )


def test_retention_counts_the_opening_customers_only(shop, base):
    gross, net, logo = (
        shop.one(base, m, "current")
        for m in ("gross_revenue_retention", "net_revenue_retention", "logo_retention")
    )
    assert gross.value == twelve(170 / 240.55)
    assert net.value == twelve(220 / 240.55)
    assert (logo.value, logo.n, logo.method) == (0.75, 4, "Wilson, 95%")
    assert gross.low < gross.value < gross.high <= 1
    assert net.low < net.value < net.high


def test_movements_are_kept_by_attribute_and_add_up(company):
    rows = [
        sale(c, d, m) for c, d, m in (("a", "2023-03-01", 9), ("a", "2024-03-01", 4), ("b", "2024-12-30", 5))
    ]
    company.has(
        "customers", [{"customer_id": "a", "region": "north"}, {"customer_id": "b", "region": "south"}]
    )
    base = company.has("transactions", rows).base()
    found = company.values(base, "closing_revenue", "region", period="current")
    assert found == {"north": 4, "south": 5}


def test_a_customer_with_only_refunds_left_moves_without_breaking_the_bridge(company):
    rows = [sale("a", "2023-03-01", 50), sale("a", "2024-03-01", -20), sale("b", "2023-04-01", -3)]
    edges = [sale("c", "2022-01-01", 1), sale("c", "2024-12-30", 1)]
    base = company.has("transactions", [*rows, *edges]).base()
    parts = bridge(company, base)
    assert (parts["contraction"], parts["lost"], parts["opening"], parts["closing"]) == (70, -3, 47, -19)
    assert closes(parts)


def test_contracts_move_between_the_eve_of_the_window_and_its_last_day(company):
    spells = [
        spell("grows", "2023-01-01", 50, "2024-03-01"),
        spell("grows", "2024-03-01", 80),
        spell("leaves", "2023-01-01", 40, "2024-06-01"),
        spell("back", "2023-01-01", 10, "2023-06-01"),
        spell("back", "2024-02-01", 15),
        spell("first", "2024-12-30", 5),
        spell("passing", "2024-02-01", 7, "2024-03-01"),
        spell("free", "2023-01-01", 0),
    ]
    base = company.has("subscriptions", spells).base()
    parts = bridge(company, base)
    expected = {"opening": 90, "new": 5, "expansion": 30, "reactivated": 15, "contraction": 0, "lost": 40}
    assert parts == {**expected, "closing": 100}
    assert company.one(base, "logo_retention", "current").value == twelve(2 / 3)
    assert "Contract revenue a month" in company.one(base, "lost_revenue", "current").definition


def test_there_is_no_retention_without_an_opening(company):
    base = company.has(
        "subscriptions", [spell("a", "2024-12-01"), spell("b", "2024-06-01", 5, "2024-07-01")]
    ).base()
    found = company.one(base, "net_revenue_retention", "current")
    assert (found.value, found.reason) == (None, "there is no opening revenue to keep")


def test_movements_are_read_for_the_current_window_only():
    assert {CATALOGUE[name].periods for name in BRIDGE.values()} == {("current",)}


def test_the_interval_of_retention_is_that_of_a_ratio_of_sums():
    # x = 1, 2, 3 and y = 1, 1, 3: r = 5/6, residuals 1/6, −4/6, 3/6, sum of squares 26/36.
    row = {"opening": 6, "kept": 5, "people": 3, "xx": 14, "xy": 12, "yy": 11}
    found = retained_share(row)
    half = 1.959964 * (26 / 36 * 3 / 2) ** 0.5 / 6
    assert found.high - found.value == pytest.approx(half, rel=1e-6)
    assert kept_share(row).high == min(1, found.high)


def test_where_more_came_back_than_was_bought_the_interval_lies_below_nothing():
    row = {"opening": 6, "kept": -12, "people": 3, "xx": 14, "xy": -26, "yy": 50}
    found = retained_share(row)
    assert found.value == -2
    assert found.low < found.value < found.high < 0


def test_the_retention_of_one_customer_has_no_interval():
    found = retained_share({"opening": 6, "kept": 5, "people": 1, "xx": 36, "xy": 30, "yy": 25})
    assert (found.value, found.low, found.high) == (float(Decimal(5) / 6), None, None)
    assert kept_share({"opening": 6, "kept": 5, "people": 1}).high is None


days = st.integers(0, 800).map(lambda n: (dt.date(2022, 1, 1) + dt.timedelta(days=n)).isoformat())
money = st.decimals(min_value=-500, max_value=5000, places=2, allow_nan=False)
sales = st.builds(sale, st.sampled_from(["a", "b", "c", "d", None]), days, money)


@settings(max_examples=8)
@given(st.lists(sales, min_size=1, max_size=25))
def test_bridges_of_orders_always_close_to_the_cent(rows):
    first = [sale("a", "2022-01-01", 1), sale("a", "2024-03-31", 1)]
    company = Company().has("transactions", [*first, *rows])
    assert closes(bridge(company, company.base()))


@settings(max_examples=8)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), days, money.map(abs), st.none() | days), min_size=1, max_size=20
    )
)
def test_bridges_of_contracts_always_close_to_the_cent(rows):
    spells = [spell(c, start, mrr, end if end and end >= start else None) for c, start, mrr, end in rows]
    company = Company().has("subscriptions", [spell("a", "2022-01-01"), *spells, spell("z", "2024-03-31")])
    assert closes(bridge(company, company.base()))


def test_no_movement_between_windows_is_named_like_a_stage():
    for name in ("reactivated_customers", "reactivated_revenue"):
        measure = CATALOGUE[name]
        assert not {"won back", "lapsed"} & {measure.title.lower()}
        assert "window away" in measure.title
        assert "the stage won back" in measure.definition
