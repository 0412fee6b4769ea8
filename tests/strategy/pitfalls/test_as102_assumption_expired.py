from __future__ import annotations

import datetime as dt

from tests.strategies import (
    places,
    proposal,
    strategy,
)
from tests.told import TODAY, known

from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.pitfalls.as102_assumption_expired import PITFALL


def assumed(**fields: object):
    return {"assumptions": (Assumption(id="a", statement=proposal(), **fields),)}


def test_an_assumption_past_its_date_is_found():
    assert places(PITFALL, strategy(**assumed(expires_on=dt.date(2026, 6, 29))), known()) == [
        "assumptions[a]"
    ]


def test_months_count_from_the_start_of_the_horizon():
    starts = {"horizon": {"starts_on": dt.date(2025, 1, 1)}}
    assert places(PITFALL, strategy(**assumed(in_months=6), **starts), known()) == ["assumptions[a]"]
    assert places(PITFALL, strategy(**assumed(in_months=24), **starts), known()) == []
    assert places(PITFALL, strategy(**assumed(in_months=6)), known()) == []
    assert places(PITFALL, strategy(**assumed(in_months=10**6), **starts), known()) == []


def test_the_day_itself_and_no_day_are_silent():
    assert places(PITFALL, strategy(**assumed(expires_on=TODAY)), known()) == []
    assert places(PITFALL, strategy(**assumed(expires_on=dt.date(2020, 1, 1))), known(on=None)) == []
