from __future__ import annotations

from tests.snapshots import YEAR, Book, grocer, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.findings.leaving import left, monthly_revenue, spells_end, who_leaves, worth_apart
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
        book.add("customer_churn_rate", rate, "share", 500, segment=where)
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
