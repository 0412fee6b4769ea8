from __future__ import annotations

import pytest

from custrata.project.live.customer import Tier, tiers
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
    assert finding(desk, row, "This one").text.startswith("This one is worth €")
    assert row["stage"] in finding(desk, row, "This one").text
    assert "nothing is known" in finding(desk, {}, "X").text


def test_what_moves_it_names_the_tiers_above_and_below(desk, row):
    said = [sentence.text for sentence in reasons(desk, row, tiers(desk))]
    assert any(text.endswith("lifts it to platinum.") for text in said)
    assert any("falls to silver" in text for text in said)


def test_boundaries_are_the_distance_to_the_next_tier(desk):
    standing = (Tier("gold", 100.0, 200.0, 150.0, 1.0, 3), Tier("silver", 10.0, 80.0, 40.0, 1.0, 3))
    said = [sentence.text for sentence in reasons(desk, {"value": 70.0, "tier": "silver"}, standing)]
    assert said == ["€30 more value lifts it to gold."]
    said = [sentence.text for sentence in reasons(desk, {"value": 120.0, "tier": "gold"}, standing)]
    assert said == ["It falls to silver when it brings €40 less."]


def test_tiles_leave_out_what_is_not_known(desk, row):
    assert next(tile.title for tile in tiles(desk, row, tiers(desk))) == "Lifetime value"
    assert tiles(desk, {"revenue": 5}, ())[0].title == "Revenue"
