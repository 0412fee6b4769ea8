from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import PERSON, SIGNED

from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.lint.suppressing import counts, covers, divided, run_out
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.suppression import Suppression

LATER = SIGNED + dt.timedelta(days=1)


def suppression(**fields: object) -> Suppression:
    return Suppression(**{"id": "s", "code": "GO102", "reason": "It is new.", "owner": PERSON, **fields})


def finding(place: str, code: str = "GO102") -> Finding:
    return Finding(code, Severity.WARNING, place, "It is so.", "Mend it.")


@pytest.mark.parametrize(
    ("place", "at", "covered"),
    [
        ("", "goals[stay]", True),
        ("goals[stay]", "goals[stay]", True),
        ("goals[stay]", "goals[stay].statement", True),
        ("goals", "goals[stay]", True),
        ("goals[stay]", "goals[stay_longer]", False),
        ("goals[st", "goals[stay]", False),
    ],
)
def test_a_suppression_covers_its_place_and_what_is_inside(place, at, covered):
    assert covers(suppression(place=place), finding(at)) is covered


def test_a_finding_about_suppressions_cannot_be_suppressed():
    assert not covers(suppression(code="SU101"), finding("suppressions[s]", "SU101"))


def test_a_suppression_holds_through_its_last_day():
    late = suppression(until=SIGNED)
    assert (run_out(late, SIGNED), run_out(late, LATER), run_out(late, None)) == (False, True, False)


def test_a_role_without_a_name_does_not_count():
    assert not counts(suppression(owner=Owner(role="head of sales")), SIGNED)
    assert counts(suppression(), SIGNED)


def test_every_finding_is_told_or_let_stand():
    found = (finding("goals[a]"), finding("goals[b]"), finding("goals[a]", "GO103"))
    told, let_stand = divided(found, (suppression(place="goals[a]"),), SIGNED)
    assert [(f.code, f.place) for f in told] == [("GO102", "goals[b]"), ("GO103", "goals[a]")]
    assert [(s.finding.place, s.suppression.id) for s in let_stand] == [("goals[a]", "s")]
    assert divided(found, (suppression(until=SIGNED),), LATER) == (found, ())
