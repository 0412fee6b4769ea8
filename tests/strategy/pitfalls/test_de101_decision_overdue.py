from __future__ import annotations

import datetime as dt

from tests.strategies import (
    places,
    proposal,
    strategy,
)
from tests.told import TODAY, known

from custrata.strategy.parts.decision import Decision
from custrata.strategy.pitfalls.de101_decision_overdue import PITFALL


def open_until(day: dt.date | None, **fields: object):
    return strategy(decisions=(Decision(id="d", question=proposal("Do we?"), by=day, **fields),))


def test_a_decision_past_its_day_is_found():
    assert places(PITFALL, open_until(dt.date(2026, 6, 1)), known()) == ["decisions[d]"]


def test_one_that_is_decided_or_not_due_is_silent():
    assert places(PITFALL, open_until(TODAY), known()) == []
    assert places(PITFALL, open_until(None), known()) == []
    assert places(PITFALL, open_until(dt.date(2026, 6, 1), decided="Yes."), known()) == []
    assert places(PITFALL, open_until(dt.date(2026, 6, 1)), known(on=None)) == []
