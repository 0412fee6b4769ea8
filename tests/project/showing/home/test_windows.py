from dataclasses import replace

import pytest
from tests.moving_snapshots import with_reading, with_values

from custrata.project.showing.home.windows import moved_between_windows
from custrata.vocabulary import Relationship


@pytest.fixture
def shop(of):
    return of["Ridgeway Outfitters"]


def told(snapshot, measure):
    return next((m for m in moved_between_windows(snapshot) if m.measure == measure), None)


def test_each_step_of_the_revenue_is_a_move_with_its_own_money(shop):
    lost = told(with_values(shop, lost_revenue=1_234.0), "lost_revenue")
    assert lost.title.text == "Customers not seen since took €1,234 of revenue"
    assert lost.money.value == 1_234.0


def test_customers_with_contracts_leave_where_others_are_not_seen(shop):
    by_contract = replace(shop, manifest=replace(shop.manifest, relationship=Relationship.CONTRACTUAL))
    lost = told(with_values(by_contract, lost_revenue=1_234.0), "lost_revenue")
    assert lost.title.text.startswith("Customers who left took")


def test_a_step_that_nobody_took_is_no_move(shop):
    assert told(with_values(shop, lost_revenue=0.0), "lost_revenue") is None


def test_revenue_of_a_month_is_told_as_a_year_of_it(shop):
    closing = shop.reading("closing_revenue", (), "current")
    monthly = with_reading(shop, "mrr", "USD", all=closing.value)
    lost = told(with_values(monthly, lost_revenue=100.0), "lost_revenue")
    assert (lost.money.value, lost.per) == (1_200.0, "a year")
    assert "of revenue a month" in lost.title.text


def test_a_share_of_revenue_is_worth_its_move_times_the_revenue(shop):
    moved = told(with_reading(shop, "discount_share", "share", current=0.2, previous=0.1), "discount_share")
    assert moved.title.text == "Discount share rose to 20%, from 10%"
    assert moved.money.value == pytest.approx(0.1 * shop.reading("revenue", (), "current").value)
    assert moved.beneath.text == "That is the worse way."


def test_no_money_follows_from_a_rate_alone(shop):
    moved = told(with_reading(shop, "win_rate", "share", current=0.5, previous=0.4), "win_rate")
    assert moved.money is None
    assert moved.beneath.text == "That is the better way."


@pytest.mark.parametrize("now", [0.401, 0.4])
def test_a_move_within_rounding_is_not_told(shop, now):
    assert told(with_reading(shop, "win_rate", "share", current=now, previous=0.4), "win_rate") is None


def test_a_move_within_the_interval_is_not_told(shop):
    moved = with_reading(shop, "win_rate", "share", current=0.5, previous=0.45)
    wide = tuple(
        replace(r, low=0.4, high=0.6) if r.key == ("win_rate", (), "current") else r for r in moved.readings
    )
    assert told(moved, "win_rate") is not None
    assert told(replace(moved, readings=wide), "win_rate") is None


def test_data_without_dates_have_no_windows_to_compare(of):
    assert moved_between_windows(of["Northline Telecom"]) == ()


def test_days_and_hours_are_said_and_shares_are_not(shop):
    hours = told(
        with_reading(shop, "resolution_hours", "hours", current=5.0, previous=9.0), "resolution_hours"
    )
    assert hours.title.text == "Time to resolution fell to 5 hours, from 9"
    rate = told(with_reading(shop, "win_rate", "share", current=0.5, previous=0.4), "win_rate")
    assert rate.title.text == "Win rate rose to 50%, from 40%"
