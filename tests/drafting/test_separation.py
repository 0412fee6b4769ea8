from __future__ import annotations

import pytest
from tests.snapshots import YEAR, Book, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.separation import doubtful, named, named_together, plain, separations
from custrata.measures.kernel.estimates import wilson
from custrata.vocabulary import Relationship


def company(rates: dict[str, tuple[float, int]]) -> Desk:
    """A contractual company whose plan says at which rate customers leave."""
    book = Book("A", YEAR, "EUR", Relationship.CONTRACTUAL)
    book.add("customers", sum(n for _, n in rates.values()), "customers", sum(n for _, n in rates.values()))
    for name, (rate, n) in rates.items():
        where = (("plan", name),)
        book.add("customers", n, "customers", n, segment=where)
        book.add("customer_churn_rate", rate, "share", n, segment=where, interval=wilson(round(rate * n), n))
    return Desk(book.snapshot({}))


def test_the_attribute_that_tells_who_leaves_is_found_with_its_values_in_order():
    best = separations(Desk(phone_company()))[0]
    assert (best.dimension, best.measure) == ("contract", "customer_churn_rate")
    assert [v.name for v in best.values] == ["Month-to-month", "One year", "Two year"]
    assert best.strength > 0.5
    assert best.whole


def test_an_attribute_whose_values_leave_alike_separates_nothing():
    assert separations(company({"a": (0.20, 500), "b": (0.22, 500)})) == ()


def test_the_outcome_under_another_name_is_left_out():
    assert separations(company({"Churned": (1.0, 300), "Stayed": (0.0, 700)})) == ()
    assert separations(company({"a": (0.0, 300), "b": (0.5, 700)})) == ()


def test_values_too_small_to_speak_of_are_left_out_and_the_rest_still_covers_the_base():
    found = separations(company({"a": (0.1, 500), "b": (0.5, 490), "c": (0.9, 10)}))[0]
    assert [v.name for v in found.values] == ["b", "a"]
    assert found.covers == pytest.approx(1.0)


def test_customers_without_a_value_are_not_covered():
    found = separations(company({"a": (0.1, 400), "b": (0.5, 400), "not known": (0.3, 200)}))[0]
    assert [v.name for v in found.values] == ["b", "a"]
    assert not found.whole


def test_two_small_values_prove_nothing():
    assert separations(company({"a": (0.1, 20), "b": (0.6, 20)})) == ()


def test_rates_that_chance_may_have_set_apart_separate_nothing():
    assert separations(company({"a": (0.10, 60), "b": (0.20, 60)})) == ()
    assert len(separations(company({"a": (0.10, 600), "b": (0.20, 600)}))) == 1


def company_with(others: int) -> Desk:
    """A plan whose values leave at .10 and .22, beside attributes that say nothing."""
    book = Book("A", YEAR, "EUR", Relationship.CONTRACTUAL)
    book.add("customers", 300, "customers", 300)
    told = {"plan": (0.10, 0.22)} | {f"colour_{n}": (0.16, 0.16) for n in range(others)}
    for dimension, rates in told.items():
        for value, rate in zip(("a", "b"), rates, strict=True):
            where, leave = ((dimension, value),), wilson(round(rate * 150), 150)
            book.add("customers", 150, "customers", 150, segment=where)
            book.add("customer_churn_rate", rate, "share", 150, segment=where, interval=leave)
    return Desk(book.snapshot({}))


def test_a_difference_must_bear_how_many_were_tried():
    (alone,) = separations(company_with(0))
    assert alone.tried == 1
    assert separations(company_with(9)) == (), "one in ten such differences comes about by chance"


def worth(*firms: tuple[str, int, float, float, float]) -> Desk:
    """Regions with their customers, revenue, share of the largest and half the interval of the mean."""
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("customers", sum(f[1] for f in firms), "customers", sum(f[1] for f in firms))
    book.add("revenue", sum(f[2] for f in firms), "money", 900, "orders")
    for name, n, money, one, half in firms:
        where, mean = (("region", name),), money / n
        ends = (mean - half, mean + half)
        book.add("customers", n, "customers", n, segment=where)
        book.add("revenue", money, "money", n, "orders", segment=where)
        book.add("top_1_revenue_share", one, "share", n, segment=where)
        book.add("revenue_per_customer", mean, "money", n, segment=where, interval=ends)
    return Desk(book.snapshot({}))


def test_what_customers_are_worth_separates_only_where_no_single_customer_makes_the_difference():
    firm = ("West", 200, 20_000.0, 0.02, 10.0)
    assert [s.dimension for s in separations(worth(("East", 200, 60_000.0, 0.03, 40.0), firm))] == ["region"]
    one = worth(("East", 200, 60_000.0, 0.67, 40.0), firm)
    assert separations(one) == ()
    assert [(s.dimension, s.doubt) for s in doubtful(one)] == [("region", "one customer")]


def test_what_customers_are_worth_separates_only_beyond_chance():
    wide = worth(("East", 200, 60_000.0, 0.1, 210.0), ("West", 200, 20_000.0, 0.02, 10.0))
    assert separations(wide) == ()
    assert [s.doubt for s in doubtful(wide)] == ["chance"]


def test_names_of_attributes_are_read_without_underscores():
    assert plain("Age_Band ") == "age band"


def test_whether_something_is_so_is_named_with_the_attribute():
    assert named((("senior_citizen", "Yes"),)) == "customers with “senior citizen: yes”"
    assert named((("plan", "Pro"),)) == "customers whose plan is “Pro”"


def test_several_parts_of_one_attribute_are_named_together():
    parts = [(("plan", name),) for name in ("Pro", "Max", "Free")]
    assert named_together(parts) == "customers whose plan is “Pro”, “Max” or “Free”"
    assert named_together([]) == "customers"
