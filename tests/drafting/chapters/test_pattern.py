from __future__ import annotations

import pytest
from tests.snapshots import bare, grocer, pipeline, shop_with_profit

from custrata.drafting.chapters.pattern import choose, draft_pattern
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.strategy.parts.pattern import PatternName


@pytest.mark.parametrize(
    ("customers", "ten", "name"),
    [
        (85, None, PatternName.INTIMACY),
        (800, 0.35, PatternName.INTIMACY),
        (800, 0.05, None),
        (7043, 0.01, PatternName.MASS_PERSONALISATION),
        (5000, 0.4, PatternName.INTIMACY),
        (None, None, None),
    ],
)
def test_the_pattern_follows_the_shape_of_the_base(customers, ten, name):
    assert choose(customers, ten) is name


def test_the_shape_stands_behind_the_choice():
    pattern = draft_pattern(Pen(Desk(grocer())))
    assert pattern.name is PatternName.MASS_PERSONALISATION
    assert (
        pattern.statements[0].said()
        == "Of 2,400 customers the ten largest bring 3.5% of known customers' revenue."
    )
    assert draft_pattern(Pen(Desk(pipeline()))).statements[0].said() == "The base holds 86 customers."


def test_where_the_shape_does_not_tell_it_is_a_gap():
    pattern = draft_pattern(Pen(Desk(shop_with_profit())))
    assert pattern.name is None
    assert pattern.statements[1].kind == "gap"
    assert draft_pattern(Pen(Desk(bare()))).name is None
