from __future__ import annotations

import pytest
from tests.snapshots import YEAR, Book, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.separation import named, named_together, plain, separations
from custrata.vocabulary import Relationship


def company(rates: dict[str, tuple[float, int]]) -> Desk:
    """A contractual company whose plan says at which rate customers leave."""
    book = Book("A", YEAR, "EUR", Relationship.CONTRACTUAL)
    book.add("customers", sum(n for _, n in rates.values()), "customers", sum(n for _, n in rates.values()))
    for name, (rate, n) in rates.items():
        where = (("plan", name),)
        book.add("customers", n, "customers", n, segment=where)
        book.add("customer_churn_rate", rate, "share", n, segment=where)
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


def test_names_of_attributes_are_read_without_underscores():
    assert plain("Age_Band ") == "age band"


def test_whether_something_is_so_is_named_with_the_attribute():
    assert named((("senior_citizen", "Yes"),)) == "customers with “senior citizen: yes”"
    assert named((("plan", "Pro"),)) == "customers whose plan is “Pro”"


def test_several_parts_of_one_attribute_are_named_together():
    parts = [(("plan", name),) for name in ("Pro", "Max", "Free")]
    assert named_together(parts) == "customers whose plan is “Pro”, “Max” or “Free”"
    assert named_together([]) == "customers"
