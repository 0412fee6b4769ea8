from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import YEAR, Book, grocer

from custrata.drafting.draft import draft
from custrata.vocabulary import Relationship


def test_a_promise_is_no_better_than_what_is_attained():
    for standard in drafted().service_standards:
        now = standard.attained.figures[0].value
        assert standard.direction == "at most"
        assert now <= standard.promise <= now + 1


def test_what_is_attained_is_a_claim_with_todays_figure():
    assert [s.measure for s in drafted().service_standards] == ["first_response_hours", "resolution_hours"]
    assert "3.8 hours" in drafted().service_standards[0].attained.said()


def test_without_tickets_one_standard_waits_and_the_offers_stay():
    lacking = draft(
        without(maintainer(), "tickets", drop=measured("first_response_hours", "resolution_hours"))
    )
    (only,) = lacking.service_standards
    assert (only.promise, only.attained.kind) == (None, "gap")
    assert "table of tickets" in only.attained.waits_for
    assert [o.name for o in lacking.offers] == [o.name for o in drafted().offers]
    assert len(drafted(grocer).service_standards) == 1


def test_tickets_that_do_not_say_when_they_were_answered_are_told_apart():
    lacking = draft(without(maintainer(), drop=measured("first_response_hours", "resolution_hours")))
    assert "do not say when" in lacking.service_standards[0].attained.said()


def test_satisfaction_is_promised_at_least():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("customers", 50, "customers", 50)
    book.add("csat", 0.667, "share", 300, "answers", interval=(0.6, 0.7))
    (only,) = draft(book.snapshot({"feedback": 300})).service_standards
    assert (only.measure, only.promise, only.direction) == ("csat", 0.66, "at least")
