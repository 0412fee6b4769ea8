from __future__ import annotations

from tests.snapshots import YEAR, Book, grocer, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.findings.leaving import (
    left,
    monthly_revenue,
    spells_end,
    who_leaves,
    worth_apart,
    worth_not_apart,
)
from custrata.vocabulary import Relationship


def test_who_has_left_is_counted():
    assert left(Desk(phone_company())).said == "27% of 7,043 customers have left"
    assert left(Desk(grocer())) is None


def test_the_attribute_that_tells_who_leaves_names_its_ends():
    finding = who_leaves(Desk(phone_company()))
    assert finding.said == "With contract “Month-to-month” 43% have left; with “Two year” 2.8%"


def company(names: tuple[str, str], attribute: str = "a_rather_long_name_of_an_attribute") -> Desk:
    book = Book("A", YEAR, "EUR", Relationship.CONTRACTUAL)
    book.add("customers", 1000, "customers", 1000)
    book.add("revenue", 1000.0, "money", 1000)
    for name, rate, worth in zip(names, (0.1, 0.5), (900.0, 100.0), strict=True):
        where = ((attribute, name),)
        book.add("customers", 500, "customers", 500, segment=where)
        ends = (rate - 0.04, rate + 0.04)
        book.add("customer_churn_rate", rate, "share", 500, segment=where, interval=ends)
        book.add("revenue", worth, "money", 500, segment=where)
    return Desk(book.snapshot({}))


def test_long_names_give_way_to_a_short_title():
    long = company(("a value that goes on and on", "another that does the same"))
    assert len(who_leaves(long).said) <= 90
    assert who_leaves(long).said.endswith("between 10% and 50% of customers left")


def test_the_attribute_that_tells_worth_names_who_brings_it():
    finding = worth_apart(company(("Large", "Small"), "company_size"))
    assert finding.said == "Company size “Large” holds 50% of customers and brings 90% of revenue"
    assert worth_apart(company(("Large", "Small"))) is None
    assert worth_apart(Desk(phone_company())) is None


def regions(largest: float, half: float) -> Desk:
    """Two regions of 100 customers that brought 9,000 and 3,000; how much the largest, how sure the means."""
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("customers", 200, "customers", 200)
    book.add("revenue", 12_000.0, "money", 900, "orders")
    book.add("revenue_per_customer", 60.0, "money", 200, interval=(50.0, 70.0))
    for name, worth, one in (("East", 9_000.0, largest), ("West", 3_000.0, 0.02)):
        where = (("region", name),)
        book.add("customers", 100, "customers", 100, segment=where)
        book.add("revenue", worth, "money", 450, "orders", segment=where)
        book.add("top_1_revenue_share", one, "share", 100, segment=where)
        mean = worth / 100
        book.add(
            "revenue_per_customer", mean, "money", 100, segment=where, interval=(mean - half, mean + half)
        )
    return Desk(book.snapshot({}))


def test_a_difference_that_one_customer_makes_is_told_as_that_and_no_more():
    desk = regions(largest=0.67, half=10.0)
    assert worth_apart(desk) is None
    told = worth_not_apart(desk)
    assert told.said == "With region “East” one customer brought 67% of it all"
    assert told.consequence.startswith("Draw no line by it yet")


def test_a_difference_within_chance_is_told_as_that():
    desk = regions(largest=0.05, half=50.0)
    assert worth_apart(desk) is None
    assert (
        worth_not_apart(desk).said == "With region “East” a customer brought €90, against €60: within chance"
    )


def test_a_difference_that_holds_is_not_doubted():
    desk = regions(largest=0.05, half=10.0)
    assert worth_not_apart(desk) is None
    assert worth_apart(desk).said == "Region “East” holds 50% of customers and brings 75% of revenue"


def test_contracts_that_end_are_told_apart_from_customers_that_leave():
    book = Book("A", YEAR, "EUR", Relationship.CONTRACTUAL)
    book.add("customers", 500, "customers", 500)
    book.add("contracts", 5000, "contracts", 5000, "contracts")
    book.add("spell_end_rate", 0.0972, "share", 5000, "contracts")
    assert spells_end(Desk(book.snapshot({}))).said.startswith("9.7% of contracts have ended")
    assert spells_end(Desk(phone_company())) is None


def test_what_contracts_bring_is_told_by_the_month():
    assert monthly_revenue(Desk(phone_company())).said == "Running contracts bring 317k a month"
    assert monthly_revenue(Desk(grocer())) is None
