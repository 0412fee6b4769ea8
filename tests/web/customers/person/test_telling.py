from __future__ import annotations

import datetime as dt

from custrata.project.live.customer import Event
from custrata.segments.rules.fields import Field, Kind
from custrata.web.customers.opening import opened
from custrata.web.customers.person.telling import facts, marks, moved, told

FIELDS = {
    "value_to_business": Field("value_to_business", "Value to us", Kind.NUMBER),
    "country": Field("country", "Country", Kind.TEXT),
    "tier": Field("tier", "Tier", Kind.TEXT),
}
AT = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
TICKET = Event(AT, "ticket", "billing, open", "my name is Ada", None, "T1")


def test_marks_and_facts_leave_out_what_is_not_known():
    row = {"value_to_business": 41.5, "country": "Spain", "tier": "gold"}
    assert marks(FIELDS, row) == [("Value to us", "42 of 100")]
    assert facts(FIELDS, row) == [("Country", "Spain")]
    assert facts(FIELDS, {"country": None}) == []


def test_marks_are_as_exact_as_models_can_mean_them():
    alive = Field("probability_alive", "Still a customer", Kind.NUMBER, "share")
    days = Field("expected_orders", "Purchase days", Kind.NUMBER, "purchase days")
    buys = Field("rfm_segment", "Buying pattern", Kind.TEXT)
    fields = {f.name: f for f in (alive, days, buys)}
    row = {"probability_alive": 0.9453, "expected_orders": 168.0, "rfm_segment": "loyal"}
    assert [words for _, words in marks(fields, row)] == ["95%", "168", "Loyal"]
    assert marks({"expected_orders": days}, {"expected_orders": 1.24}) == [
        ("Purchase days, purchase days", "1.2")
    ]


def test_what_a_customer_wrote_is_read_only_with_the_right():
    assert told(TICKET, "EUR", persons=True) == ("Ticket", "Billing, open “my name is Ada”")
    assert told(TICKET, "EUR", persons=False) == ("Ticket", "Billing, open; words hidden")


def test_amounts_are_money_but_ratings_are_not():
    assert told(Event(AT, "order", "sale", "", 12.5, ""), "EUR", persons=False)[1] == "Sale, €12.50"
    assert told(Event(AT, "feedback", "nps", "", 9.0, ""), "EUR", persons=False)[1] == "Net Promoter Score, 9"


def test_a_move_between_tiers_is_told_with_what_did_it(asking):
    with opened(asking("viewer")) as (_, desk):
        row = {"tier_before": "silver", "tier_now": "gold", "moved_by": "own"}
        row |= {"value_before": 1, "value_now": 2}
        assert moved(desk, row).text.startswith("It went from silver to gold by what it brought itself")
        assert "stayed in gold" in moved(desk, row | {"tier_before": "gold"}).text
        assert "not known" in moved(desk, row | {"value_before": None}).text
        assert moved(desk, None) is None
        assert moved(desk, row | {"tier_before": None}) is None
