from __future__ import annotations

from tests.snapshots import YEAR, Book, grocer, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.findings.movement import (
    customers_kept,
    fewer_won,
    kept_revenue,
    lost_revenue,
    new_against_expansion,
    rhythm_outlasts_window,
)
from custrata.vocabulary import Relationship


def desk(monthly: bool = False, **readings: float) -> Desk:
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    for measure, value in readings.items():
        unit = "share" if measure.endswith("retention") else "money"
        unit = "customers" if measure.endswith("customers") else unit
        book.add(measure, value, unit, 500, period="current")
    if monthly:
        book.add("mrr", 900.0, "money", 500)
    return Desk(book.snapshot({}))


def test_the_larger_of_lost_and_new_leads_the_sentence():
    more_lost = desk(opening_revenue=1e6, lost_revenue=3e5, new_revenue=1e5)
    more_new = desk(opening_revenue=1e6, lost_revenue=1e5, new_revenue=3e5)
    nobody = desk(opening_revenue=1e6, lost_revenue=1e5, new_revenue=0.0)
    since = "ustomers who bought in the year before and not since brought"
    assert lost_revenue(more_lost).said == f"C{since} €300k; new ones €100k"
    assert lost_revenue(more_new).said == (
        "New customers brought €300k; those who bought in the year before and not since €100k"
    )
    assert lost_revenue(nobody).said == f"C{since} €100k; nobody new came"


def test_contracts_are_told_by_the_month():
    monthly = desk(True, opening_revenue=1e6, lost_revenue=3e5, new_revenue=1e5)
    assert lost_revenue(monthly).said == (
        "Customers who left took €300k of revenue a month; new ones brought €100k"
    )


def test_what_last_year_s_customers_bring_now_decides_what_follows():
    falling, holding = desk(net_revenue_retention=0.8), desk(net_revenue_retention=1.1)
    assert (
        kept_revenue(falling).said == "Customers of the year before now bring 80% of what they brought then"
    )
    assert kept_revenue(falling).weight > kept_revenue(holding).weight
    assert "goal of its own" in kept_revenue(falling).so_what
    assert "room to grow" in kept_revenue(holding).so_what


def test_growth_from_new_customers_alone_is_a_finding():
    assert new_against_expansion(desk(new_revenue=4e5, expansion_revenue=1e5)) is not None
    assert new_against_expansion(desk(new_revenue=1e5, expansion_revenue=1e5)) is None


def test_new_customers_weigh_less_where_those_of_the_year_before_bring_more_than_then():
    alone = new_against_expansion(desk(new_revenue=4e5, expansion_revenue=1e5, net_revenue_retention=0.9))
    beside = new_against_expansion(desk(new_revenue=4e5, expansion_revenue=1e5, net_revenue_retention=1.3))
    assert beside.weight < alone.weight


def won(now: int, before: int):
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("new_customers", now, "customers", 500, period="current")
    book.add("new_customers", before, "customers", 500, period="previous")
    return fewer_won(Desk(book.snapshot({})))


def test_a_year_in_which_hardly_anybody_new_came_is_a_finding():
    assert won(11, 51).said == "Only 11 new customers came in the latest year, 51 the year before"
    assert won(0, 51).said == "0 new customers came in the latest year, 51 the year before"
    assert won(40, 51) is None
    assert won(4, 20) is None


def test_a_year_in_which_nobody_left_is_no_finding():
    assert customers_kept(desk(logo_retention=1.0, lost_customers=0)) is None
    assert customers_kept(Desk(grocer())).said.startswith(
        "80% of customers of the year before have bought since"
    )


def slow(gap: float) -> Desk:
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("inter_purchase_days_p90", gap, "days", 500)
    for measure, value, unit in (
        ("opening_revenue", 1e6, "money"),
        ("lost_revenue", 3e5, "money"),
        ("new_revenue", 1e5, "money"),
        ("net_revenue_retention", 0.8, "share"),
        ("logo_retention", 0.8, "share"),
        ("lost_customers", 100, "customers"),
    ):
        book.add(measure, value, unit, 500, period="current")
    return Desk(book.snapshot({}))


def test_buyers_slower_than_the_window_are_not_said_to_be_lost_or_kept():
    finders = (lost_revenue, kept_revenue, customers_kept)
    assert [find(slow(584)) for find in finders] == [None, None, None]
    assert None not in [find(slow(100)) for find in finders]
    assert rhythm_outlasts_window(slow(100)) is None
    assert rhythm_outlasts_window(slow(584)).said == (
        "One order in ten comes more than 584 days after the last: a year is too short to judge"
    )


def test_data_on_a_notional_day_have_no_movement():
    notional = Desk(phone_company())
    assert lost_revenue(notional) is None
    assert kept_revenue(notional) is None
