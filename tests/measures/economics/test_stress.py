import pytest
from tests.companies import Company, sale, spell, twelve

from custrata.measures.economics.stress import MEASURES
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered

CATALOGUE = {measure.id: measure for measure in MEASURES}


def read(company, measure, *dimensions, base=None):
    base = base or company.base()
    queries = plan(base, [Request(measure, "current", dimensions)], CATALOGUE)
    readings = [r for query in queries for r in query.readings(company.rows(query.expr))]
    return {" ".join(value for _, value in r.segment): r for r in readings}


@pytest.fixture(scope="module")
def shop():
    """Six buyers who bring 60, 50 … 10 now; all but the largest were there and brought 20 before."""
    rows = [sale(None, "2022-01-01", 1), *(sale(f"c{n}", "2022-06-01", 20) for n in range(1, 6))]
    rows += [sale(f"c{n}", "2023-12-31", n * 10) for n in range(1, 7)]
    return Company().has("transactions", rows)


def test_losing_the_largest_costs_what_they_bring_now(shop):
    found = read(shop, "loss_scenario_revenue")
    assert {k: (r.value, r.n) for k, r in found.items()} == {"top 1": (60, 1), "top 5": (200, 5)}


def test_points_beyond_the_number_of_customers_are_left_out(shop):
    assert list(read(shop, "loss_scenario_retention")) == ["top 1", "top 5"]


def test_retention_without_the_largest_keeps_what_they_opened_with(shop):
    found = read(shop, "loss_scenario_retention")
    # c6 is new: it opened with nothing, so retention stands; of the five largest, c2 to c5 were there before.
    assert found["top 1"].value == twelve(150 / 100)
    assert (found["top 5"].value, found["top 5"].n) == (twelve(10 / 100), 5)
    # Off the ratio of .1 are c2 to c5 by 0 − 2, and c1 by 10 − 2; the interval is that of a ratio of sums.
    squares = 4 * 2**2 + 8**2
    half = 1.959963984540054 * (squares * 5 / 4) ** 0.5 / 100
    assert found["top 5"].high == pytest.approx(0.1 + half, rel=1e-11)
    assert found["top 5"].low == 0


def test_contracts_are_lost_by_what_they_bring_a_month():
    firm = Company().has("subscriptions", [spell("a", "2022-01-01", 30), spell("b", "2022-01-01", 10)])
    base = firm.base("2023-12-31")
    assert read(firm, "loss_scenario_revenue", base=base)["top 1"].value == 30
    assert read(firm, "loss_scenario_retention", base=base)["top 1"].value == 0.25


def test_ranks_begin_anew_in_each_segment(shop):
    shop.has("customers", [{"customer_id": f"c{n}", "region": "ns"[n % 2]} for n in range(1, 7)])
    found = read(shop, "loss_scenario_revenue", "region")
    assert {k: r.value for k, r in found.items()} == {"n top 1": 60, "s top 1": 50}


def test_equity_is_of_the_same_customers_where_lifetime_value_is_known(shop):
    base = shop.base()
    people = base.tables["customers"]
    worth = people.mutate(lifetime_value=people.customer_id.right(1).cast("float64") * 7)
    wide = shop.keep("worth", worth)
    known = base.having({"customers": wide}, frozenset({"customers.lifetime_value"}))
    found = read(shop, "loss_scenario_equity", base=known)
    assert {k: (r.value, r.n) for k, r in found.items()} == {"top 1": (42, 1), "top 5": (140, 5)}


def test_without_lifetime_value_equity_says_what_it_needs(shop):
    (reading,) = unanswered(shop.base(), [Request("loss_scenario_equity", "current")], CATALOGUE)
    assert "needs a lifetime value" in reading.reason
