from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import claim, strategy

from custrata.errors import InputError
from custrata.strategy.acting.targeting import row_named, with_target
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.vocabulary import Direction

DAY = dt.date(2026, 1, 1)


def row(name):
    return ScoreRow(
        id=name,
        measure="customers",
        title="Customers",
        base=claim(id=f"E{name[1:]}"),
        better=Direction.HIGHER,
        target=5.0,
        signed_on=DAY,
    )


@pytest.fixture
def signed():
    return strategy(scorecard=(row("s01"), row("s02")))


def test_who_signed_the_former_target_has_not_signed_the_new_one(signed):
    first, second = with_target(signed, "s01", 7.0).scorecard
    assert (first.target, first.signed_on) == (7.0, None)
    assert (second.target, second.signed_on) == (5.0, DAY), "the row beside it stays"


def test_the_same_target_once_more_stays_signed(signed):
    assert with_target(signed, "s01", 5.0) == signed


def test_a_target_is_taken_out(signed):
    assert with_target(signed, "s02", None).scorecard[1].target is None


def test_a_row_that_is_not_there_is_refused(signed):
    assert row_named(signed, "s02").id == "s02"
    with pytest.raises(InputError, match="no such measure"):
        with_target(signed, "s03", 1.0)
