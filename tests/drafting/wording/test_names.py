from __future__ import annotations

from tests.snapshots import YEAR, Book, outfitter, phone_company

from custrata.drafting.wording.names import names_in
from custrata.vocabulary import Relationship


def test_values_of_the_companys_own_attributes_and_its_name_are_names():
    found = names_in(phone_company())

    assert {"Month-to-month", "Two year", phone_company().manifest.company} <= found


def test_tiers_stages_months_and_ranks_are_none():
    found = names_in(phone_company())

    assert not found & {"platinum", "gold", "at risk", "not known", "1", "2024-01"}


def test_what_the_program_calls_its_own_parts_is_no_name():
    assert not names_in(outfitter()) & {"deviance", "mean", "balanced", "gone", "2024-Q1", "alpha"}


def test_a_short_value_is_a_name_too():
    book = Book("Q", YEAR, "USD", Relationship.UNKNOWN)
    book.by("customers", "customers", "country", [("UK", 3, 3), ("US", 4, 4), ("49", 1, 1)])

    assert names_in(book.snapshot({"customers": 8})) == {"Q", "UK", "US"}
