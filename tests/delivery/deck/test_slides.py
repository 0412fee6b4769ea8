from __future__ import annotations

from custrata.delivery.deck.slides import Row, Table, Whale
from custrata.delivery.figures import Prose, stated


def test_a_table_reaches_from_zero_or_below_to_the_largest_of_its_rows():
    def row(now, target=None):
        shown = [None if v is None else stated(v, "share", "settings") for v in (now, target)]
        return Row((), now=shown[0], target=shown[1])

    assert Table((), (row(0.2), row(0.1, 0.3))).reach == (0.0, 0.3)
    assert Table((), (row(-0.2), row(-0.1))).reach == (-0.2, 0.0)
    assert Table((), (row(0.0), row(None))).reach == (0.0, 1.0)


def test_a_whale_curve_says_only_what_has_a_head():
    earns = (Prose(("Most earn",)), Prose(("a lot",)))
    whale = Whale(((0.0, 0.0), (1.0, 1.0)), (), 0.6, "Customers", earns=earns)
    assert whale.said == (earns,)


def test_the_axis_of_a_whale_curve_ends_above_its_peak():
    whale = Whale(((0.0, 0.0), (0.6, 1.31), (1.0, 1.0)), (), 0.6, "Customers")
    assert whale.top == 1.5
    assert whale.ticks[0] == "0%"
    assert "150%" in whale.ticks


def test_the_band_of_a_whale_curve_stays_under_its_top():
    points = ((0.0, 0.0), (0.6, 1.1), (1.0, 1.0))
    assert Whale(points, (), 0.6, "Customers", band=((0.0, 0.0), (1.0, 1.62), (1.0, 1.0))).top == 1.75
