from __future__ import annotations

import re
from dataclasses import replace

import pytest

from custrata.economics.portfolio.basis import VALUE_NAMES
from custrata.project.live.customer import Tier, tiers
from custrata.segments.rules.fields import Field, Kind
from custrata.web.customers.opening import opened
from custrata.web.customers.person.worth import finding, reading_of, reasons, tiles


@pytest.fixture
def desk(asking):
    with opened(asking("viewer")) as (_, desk):
        yield desk


@pytest.fixture
def row(desk):
    found = desk.live.rows(desk.customers.order_by("customer_id"))
    return next(row for row in found if row["tier"] == "gold" and row["lifetime_value"] is not None)


def test_a_reading_of_a_customer_carries_its_interval(desk, row):
    found = reading_of(desk, row, "lifetime_value")
    assert (found.low, found.high) == (row["lifetime_value_low"], row["lifetime_value_high"])
    assert found.unit == desk.manifest.currency
    assert reading_of(desk, row, "no_such_column") is None
    assert reading_of(desk, {"revenue": None}, "revenue") is None


def test_the_sentence_says_worth_and_stage_or_that_nothing_is_known(desk, row):
    close = row | {
        "lifetime_value_low": 0.5 * row["lifetime_value"],
        "lifetime_value_high": row["lifetime_value"],
    }
    assert finding(desk, close, "This one").text.startswith("This one is worth €")
    assert row["stage"] in finding(desk, row, "This one").text
    assert "nothing is known" in finding(desk, {}, "X").text


def test_a_worth_between_nothing_and_much_is_said_in_words(desk, row):
    loose = row | {"lifetime_value_low": 0.0, "lifetime_value_high": 93_800.0, "revenue": 1_090.0}
    said = finding(desk, loose, "X").text
    assert said.startswith(f"X has brought €1,090 so far, at “{row['stage']}”")
    assert said.endswith("; what it will bring cannot be told closely")
    assert "93" not in said
    bare = loose | {"revenue": None, "stage": None, "stage_since": None}
    assert finding(desk, bare, "X").text == "X: what it will bring cannot be told closely"


def ranked(desk, by):
    rules = desk.manifest.rules | {"tiers": (f"Customers are ranked by {VALUE_NAMES[by]}.",)}
    return replace(desk, manifest=replace(desk.manifest, rules=rules))


def test_value_that_is_revenue_is_no_tile_of_its_own_and_that_is_said(desk, row):
    standing = tiers(desk)
    assert "Value" in {tile.title for tile in tiles(desk, row, standing)}
    shown = {tile.title: tile.beneath for tile in tiles(ranked(desk, "revenue"), row, standing)}
    assert "Value" not in shown
    assert "no costs are known, so that it ranks by revenue; middle of gold" in shown["Revenue"]
    assert "gross margin over the whole history" in reading_of(desk, row, "value").definition


def test_a_tile_has_one_window(desk, row):
    ahead, back = reading_of(desk, row, "lifetime_value"), reading_of(desk, row, "revenue")
    assert ahead.period.start == ahead.period.end == desk.manifest.as_of
    assert back.period.start < back.period.end


def test_what_moves_it_names_the_tiers_above_and_below(desk, row):
    said = [sentence.text for sentence in reasons(desk, row, tiers(desk))]
    assert any(text.endswith("lifts it to platinum.") for text in said)
    assert any("falls to silver" in text for text in said)


class Shop:
    """A desk of customers who order when they like."""

    def __init__(self, desk):
        money, number = desk.manifest.currency, Kind.NUMBER
        units = {"expected_orders": "", "expected_order_value": money, "orders": "", "order_days": ""}
        self.manifest = desk.manifest
        self.fields = {name: Field(name, name, number, unit) for name, unit in units.items()}


def test_what_is_expected_has_its_horizon_and_speaks_of_purchase_days(desk):
    bought = {"orders": 9, "order_days": 7, "expected_orders": 3.2, "expected_order_value": 40}
    said = " ".join(sentence.text for sentence in reasons(Shop(desk), bought, ()))
    assert "In the next 365 days 3.2" in said
    assert "purchase days are expected, of €40" in said
    assert "placed 9 orders on 7 purchase days" in said


def test_orders_on_days_of_their_own_are_not_told_twice(desk, row):
    said = " ".join(sentence.text for sentence in reasons(desk, row | {"orders": 7, "order_days": 7}, ()))
    assert "So far it placed" not in said


def test_every_tile_says_its_span(desk, row):
    beneath = {tile.title: tile.beneath for tile in tiles(desk, row, tiers(desk))}
    assert "80% interval" in beneath["Lifetime value"]
    assert "next 36 months, discounted at" in beneath["Lifetime value"]
    assert re.search(r"\d{4} to \d+ \w+ \d{4}", beneath["Revenue"])
    assert beneath["Orders"].startswith("on ")
    assert all(beneath.values())


def test_boundaries_are_the_distance_to_the_next_tier(desk):
    standing = (Tier("gold", 100.0, 200.0, 150.0, 1.0, 3), Tier("silver", 10.0, 80.0, 40.0, 1.0, 3))
    said = [sentence.text for sentence in reasons(desk, {"value": 70.0, "tier": "silver"}, standing)]
    assert said == ["€30 more value lifts it to gold."]
    said = [sentence.text for sentence in reasons(desk, {"value": 120.0, "tier": "gold"}, standing)]
    assert said == ["It falls to silver when it brings €40 less."]


def test_tiles_leave_out_what_is_not_known(desk, row):
    assert next(tile.title for tile in tiles(desk, row, tiers(desk))) == "Lifetime value"
    assert tiles(desk, {"revenue": 5}, ())[0].title == "Revenue"
