from __future__ import annotations

from tests.snapshots import YEAR, Book, grocer, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.findings.voice import satisfied, tickets, would_recommend
from custrata.vocabulary import Relationship


def desk(*readings: tuple[str, float, str]) -> Desk:
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    for measure, value, unit in readings:
        book.add(measure, value, unit, 500, "answers")
    return Desk(book.snapshot({}))


def test_recommendation_is_a_balance_with_its_sign():
    finding = would_recommend(desk(("nps", -12.4, "points")))
    assert finding.said == "The balance of customers who would recommend us stands at −12.4"


def test_satisfaction_is_a_share_of_answers_or_a_rating():
    assert satisfied(desk(("csat", 0.66, "share"))).said == "66% of those who answered are satisfied"
    rated = satisfied(desk(("average_rating", 4.2, "points")))
    assert rated.said == "Customers who answered rate us 4.2 on average"
    assert satisfied(Desk(phone_company())) is not None


def test_tickets_are_told_by_their_median():
    finding = tickets(desk(("tickets", 1000, "tickets"), ("resolution_hours", 35, "hours")))
    assert finding.said == "Half of the tickets with a known time took longer than 35 hours to resolve"
    assert finding.consequence == "Set a standard, and look at what the slowest have in common."


def test_a_time_known_of_the_lesser_half_of_tickets_is_no_finding():
    assert tickets(desk(("tickets", 1001, "tickets"), ("resolution_hours", 35, "hours"))) is None


def test_no_time_at_all_is_a_guessed_column_and_no_finding():
    assert tickets(desk(("tickets", 500, "tickets"), ("resolution_hours", 0, "hours"))) is None


def test_a_company_that_asks_nobody_hears_nothing():
    for find in (would_recommend, satisfied, tickets):
        assert find(Desk(grocer())) is None
