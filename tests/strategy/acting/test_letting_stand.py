from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import goal, strategy

from custrata.errors import InputError
from custrata.strategy.acting.letting_stand import let_stand, reported_again
from custrata.strategy.lint import checked

PLACE = "goals[stay]"


def found(document, code="GO102"):
    return {f.place for f in checked(document).findings if f.code == code}


def test_a_finding_that_is_let_stand_is_told_no_more_and_its_neighbour_still_is():
    document = strategy(goals=(goal("stay", lagging=("revenue",)), goal("widen", lagging=("revenue",))))
    assert found(document) == {PLACE, "goals[widen]"}
    after = let_stand(document, "GO102", PLACE, reason="It is new.", name="A. Person")
    assert found(after) == {"goals[widen]"}
    assert [s.suppression.reason for s in checked(after).suppressed] == ["It is new."]


def test_what_is_let_stand_twice_stands_once_with_the_later_reason():
    document = strategy(goals=(goal("stay", lagging=("revenue",)),))
    once = let_stand(document, "GO102", PLACE, reason="It is new.", name="A. Person")
    twice = let_stand(once, "GO102", PLACE, reason="Later.", name="B. Person", until=dt.date(2027, 1, 1))
    assert [(s.reason, s.until) for s in twice.suppressions] == [("Later.", dt.date(2027, 1, 1))]


def test_lifting_reports_it_again_and_leaves_the_neighbour():
    document = strategy(goals=(goal("stay", lagging=("revenue",)), goal("widen", lagging=("revenue",))))
    for place in (PLACE, "goals[widen]"):
        document = let_stand(document, "GO102", place, reason="New.", name="A. Person")
    first, second = document.suppressions
    after = reported_again(document, first.id)
    assert after.suppressions == (second,)
    assert found(after) == {PLACE}


@pytest.mark.parametrize(
    ("code", "reason", "name"),
    [("ZZ999", "x", "y"), ("GO102", " ", "y"), ("GO102", "x", ""), ("SU101", "x", "y")],
)
def test_no_code_no_reason_or_no_name_is_refused(code, reason, name):
    with pytest.raises(InputError):
        let_stand(strategy(), code, "", reason=reason, name=name)


def test_lifting_what_is_not_there_is_refused():
    with pytest.raises(InputError, match="not let stand"):
        reported_again(strategy(), "let-stand-x")
