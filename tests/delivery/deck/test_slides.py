from __future__ import annotations

from custrata.delivery.deck.slides import Row, Table
from custrata.delivery.figures import stated


def test_a_table_reaches_from_zero_or_below_to_the_largest_of_its_rows():
    def row(now, target=None):
        shown = [None if v is None else stated(v, "share", "settings") for v in (now, target)]
        return Row((), now=shown[0], target=shown[1])

    assert Table((), (row(0.2), row(0.1, 0.3))).reach == (0.0, 0.3)
    assert Table((), (row(-0.2), row(-0.1))).reach == (-0.2, 0.0)
    assert Table((), (row(0.0), row(None))).reach == (0.0, 1.0)
