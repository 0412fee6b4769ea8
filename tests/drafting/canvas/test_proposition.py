from __future__ import annotations

import pytest
from tests.snapshots import YEAR, Book, grocer, phone_company, shop_with_profit

from custrata.drafting.canvas.proposition import largest, proposition_zone
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.vocabulary import Relationship


def test_what_a_customer_brings_leaves_out_buyers_without_a_record():
    zone = proposition_zone(Pen(Desk(grocer())), [], [])
    worth = next(s for s in zone.business_value_proposition.statements if s.kind == "claim")
    assert worth.figures[0].value == pytest.approx(4_600_000 * 0.92 / 2400)


def test_worth_is_told_by_the_month_where_nothing_else_is_known():
    book = Book("A", YEAR, "EUR", Relationship.CONTRACTUAL)
    book.add("mrr", 5000.0, "money", 50, "contracts")
    book.add("customers", 50, "customers", 50)
    zone = proposition_zone(Pen(Desk(book.snapshot({}))), [], [])
    assert (
        zone.business_value_proposition.statements[0].said() == "A customer brings €100 a month on average."
    )


def test_cost_that_is_not_known_is_a_gap_and_known_margin_is_a_claim():
    def kinds(snapshot):
        zone = proposition_zone(Pen(Desk(snapshot)), [], [])
        return {s.said() for s in zone.business_value_proposition.statements}

    assert "12% of revenue is left after cost." in kinds(shop_with_profit())
    assert "What is left of revenue after cost is not known. Waits for a column of cost or profit." in kinds(
        phone_company()
    )


def test_the_largest_named_value_is_found_and_codes_and_unknowns_are_no_names():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    values = [("not known", 90.0, 50), ("17", 80.0, 50), ("Tea", 5.0, 50), ("Coffee", 7.0, 50)]
    book.by("revenue", "money", "category", values)
    assert largest(Desk(book.snapshot({})), "revenue", "category").segment == (("category", "Coffee"),)
    assert largest(Desk(phone_company()), "revenue", "category") is None


def shop(**shares: float):
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    for measure, value in shares.items():
        book.add(measure, value, "share" if measure.endswith("rate") else "money", 500)
    return proposition_zone(Pen(Desk(book.snapshot({}))), [], [])


def test_losses_pay_for_the_strategy_where_they_are_large():
    def paid(lost: float) -> str:
        zone = shop(gross_margin=1000.0, loss_making_margin=lost)
        said = [s.said() for s in zone.business_value_proposition.statements]
        return next(text for text in said if text.startswith("Pay for"))

    assert "out of the losses that it ends" in paid(-200.0)
    assert "out of what better keeping returns" in paid(-20.0)


def test_where_nearly_all_come_back_nobody_designs_a_second_order():
    def first(rate: float) -> str:
        said = [s.said() for s in shop(repeat_rate=rate).concept_of_experience.statements]
        return next(text for text in said if text.startswith("Design"))

    assert "breaks the habit" in first(0.98)
    assert "to the second" in first(0.6)
