from __future__ import annotations

import datetime as dt

from tests.strategies import PERSON, places, strategy

from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.suppression import Suppression
from custrata.strategy.pitfalls.su103_suppression_idle import PITFALL


def standing(until: dt.date | None = None, owner: Owner = PERSON, code: str = "GO101", place: str = ""):
    return strategy(
        suppressions=(
            Suppression(id="s", code=code, place=place, reason="It is so.", owner=owner, until=until),
        )
    )


def told(place: str, code: str = "GO101") -> Known:
    return Known(found=(Finding(code, Severity.WARNING, place, "", ""),))


def test_a_suppression_that_matches_nothing_is_found():
    assert places(PITFALL, standing()) == ["suppressions[s]"]
    assert places(PITFALL, standing(place="goals[stay]"), told("goals[grow]")) == ["suppressions[s]"]


def test_a_suppression_of_a_finding_that_is_there_is_silent():
    assert places(PITFALL, standing(), told("goals")) == []
    assert places(PITFALL, standing(place="goals[stay]"), told("goals[stay].statement")) == []


def test_without_data_nothing_is_said_of_findings_that_need_them():
    assert places(PITFALL, standing(code="EV101")) == []


def test_a_code_that_no_pitfall_has_matches_nothing():
    assert places(PITFALL, standing(code="XX000")) == ["suppressions[s]"]
