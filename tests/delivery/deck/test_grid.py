from __future__ import annotations

import pytest

from custrata.delivery.deck import grid


def test_twelve_columns_fill_the_content():
    zone = grid.exhibit_zone(so_what=True, appendix=False)
    whole = grid.part_of(zone, 0, 12)
    assert whole.w == pytest.approx(grid.CONTENT, abs=0.01)
    right = grid.part_of(zone, 8, 4)
    assert right.x + right.w == pytest.approx(grid.MARGIN + grid.CONTENT, abs=0.01)


def test_exhibits_end_above_the_consequence():
    zone = grid.exhibit_zone(so_what=True, appendix=False)
    assert zone.y + zone.h <= grid.SO_WHAT.y


def test_the_appendix_begins_higher():
    assert (
        grid.exhibit_zone(so_what=False, appendix=True).y < grid.exhibit_zone(so_what=False, appendix=False).y
    )
