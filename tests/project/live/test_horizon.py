from dataclasses import replace

from tests.snapshots import NOTIONAL, Book, grocer

from custrata.project.live.horizon import ahead, behind
from custrata.vocabulary import Relationship


def saying(*rules):
    return replace(grocer().manifest, rules={"value": rules})


def test_the_horizon_is_what_the_build_says():
    said = "Lifetime value counts from 2018-01-01, 36 months ahead, discounted at 10% a year."
    assert ahead(saying(said, "Another sentence.")) == "next 36 months, discounted at 10% a year"
    assert ahead(saying("Lifetime value counts from 2018-01-01, 1 month ahead.")) == "next 1 month"


def test_two_ways_with_two_horizons_are_both_said():
    found = saying(
        "from 2018-01-01, 36 months ahead, discounted at 10% a year", "from 2018-01-01, 12 months ahead"
    )
    assert ahead(found) == "next 12 to 36 months, discounted at 10% a year"


def test_without_a_lifetime_value_no_horizon_is_made_up():
    assert ahead(saying()) == ""
    assert ahead(saying("Lifetime value is not known: nothing.")) == ""


def test_the_history_is_named_by_its_days_unless_they_are_notional():
    assert behind(grocer().manifest) == "2 Jan 2023 to 30 Dec 2024"
    undated = Book("A", NOTIONAL, "EUR", Relationship.UNKNOWN).snapshot({})
    assert behind(undated.manifest) == ""
