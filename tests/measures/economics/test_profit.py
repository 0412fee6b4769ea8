import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.served import pool, sale, served, spell, spent, ticket

from custrata.settings import Range, ServingRates, Settings

PEOPLE = [
    {"customer_id": c, "region": region, "acquisition_channel": "fair"}
    for c, region in zip("abc", "nns", strict=True)
]
SALES = [
    sale("a", "2024-01-02", 100, cost=40, discount=5),
    sale("b", "2024-02-02", 50),
    sale("c", "2024-02-03", -20, cost=-8),
    sale(None, "2024-02-04", 9, cost=4),
]
COSTS = [
    pool("Support", "2024-01-01", 30, 60),
    pool("Rent", "2024-02-01", 7),
    pool("Visits", "2024-02-01", 3, 1, "c"),
]


@pytest.fixture
def shop(tmp_path):
    return served(
        tmp_path, customers=PEOPLE, transactions=SALES, tickets=[ticket("a", "2024-01-05", 20)], costs=COSTS,
        spend=[spent("Fair", "2024-01-01", 15), spent("Web", "2024-01-01", 2)],
    )  # fmt: skip


def test_every_line_has_its_money_and_the_memo_is_in_no_sum(shop):
    lines = shop.values("profit_and_loss")
    assert lines == {
        "revenue": 139,
        "cost of goods": -36,
        "sales of unknown cost": -50,
        "Support": -10,
        "Visits": -3,
        "acquisition": -17,
        "unallocated": -27,
        "profit": -4,
        "memo: discounts given": 5,
    }


def test_segments_and_what_is_no_customers_add_up_to_the_company(shop):
    whole = shop.values("profit_and_loss")
    parts = {}
    for reading in shop.read("profit_and_loss", "region"):
        (_, region), (_, line) = reading.segment
        parts.setdefault(line, {})[region] = reading.value
    assert {line: pytest.approx(sum(by.values()), abs=1e-9) for line, by in parts.items()} == whole
    assert parts["unallocated"] == {"no customer": -27}
    assert parts["revenue"] == {"n": 150, "s": -20, "no customer": 9}
    assert parts["profit"]["no customer"] == pytest.approx(9 - 4 - 27 - 2)


@pytest.mark.parametrize("name", ["profit", "revenue", "unallocated", "memo: discounts given", "Acquisition"])
def test_a_driver_that_is_called_as_a_line_stays_apart_from_it(tmp_path, name):
    costs = [pool(name, "2024-02-01", 3, 1, "c"), pool("Rent", "2024-02-01", 7)]
    lines = served(tmp_path, customers=PEOPLE, transactions=SALES, costs=costs).values("profit_and_loss")
    assert lines.pop(f"cost of serving: {name}") == -3
    assert {line: lines[line] for line in ("revenue", "profit", "unallocated")} == {
        "revenue": 139, "profit": 139 - 36 - 50 - 3 - 7, "unallocated": -7,
    }  # fmt: skip


def test_months_add_up_to_the_company(shop):
    profit = [
        r.value for r in shop.read("profit_and_loss", "month") if ("profit_line", "profit") in r.segment
    ]
    assert sum(profit) == pytest.approx(-4)


def test_without_cost_of_goods_it_is_said(tmp_path):
    found = served(
        tmp_path, transactions=[sale("a", "2024-01-02", 9)], costs=[pool("Visit", "2024-01-01", 2, 1, "a")]
    )
    (profit,) = [r for r in found.read("profit_and_loss") if r.segment == (("profit_line", "profit"),)]
    assert profit.value == 7
    assert "cost of goods is not known" in profit.definition


def test_contracts_stand_for_revenue_where_there_are_no_transactions(tmp_path):
    rates = Settings(serving=ServingRates(support_ticket={"other": Range(low=1, likely=2, high=4)}))
    spells = [spell("a", "2024-01-01", mrr=100)]
    found = served(
        tmp_path, rates, subscriptions=spells, tickets=[ticket("a", "2024-03-05")], as_of="2024-12-31"
    )
    lines = {r.segment[0][1]: r for r in found.read("profit_and_loss")}
    assert lines["revenue"].value == pytest.approx(100 * 366 * 12 / 365.25, abs=1e-6)
    assert (lines["tickets"].value, lines["tickets"].low, lines["tickets"].high) == (-2, -4, -1)


def test_without_any_cost_there_is_no_account(tmp_path):
    (found,) = served(tmp_path, transactions=[sale("a", "2024-01-02", 9)]).read("profit_and_loss")
    assert found.value is None


LINES = st.tuples(
    st.sampled_from(["a", "b", "c", None]),
    st.integers(1, 28),
    st.integers(-9999, 99999),
    st.integers(0, 9999),
)
POOLS = st.tuples(st.sampled_from(["Support", "Rent", "Orders"]), st.integers(1, 99999), st.integers(1, 99))


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, min_size=1, max_size=12), st.lists(POOLS, max_size=5))
def test_the_account_closes_to_the_cent_whatever_is_in_it(tmp_path_factory, lines, pools):
    sales = [sale(c, f"2024-01-{d:02}", a / 100, cost=k / 100) for c, d, a, k in lines] + [
        sale("a", "2024-01-28", 1, cost=1)
    ]
    costs = [pool(driver, "2024-01-01", a / 100, q) for driver, a, q in pools] + [
        pool("Rent", "2024-01-01", 1)
    ]
    found = served(
        tmp_path_factory.mktemp("any"), customers=PEOPLE, transactions=sales, costs=costs,
        tickets=[ticket("b", "2024-01-09", 33)],
    )  # fmt: skip
    whole = found.values("profit_and_loss")
    by_region = {}
    for reading in found.read("profit_and_loss", "region"):
        line = reading.segment[1][1]
        by_region[line] = by_region.get(line, 0) + reading.value
    assert by_region == pytest.approx(whole, abs=0.004)
    profit = sum(value for line, value in whole.items() if line not in ("profit", "memo: discounts given"))
    books = sum(row["amount"] - row["cost"] for row in sales) - sum(row["amount"] for row in costs)
    assert whole["profit"] == pytest.approx(profit, abs=1e-6)
    assert whole["profit"] == pytest.approx(float(books), abs=0.004)
