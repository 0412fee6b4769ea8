from __future__ import annotations

import pytest

from custrata.project.live.readings import count_rules, period_of, readings_of
from custrata.segments.rules.rule import EVERYBODY, Text

GOLD = Text(column="tier", is_=("gold",))


def test_readings_say_what_they_count_of_how_many_and_when(desk, rows):
    everybody, (gold,) = count_rules(desk, (GOLD,))
    found = readings_of(desk, GOLD, gold, everybody)
    mine = [row for row in rows if row["tier"] == "gold"]
    assert found["customers"].value == len(mine)
    assert found["customers"].definition == "Tier is gold."
    assert found["customers_share"].value == pytest.approx(len(mine) / len(rows))
    assert found["revenue"].value == pytest.approx(sum(row["revenue"] for row in mine))
    assert found["revenue"].unit == desk.manifest.currency
    assert found["revenue"].period == period_of(desk) == desk.manifest.windows["all"]


def test_parts_of_the_base_add_up_to_the_whole(desk):
    tiers = tuple(Text(column="tier", is_=(t,)) for t in ("platinum", "gold", "silver", "bronze"))
    everybody, found = count_rules(desk, (EVERYBODY, *tiers))
    assert found[0] == everybody
    assert sum(count.sums["value"] or 0 for count in found[1:]) == pytest.approx(everybody.sums["value"])


def test_a_share_of_nothing_is_not_known(desk):
    everybody, (nobody,) = count_rules(desk, (Text(column="tier", is_=("none",)),))
    assert readings_of(desk, EVERYBODY, everybody, nobody)["customers_share"].value is None
