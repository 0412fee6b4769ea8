import pytest
from tests.companies import Company, sale, twelve

from custrata.measures import Request


def priced(customer, amount, cost, **more):
    return sale(customer, "2024-01-01", amount, cost=cost, **more)


@pytest.fixture(scope="module")
def shop():
    rows = [
        priced("best", 100, 40),
        priced("good", 50, 30),
        priced("even", 10, 10),
        priced("bad", 20, 45),
        priced("bad", 5, 10),
        priced("unknown", 70, None),
        priced(None, 9, 4),
    ]
    return Company().has("transactions", rows)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


@pytest.mark.parametrize(
    ("measure", "value", "n"),
    [
        ("gross_margin", 55, 6),
        ("gross_margin_rate", twelve(55 / 194), 6),
        ("loss_making_lines", 2, 6),
        ("loss_making_customers", 1, 4),
        ("loss_making_margin", -30, 1),
        ("whale_curve_peak", 1.6, 4),
        ("whale_curve_peak_at", 0.5, 4),
    ],
)
def test_margin_is_of_the_lines_and_customers_whose_cost_is_known(shop, base, measure, value, n):
    found = shop.one(base, measure)
    assert (found.value, found.n) == (value, n)


def test_the_whale_curve_has_a_point_at_each_percent_from_0_to_the_whole(shop, base):
    found = shop.read(base, Request("whale_curve"))
    assert [r.segment for r in found] == [(("customer_share", f"{k}%"),) for k in range(101)]
    at = {r.segment[0][1]: r.value for r in found}
    assert [at[k] for k in ("0%", "12%", "13%", "25%", "50%", "75%", "100%")] == [0, 0, 1.2, 1.2, 1.6, 1.6, 1]


def test_the_curve_never_passes_its_peak(shop, base):
    peak = shop.one(base, "whale_curve_peak").value
    assert max(r.value for r in shop.read(base, Request("whale_curve"))) == peak


def test_there_is_a_curve_for_each_segment(company):
    company.has(
        "customers", [{"customer_id": c, "region": r} for c, r in (("a", "n"), ("b", "n"), ("c", "s"))]
    )
    base = company.has("transactions", [priced("a", 9, 1), priced("b", 1, 5), priced("c", 3, 1)]).base()
    found = company.values(base, "whale_curve", "region")
    assert (len(found), found["n 50%"], found["n 100%"], found["s 100%"]) == (202, 2, 1, 1)


def test_a_company_without_profit_has_no_whale_curve(company):
    base = company.has("transactions", [priced("a", 9, 10), priced("b", 1, 1)]).base()
    for name in ("whale_curve_peak", "whale_curve_peak_at"):
        assert "no margin in all" in company.one(base, name).reason
    assert company.one(base, "gross_margin").value == -1


def test_cost_comes_from_the_product_where_the_line_does_not_say_it(company):
    company.has("products", [{"product_id": "p", "unit_cost": 3}])
    rows = [
        sale("a", "2024-01-01", 10, product_id="p", quantity=2),
        sale("a", "2024-01-01", 5, product_id="x", quantity=1),
    ]
    found = company.one(company.has("transactions", rows).base(), "gross_margin")
    assert (found.value, found.n) == (4, 1)
    assert "unit cost" in found.definition


def test_without_any_cost_margin_is_not_known(company):
    found = company.one(company.has("transactions", [sale("a", "2024-01-01")]).base(), "gross_margin")
    assert found.value is None
    assert found.reason.startswith("needs transactions.cost or ")


def test_a_window_without_a_known_cost_has_no_margin(company):
    rows = [priced("a", 9, 3), sale("a", "2024-12-31", 5)]
    found = company.one(company.has("transactions", rows).base(), "gross_margin", "current")
    assert (found.value, found.reason) == (None, "no line of the period has a cost")


@pytest.mark.real_data
def test_the_whale_curve_of_the_superstore(real_data):
    company = Company()
    columns = {
        "transaction_id": '"Row ID"',
        "customer_id": '"Customer ID"',
        "occurred_at": '"Order Date"',
        "amount": '"Sales"::decimal(18, 6)',
        "cost": '"Sales"::decimal(18, 6) - "Profit"::decimal(18, 6)',
        "order_id": '"Order ID"',
        "kind": "'sale'",
    }
    company.scan(
        "transactions", f"read_csv('{real_data}/superstore/superstore.csv', all_varchar=true)", columns
    )
    base = company.base()
    names = (
        "revenue",
        "gross_margin",
        "whale_curve_peak",
        "loss_making_customers",
        "loss_making_lines",
        "customers",
    )
    found = {r.measure: r.value for r in company.read(base, *map(Request, names))}
    assert round(found.pop("whale_curve_peak"), 4) == 1.2487
    assert found == {
        "revenue": 2297200.8603,
        "gross_margin": 286397.0217,
        "loss_making_customers": 155,
        "loss_making_lines": 1871,
        "customers": 793,
    }
