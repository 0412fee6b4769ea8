import pytest
from tests.companies import Company, sale

from custrata.errors import MeasureError
from custrata.measures import Request, plan, unanswered


@pytest.fixture(scope="module")
def shop():
    company = Company()
    rows = [sale(c, f"2024-{m:02}-01", m) for c in "abc" for m in range(1, 7)]
    return company.has("transactions", rows)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


def test_measures_on_the_same_relation_period_and_dimensions_are_one_query(base):
    asked = [Request(m, "all") for m in ("revenue", "orders", "average_order_value", "refund_rate")]
    (query,) = plan(base, asked)
    assert [a.measure.id for a in query.asked] == [r.measure for r in asked]


def test_equal_statistics_of_two_measures_are_computed_once(base):
    alone, both = (
        plan(base, [Request(m) for m in names])[0] for names in (("orders",), ("orders", "revenue"))
    )
    assert len(alone.expr.columns) == 1
    assert len(both.expr.columns) == 2


def test_a_reading_is_the_same_alone_and_in_company(shop, base):
    (alone,) = shop.read(base, Request("orders"))
    together = shop.read(base, Request("revenue"), Request("orders"), Request("refunds"))
    assert [r for r in together if r.measure == "orders"] == [alone]


def test_a_reading_carries_unit_period_definition_and_fingerprint(shop, base):
    (found,) = shop.read(base, Request("revenue", "current"))
    assert (found.unit, found.period, found.n_of) == ("EUR", base.windows["current"], "orders")
    assert found.definition.startswith("Money received")
    assert len(found.fingerprint) == 16
    assert int(found.fingerprint, 16) >= 0


def test_money_without_a_currency_says_money(shop, base):
    other = shop.base(currency="")
    assert shop.one(other, "revenue").unit == "money"
    assert shop.one(other, "orders").unit == "orders"


def test_fingerprints_tell_periods_dimensions_and_measures_apart(base):
    asked = [
        Request("revenue"),
        Request("revenue", "current"),
        Request("revenue", "all", ("month",)),
        Request("orders"),
    ]
    found = [f for query in plan(base, asked) for f in query.fingerprints]
    assert len(set(found)) == len(asked)


def test_fingerprints_are_the_same_in_another_engine():
    rows = [sale(c, f"2024-{m:02}-01", m) for c in "cba" for m in range(6, 0, -1)]
    base = Company().has("transactions", rows[::-1]).base()
    other = Company(threads=2).has("transactions", rows).base()
    asked = [Request("revenue"), Request("cohort_retention"), Request("revenue_gini", "current")]
    assert [q.sql_name for q in plan(base, asked)] == [q.sql_name for q in plan(other, asked)]


def test_the_same_request_twice_is_answered_once(shop, base):
    assert len(shop.read(base, Request("orders"), Request("orders"))) == 1


def test_a_month_without_sales_is_a_point_of_its_series(company):
    base = company.has("transactions", [sale("a", "2024-01-01"), sale("a", "2024-03-01")]).base()
    found = company.read(base, Request("orders", "all", ("month",)))
    assert [(r.segment[0][1], r.value) for r in found] == [("2024-01", 1), ("2024-02", 0), ("2024-03", 1)]


def test_an_unknown_measure_names_those_that_are_near(base):
    with pytest.raises(MeasureError, match="no measure is called 'revenu'") as caught:
        plan(base, [Request("revenu")])
    assert "revenue" in caught.value.remedy


def test_what_cannot_be_answered_is_a_reading_without_value_that_says_why(base):
    asked = [Request("nps"), Request("lost_revenue", "previous"), Request("revenue")]
    assert [q.asked[0].measure.id for q in plan(base, asked)] == ["revenue"]
    found = {r.measure: (r.value, r.reason) for r in unanswered(base, asked)}
    assert found["nps"] == (None, "needs feedback.rating")
    assert found["lost_revenue"] == (None, "lost_revenue is read for current only")
    assert "revenue" not in found


def test_a_short_history_has_no_windows_and_says_so(company):
    base = company.has("transactions", [sale("a", "2024-01-01"), sale("a", "2024-01-31")]).base()
    (found,) = company.read(base, Request("revenue", "current"))
    assert found.reason == "the history of 31 days is too short for two windows of 28 days"
    assert found.period.name == "current"


def test_a_number_has_twelve_digits(company):
    rows = [sale("a", "2024-01-01", 1), sale("a", "2024-01-02", 1), sale("a", "2024-01-03", -1)]
    base = company.has("transactions", [*rows, sale("b", "2024-01-01", 1)]).base()
    assert company.one(base, "refund_rate").value == 0.333333333333
