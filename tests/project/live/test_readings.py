from __future__ import annotations

from dataclasses import replace

import pytest

from custrata.project.live import readings
from custrata.project.live.readings import count_rules, period_of, readings_of
from custrata.segments.rules.rule import EVERYBODY, InGroup, Text

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


def test_a_rule_is_counted_once_and_anew_when_its_group_has_another_rule(desk, monkeypatch):
    asked, query = [], readings.count_query
    monkeypatch.setattr(
        readings, "count_query", lambda rules, *rest: asked.append(rules) or query(rules, *rest)
    )
    mine = InGroup(group="mine")
    silver = Text(column="tier", is_=("silver",))
    golden, other = (replace(desk, groups={"mine": rule}) for rule in (GOLD, silver))
    first, again = count_rules(golden, (mine, GOLD)), count_rules(golden, (mine, GOLD))
    assert first == again
    assert asked == [[EVERYBODY, mine, GOLD]]
    _, (others,) = count_rules(other, (mine,))
    assert others == count_rules(other, (silver,))[1][0] != first[1][0]
