from __future__ import annotations

import datetime as dt

from tests.strategies import PERSON, SIGNED, places, strategy

from custrata.strategy.lint.finding import Known
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.suppression import Suppression
from custrata.strategy.pitfalls.su102_suppression_unowned import PITFALL


def standing(until: dt.date | None = None, owner: Owner = PERSON, code: str = "GO101", place: str = ""):
    return strategy(
        suppressions=(
            Suppression(id="s", code=code, place=place, reason="It is so.", owner=owner, until=until),
        )
    )


def test_a_role_alone_does_not_answer_for_a_suppression():
    assert places(PITFALL, standing(owner=Owner(role="head of sales"))) == ["suppressions[s]"]


def test_a_suppression_with_a_name_is_silent_even_when_it_has_run_out():
    assert places(PITFALL, standing()) == []
    assert places(PITFALL, standing(until=SIGNED), Known(on=dt.date.max)) == []
