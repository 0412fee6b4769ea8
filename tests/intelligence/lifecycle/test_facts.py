from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from custrata.intelligence.lifecycle.facts import facts_query
from custrata.intelligence.lifecycle.rules import StageFrame
from custrata.settings import StageRules
from custrata.vocabulary import Relationship

AS_OF = dt.date(2024, 12, 31)
FRAME = StageFrame(Relationship.CONTRACTUAL, AS_OF, StageRules(), 30, dt.date(2024, 1, 1))


def on(month: int, day: int = 1, year: int = 2024) -> dt.date:
    return dt.date(year, month, day)


def answer(rating: int, day: dt.date, instrument: str = "nps", top: int | None = None) -> dict[str, Any]:
    return {
        "feedback_id": f"{rating}{day}",
        "customer_id": "a",
        "instrument": instrument,
        "rating": rating,
        "rating_max": top,
        "answered_at": day,
    }


@pytest.fixture
def facts(canonical: Any, run: Any) -> Any:
    def of(**tables: Any) -> dict[str, Any]:
        made = {name: canonical(name, *rows) for name, rows in tables.items()}
        made.setdefault("subscriptions", canonical("subscriptions"))
        (row,) = run(facts_query({"customers": canonical("customers", {"customer_id": "a"}), **made}, FRAME))
        return dict(row)

    return of


def spell(key: str, mrr: int, start: dt.date, end: dt.date | None = None) -> dict[str, Any]:
    return {"subscription_id": key, "customer_id": "a", "mrr": mrr, "started_on": start, "ended_on": end}


def test_the_terms_of_contracts_are_summed_now_and_at_the_opening(facts: Any) -> None:
    row = facts(
        subscriptions=[
            spell("1", 100, on(1, year=2023), on(6)),
            spell("2", 150, on(6)),
            spell("3", 20, on(3, year=2023)),
        ]
    )
    assert (row["mrr_now"], row["opening_mrr"], row["running"]) == (Decimal(170), Decimal(120), 2)
    assert (row["last_changed_on"], row["returned_on_contract"]) == (on(6), None)


def test_a_new_contract_after_more_than_thirty_days_is_a_return(facts: Any) -> None:
    ended = spell("1", 100, on(1), on(3))
    assert facts(subscriptions=[ended, spell("2", 9, on(4, 1))])["returned_on_contract"] == on(4, 1)
    assert facts(subscriptions=[ended, spell("2", 9, on(3, 31))])["returned_on_contract"] is None


def test_a_contract_that_runs_beside_covers_the_gap(facts: Any) -> None:
    row = facts(subscriptions=[spell("1", 5, on(1)), spell("2", 5, on(2), on(3)), spell("3", 5, on(9))])
    assert row["returned_on_contract"] is None


def test_only_the_latest_answers_tell_an_advocate(facts: Any) -> None:
    assert facts(feedback=[answer(2, on(1)), answer(9, on(5))])["advocated_on"] == on(5)
    assert facts(feedback=[answer(10, on(1)), answer(8, on(5))])["advocates"] is None
    assert facts(feedback=[answer(10, on(5)), answer(3, on(5))])["advocates"] is None


def test_a_recommendation_older_than_a_year_no_longer_counts(facts: Any) -> None:
    assert facts(feedback=[answer(10, AS_OF - dt.timedelta(days=365))])["advocates"] is True
    assert facts(feedback=[answer(10, AS_OF - dt.timedelta(days=366))])["advocates"] is None


def test_other_instruments_and_shorter_scales_are_kept_apart(facts: Any) -> None:
    assert facts(feedback=[answer(10, on(5), "csat")])["advocates"] is None
    assert facts(feedback=[answer(5, on(5), top=5)])["advocates"] is True


def test_a_referral_makes_an_advocate_even_without_a_day(facts: Any) -> None:
    row = facts(referrals=[{"referrer_id": "a", "referred_id": "b"}])
    assert (row["advocates"], row["advocated_on"]) == (True, None)


@pytest.mark.parametrize(
    ("opened", "priority", "resolved", "since"),
    [
        (on(12, 20), "Urgent", None, on(12, 20)),
        (on(12, 20), "Urgent", on(12, 21), None),
        (on(12, 20), "normal", None, None),
        (on(12, 30), "urgent", None, None),
        (on(6, 1), "urgent", None, None),
    ],
)
def test_an_urgent_ticket_left_open_is_seen(
    facts: Any, opened: dt.date, priority: str, resolved: dt.date | None, since: dt.date | None
) -> None:
    ticket = {"ticket_id": "t", "customer_id": "a", "opened_at": opened, "priority": priority}
    other = {**ticket, "ticket_id": "o", "priority": "normal", "resolved_at": on(12, 22)}
    assert facts(tickets=[{**ticket, "resolved_at": resolved}, other])["urgent_since"] == since


def test_where_no_ticket_says_when_it_was_resolved_none_is_taken_to_wait(facts: Any) -> None:
    ticket = {"ticket_id": "t", "customer_id": "a", "opened_at": on(12, 20), "priority": "urgent"}
    assert facts(tickets=[{**ticket, "resolved_at": None}])["urgent_since"] is None
