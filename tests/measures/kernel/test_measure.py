import pytest
from tests.companies import sale

from custrata.measures.kernel.measure import Estimate, Formula, Measure


def nothing(*_):
    raise AssertionError("no formula is run here")


FIRST = Formula(("transactions.cost",), nothing, nothing, nothing)
SECOND = Formula(("transactions.amount",), nothing, nothing, nothing, periods=("all",), dated=False)
MEASURE = Measure(
    "margin", "Margin", "What is earned.", "money", "lines", (FIRST, SECOND), periods=("all", "current")
)


@pytest.fixture
def base(company):
    return company.has("transactions", [sale("a", "2024-01-01")]).base()


def test_the_first_formula_whose_needs_are_met_is_used(company, base):
    assert MEASURE.formula(base, "all") is SECOND
    base = company.has("transactions", [sale("a", "2024-01-01", cost=1)]).base()
    assert MEASURE.formula(base, "all") is FIRST


def test_a_formula_holds_only_in_its_periods_and_dimensions(base):
    assert MEASURE.formula(base, "current") is None
    assert MEASURE.formula(base, "all", ("month",)) is None
    assert MEASURE.formula(base, "all", ("country",)) is SECOND


def test_a_measure_says_what_it_lacks(company, base):
    assert MEASURE.lack(base, "current") == "needs transactions.cost"
    assert MEASURE.lack(base, "previous") == "margin is read for all or current only"
    other = company.has("customers", [{"customer_id": "a"}]).base()
    assert MEASURE.lack(other, "current") == "needs transactions.cost"


def test_only_the_shortest_ways_to_a_measure_are_named(company):
    needs = [("transactions.cost", "spend.amount"), ("transactions.cost",), ("costs.amount", "spend.amount")]
    formulas = tuple(Formula(names, nothing, nothing, nothing) for names in needs)
    measure = Measure("profit", "Profit", "What is left.", "money", "lines", formulas)
    lack = measure.lack(company.has("transactions", [sale("a", "2024-01-01")]).base(), "all")
    assert lack == "needs transactions.cost or costs.amount and spend.amount"


def test_an_estimate_is_counted_unless_it_says_otherwise():
    assert Estimate(1.0, 3).method == "counted"
