from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, without
from tests.snapshots import YEAR, Book, pipeline, shop_with_profit

from custrata.drafting.draft import draft
from custrata.vocabulary import Relationship


def test_what_sells_most_comes_first_with_its_share():
    offers = drafted().offers
    assert [o.id for o in offers] == ["offer-plan", "offer-setup"]
    assert offers[0].statement.said() == "“Plan” sells €3.34m, 92% of revenue."


def test_what_leaves_far_less_than_the_rest_falls_short():
    assert [o.falls_short is None for o in drafted().offers] == [True, False]
    assert drafted().offers[1].falls_short.said() == (
        "Of “Setup”, 48% is left after cost, against 86% of all that is sold."
    )


def test_a_loss_is_said_as_a_loss():
    short = {o.name: o.falls_short for o in drafted(shop_with_profit).offers}
    assert short["Furniture"].said().startswith("“Furniture” comes to −$18.5k after cost")
    assert short["Technology"] is None


def test_without_categories_the_offer_is_a_gap():
    assert [(o.id, o.statement.kind) for o in drafted(pipeline).offers] == [("offer-all", "gap")]
    bare = without(maintainer(), drop=lambda r: ("category", "Plan") in r.segment)
    assert [o.name for o in draft(bare).offers] == ["Setup"]


def test_a_margin_that_covers_part_of_the_lines_says_nothing_of_one_category():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("customers", 50, "customers", 50)
    book.add("revenue", 1000.0, "money", 200, "orders")
    book.add("gross_margin", 100.0, "money", 20, "lines")
    book.add("gross_margin_rate", 0.5, "share", 20, "lines")
    book.add("revenue", 900.0, "money", 200, "orders", segment=(("category", "Tea"),))
    book.add("gross_margin", 10.0, "money", 20, "orders", segment=(("category", "Tea"),))
    assert draft(book.snapshot({"transactions": 200})).offers[0].falls_short is None
