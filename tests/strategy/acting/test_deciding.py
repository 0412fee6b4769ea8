from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import proposal, strategy

from custrata.errors import InputError
from custrata.strategy.acting.deciding import answered, opened_again, recorded
from custrata.strategy.parts.decision import Decision

DAY = dt.date(2026, 3, 2)


def test_an_open_decision_is_taken_and_the_other_stays_open():
    both = tuple(Decision(id=name, question=proposal("Which?")) for name in ("one", "two"))
    after = answered(strategy(decisions=both), "one", " The first. ", DAY)
    assert [(d.decided, d.decided_on) for d in after.decisions] == [("The first.", DAY), ("", None)]


def test_a_decision_is_opened_again_and_the_other_stays_taken():
    both = tuple(
        Decision(id=name, question=proposal("Which?"), decided="This.", decided_on=DAY) for name in ("a", "b")
    )
    after = opened_again(strategy(decisions=both), "a")
    assert [(d.decided, d.decided_on) for d in after.decisions] == [("", None), ("This.", DAY)]
    with pytest.raises(InputError, match="no such decision"):
        opened_again(after, "c")


def test_the_same_choice_once_more_keeps_its_day():
    before = strategy(decisions=(Decision(id="a", question=proposal("?"), decided="This.", decided_on=DAY),))
    assert answered(before, "a", "This. ", DAY + dt.timedelta(days=9)) == before


def test_a_decision_taken_at_once_is_written_down_with_its_day_and_name():
    after = recorded(strategy(), "Stop {all} mail.", DAY, name="A. Person")
    (one,) = after.decisions
    assert (one.id, one.decided, one.decided_on) == ("decision-stop-all-mail", "Stop (all) mail.", DAY)
    assert one.owner.name == "A. Person"
    assert len(recorded(after, "Stop {all} mail.", DAY).decisions) == 2


def test_nothing_decided_and_nothing_to_decide_are_refused():
    with pytest.raises(InputError, match="no such decision"):
        answered(strategy(), "one", "x", DAY)
    with pytest.raises(InputError, match="nothing is decided"):
        recorded(strategy(), "  ", DAY)
    with pytest.raises(InputError, match="nothing is chosen"):
        answered(strategy(decisions=(Decision(id="one", question=proposal("Which?")),)), "one", " ", DAY)
