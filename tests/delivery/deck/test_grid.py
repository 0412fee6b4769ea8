from __future__ import annotations

from dataclasses import replace

import pytest

from custrata.delivery.deck import grid


def test_twelve_columns_fill_the_content():
    zone = grid.exhibit_zone(so_what=True, appendix=False)
    whole = grid.part_of(zone, 0, 12)
    assert whole.w == pytest.approx(grid.OURS.content)
    right = grid.part_of(zone, 8, 4)
    assert right.x + right.w == pytest.approx(grid.OURS.margin + grid.OURS.content)


def test_exhibits_end_above_the_consequence():
    zone = grid.exhibit_zone(so_what=True, appendix=False)
    assert zone.y + zone.h <= grid.OURS.so_what.y


def test_the_appendix_begins_higher():
    assert (
        grid.exhibit_zone(so_what=False, appendix=True).y < grid.exhibit_zone(so_what=False, appendix=False).y
    )


def test_another_sheet_holds_only_while_it_lasts():
    lower = replace(grid.OURS, open_foot=15.0)
    with grid.on(lower):
        assert grid.exhibit_zone(so_what=False, appendix=True).h == pytest.approx(12.0)
    assert grid.now() is grid.OURS
