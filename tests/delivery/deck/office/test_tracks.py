from __future__ import annotations

import pytest

from custrata.delivery.deck.layout import TableLayout
from custrata.delivery.deck.office.tracks import heights, reach
from custrata.delivery.deck.slides import Row
from custrata.delivery.figures import stated


def test_dots_stand_in_the_middle_of_their_rows():
    assert heights(TableLayout((1.0,), 0.5, (1.0, 3.0))) == pytest.approx((0.125, 0.625))


def test_the_track_reaches_from_zero_past_the_largest():
    low, high = reach(
        (Row((), now=stated(0.2, "share", "settings"), target=stated(0.3, "share", "settings")),)
    )
    assert low < 0
    assert high > 0.3
