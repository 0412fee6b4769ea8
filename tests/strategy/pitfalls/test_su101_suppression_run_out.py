from __future__ import annotations

import datetime as dt

from tests.strategies import PERSON, SIGNED, places, strategy

from custrata.strategy.lint.finding import Known
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.suppression import Suppression
from custrata.strategy.pitfalls.su101_suppression_run_out import PITFALL


def standing(until: dt.date | None = None, owner: Owner = PERSON, code: str = "GO101", place: str = ""):
    return strategy(
        suppressions=(
            Suppression(id="s", code=code, place=place, reason="It is so.", owner=owner, until=until),
        )
    )


def test_a_suppression_whose_day_has_passed_is_found():
    known = Known(on=SIGNED + dt.timedelta(days=1))
    assert places(PITFALL, standing(until=SIGNED), known) == ["suppressions[s]"]


def test_on_its_last_day_without_an_end_and_without_a_day_it_holds():
    assert places(PITFALL, standing(until=SIGNED), Known(on=SIGNED)) == []
    assert places(PITFALL, standing(), Known(on=SIGNED)) == []
    assert places(PITFALL, standing(until=SIGNED)) == []
