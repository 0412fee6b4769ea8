from __future__ import annotations

from dataclasses import replace

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import YEAR, Book, grocer

from custrata.drafting.draft import draft
from custrata.drafting.papers.charters import motion
from custrata.strategy.parts.papers.channel_charter import Motion
from custrata.vocabulary import Relationship


def by_name(document):
    return {c.channel: c for c in document.channel_charters}


def test_the_channels_that_bring_most_have_a_charter():
    assert list(by_name(drafted())) == ["Search", "Partner", "Trade fair", "Referral"]
    assert by_name(drafted())["Partner"].motion is Motion.PARTNER
    assert drafted(grocer).channel_charters == ()


def test_what_a_channel_is_for_follows_what_its_customers_bring_back():
    roles = {name: c.role.said() for name, c in by_name(drafted()).items()}
    assert "first call on any further budget" in roles["Partner"]
    assert "no more than now" in roles["Trade fair"]
    assert "costs nothing that is on record" in roles["Referral"]


def test_goals_stand_on_readings_of_the_channel():
    base = by_name(drafted())["Search"].goals[0].base
    assert base.said() == (
        "36% of customers with a channel came this way; winning one cost €1,958, and one brings 6.5 times "
        "that."
    )


def test_a_channel_that_brings_less_than_it_costs_must_show_itself():
    poor = tuple(
        replace(r, value=0.7)
        if r.measure == "ltv_to_cac" and r.segment == (("acquisition_channel", "Trade fair"),)
        else r
        for r in maintainer().readings
    )
    told = by_name(draft(replace(maintainer(), readings=poor)))
    assert "must show" in told["Trade fair"].role.said()


def test_without_cost_of_winning_the_worth_of_customers_tells():
    blind = draft(without(maintainer(), "spend", drop=measured("customer_acquisition_cost", "ltv_to_cac")))
    assert all(c.goals[0].base.figures[-1].name == "worth" for c in blind.channel_charters)
    assert all("stay or come back" in c.guardrails[0] for c in blind.channel_charters)


def test_channels_of_orders_are_used_where_none_wins_customers():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("customers", 50, "customers", 50)
    book.add("revenue", 1000.0, "money", 200, "orders")
    book.by("revenue", "money", "channel", [("Web", 700.0, 120), ("Shop", 290.0, 70), ("7", 10.0, 10)])
    charters = draft(book.snapshot({"transactions": 200})).channel_charters
    assert [c.channel for c in charters] == ["Web", "Shop"]
    assert charters[0].goals[0].base.said() == "70% of revenue with a channel comes this way."


def test_a_name_that_says_nothing_gives_no_motion():
    assert motion("Outbound") is Motion.SALES_LED
    assert motion("Other") is None
