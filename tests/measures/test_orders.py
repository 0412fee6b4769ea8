import datetime as dt
import random
from decimal import Decimal

import pytest
from tests.companies import Company, sale, twelve

from custrata.measures import CATALOGUE, ORDERS, Request, purchase_summary_query, standard_requests
from custrata.measures.orders import (
    lines_as_orders_query,
    orders_query,
    single_lines_query,
    single_orders_query,
)


@pytest.fixture(scope="module")
def shop():
    rows = [
        sale("a", "2024-01-01", 60, order_id="1", discount=20, quantity=1),
        sale("a", "2024-01-01", 40, order_id="1", discount=0, quantity=2),
        sale("b", "2024-01-02", 100, order_id="2", quantity=1),
        sale("a", "2024-01-03", -30, order_id="3", quantity=-1),
        sale("a", "2024-01-03", -5, order_id="4", kind="fee", quantity=1),
        sale(None, "2024-01-04", 15, order_id="5"),
    ]
    return Company().has("transactions", rows)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


@pytest.mark.parametrize(
    ("measure", "value", "n"),
    [
        ("revenue", 180, 3),
        ("orders", 3, 3),
        ("order_lines", 6, 6),
        ("refunds", 30, 1),
        ("refund_orders", 1, 1),
        ("refund_rate", twelve(30 / 215), 3),
        ("average_order_value", twelve(215 / 3), 3),
        ("anonymous_revenue", 15, 1),
        ("anonymous_orders", 1, 1),
        ("discount_share", twelve(20 / 235), 3),
    ],
)
def test_sales_refunds_fees_and_anonymous_sales_each_count_where_they_belong(shop, base, measure, value, n):
    found = shop.one(base, measure)
    assert (found.value, found.n) == (value, n)


def test_a_window_without_sales_has_revenue_0_and_no_average(company):
    base = company.has("transactions", [sale("a", "2024-01-01"), sale("a", "2024-12-31", -5)]).base()
    assert company.one(base, "revenue", "current").value == -5
    assert company.one(base, "average_order_value", "current").reason == "no sales in the period"


def test_without_order_ids_an_order_is_a_customer_and_a_day(company):
    rows = [
        sale("a", "2024-01-01T09:00"),
        sale("a", "2024-01-01T18:00"),
        sale("a", "2024-01-02"),
        sale("b", "2024-01-01"),
    ]
    anonymous = [sale(None, "2024-01-01"), sale(None, "2024-01-01")]
    base = company.has("transactions", rows + anonymous).base()
    assert company.one(base, "orders").value == 5
    assert company.one(base, "anonymous_orders").value == 2


def test_an_order_over_several_days_and_channels_is_one_order(company):
    lines = [("2024-01-01", "web"), ("2024-01-02", "web"), ("2024-01-02", "shop")]
    base = company.has("transactions", [sale("a", d, order_id="1", channel=c) for d, c in lines]).base()
    assert company.one(base, "orders").value == 1
    assert company.values(base, "orders", "channel") == {"shop": 1, "web": 1}


def test_lines_without_a_kind_are_refunds_when_money_goes_back(company):
    rows = [sale("a", "2024-01-01", 10), sale("a", "2024-01-02", -4)]
    base = company.has("transactions", [{**row, "kind": None} for row in rows]).base()
    assert company.one(base, "refunds").value == 4


def test_the_prepared_orders_carry_all_money_of_the_lines(shop, base):
    (row,) = shop.rows(
        base.tables[ORDERS].aggregate(m=base.tables[ORDERS].amount.sum(), n=base.tables[ORDERS].lines.sum())
    )
    assert (row["m"], int(row["n"])) == (Decimal(180), 6)


def test_revenue_by_category_equals_revenue(company):
    company.has("products", [{"product_id": p, "category": c} for p, c in (("p", "tea"), ("q", "ink"))])
    rows = [
        sale("a", "2024-01-01", m, product_id=p, order_id="1")
        for m, p in ((1, "p"), (2, "q"), (3, "p"), (4, "x"))
    ]
    base = company.has("transactions", rows).base()
    assert company.values(base, "revenue", "category") == {"tea": 4, "ink": 2, "not known": 4}
    assert company.values(base, "orders", "category") == {"tea": 1, "ink": 1, "not known": 1}


def test_money_is_summed_without_rounding(company):
    cents = [sale("a", "2024-01-01", "0.1")] * 3 + [sale("a", "2024-01-02", "999999999999.999999")]
    base = company.has("transactions", cents).base()
    assert company.one(base, "revenue").value == 1e12


@pytest.mark.real_data
def test_the_grocer_sells_what_the_packages_say(real_data):
    company = Company(threads=2)
    columns = {
        "transaction_id": "row_number() over ()",
        "customer_id": "household_id",
        "occurred_at": "transaction_timestamp",
        "amount": "sales_value",
        "order_id": "basket_id",
        "discount": "retail_disc + coupon_disc",
        "kind": "'sale'",
    }
    company.scan("transactions", f"'{real_data}/completejourney/transactions.parquet'", columns)
    base = company.base()
    names = ("revenue", "orders", "order_lines", "customers")
    found = {r.measure: r.value for r in company.read(base, *map(Request, names))}
    assert found == {"revenue": 4596039.58, "orders": 155848, "order_lines": 1469307, "customers": 2469}


@pytest.mark.real_data
def test_the_wholesaler_reconciles_to_the_penny(real_data):
    company = Company(threads=2)
    bad_debt = "when Quantity * UnitPrice < 0 then 'fee'"
    columns = {
        "transaction_id": "row_number() over ()",
        "customer_id": "CustomerID::bigint",
        "occurred_at": "InvoiceDate",
        "amount": "Quantity * UnitPrice::decimal(12, 3)",
        "order_id": "InvoiceNo",
        "kind": f"case when InvoiceNo like 'C%' then 'refund' {bad_debt} else 'sale' end",
    }
    company.scan("transactions", f"'{real_data}/online_retail/online_retail.parquet'", columns)
    base = company.base()
    names = ("revenue", "refund_orders", "order_lines", "customers")
    found = {r.measure: r.value for r in company.read(base, *map(Request, names))}
    assert found == {"revenue": 9747747.934, "refund_orders": 3836, "order_lines": 541909, "customers": 4372}


@pytest.fixture(scope="module")
def years():
    """Two years of seeded orders: refunds, fees, anonymous sales, several orders a day, a cost for some."""
    chance = random.Random(11)
    rows = []
    for number in range(400):
        day = dt.date(2023, 1, 1) + dt.timedelta(days=chance.randrange(730))
        who = chance.choice([*"abcdefghij", None])
        money = chance.choice([5, 10, 12.5, 40, -3])
        more = {"cost": Decimal(chance.choice([2, 6, 11]))} if chance.random() < 0.8 else {}
        rows.append(
            sale(who, str(day), money, order_id=f"o{number}", discount=Decimal(chance.choice([0, 1])), **more)
        )
    people = [{"customer_id": c, "country": "de" if c < "e" else "fr"} for c in "abcdefghij"]
    return Company().has("transactions", rows).has("customers", people)


def test_sums_by_customer_and_span_give_every_reading_that_the_orders_give(years):
    base = years.base().having(dimensions=("country",), provided=frozenset({"customers.country"}))
    summed = years.summed(base)
    asked = standard_requests(base)
    plain = {(r.key, r.value, r.n, r.low, r.high) for r in years.read(base, *asked)}
    assert plain == {(r.key, r.value, r.n, r.low, r.high) for r in years.read(summed, *asked)}
    assert len(plain) > 100


def test_sums_by_customer_and_span_give_the_same_purchase_summary(years):
    base = years.base()
    both = [
        sorted(years.rows(purchase_summary_query(b)), key=lambda row: row["customer_id"])
        for b in (base, years.summed(base))
    ]
    assert both[0] == both[1]


def test_an_order_in_two_channels_is_not_counted_singly(company, years):
    rows = [sale("a", "2024-01-01", order_id="1", channel=c) for c in ("web", "shop")]
    split = company.has("transactions", rows)
    assert split.rows(single_orders_query(split.base())) == [{"single": False}]
    assert years.rows(single_orders_query(years.base())) == [{"single": True}]


def test_lines_that_are_orders_of_their_own_are_not_added_up(shop, years):
    assert shop.rows(single_lines_query(shop.base())) == [{"single": False}]
    base = years.base()
    assert years.rows(single_lines_query(base)) == [{"single": True}]
    plain, added = (
        sorted(years.rows(query(base)), key=lambda row: row["order_key"])
        for query in (lines_as_orders_query, orders_query)
    )
    assert plain == added


@pytest.mark.parametrize("name", ["refunds", "refund_orders", "refund_rate"])
def test_the_day_on_which_a_refund_counts_is_said(name):
    assert "on the day of the sale" in CATALOGUE[name].definition.replace(
        "on that of the", "on the day of the"
    )
