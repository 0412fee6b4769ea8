from __future__ import annotations

import datetime as dt

import pytest

from custrata.project.showing.customer.way import way

AS_OF = dt.date(2026, 3, 31)


@pytest.mark.parametrize("stage", ["adoption", "at risk", "won back", "lapsed", "acquisition", "advocacy"])
def test_one_stage_is_now_and_those_before_are_past(stage):
    stops = way({"stage": stage, "stage_since": dt.date(2026, 3, 30)}, AS_OF)
    places = [stop.place for stop in stops]
    assert places.count("now") == 1
    assert places == sorted(places, key=("past", "now", "to come").index)
    assert stops[places.index("now")].beneath == "since 30 Mar 2026 · 1 day"


def test_what_is_not_recorded_is_said_to_be():
    stops = way({"stage": "expansion", "first_order_on": dt.date(2025, 1, 2)}, AS_OF)
    assert stops[0].beneath == "2 Jan 2025"
    assert stops[1].beneath == "day not recorded"
    assert "not recorded" in next(stop for stop in stops if stop.place == "now").beneath
    assert way({}, AS_OF) == []
