from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custrata.delivery.figures import say
from custrata.delivery.paper.page import Band, Cell, Column, Grid, Line, Lines, Pack, Pair, Row, Sheet
from custrata.delivery.paper.telling import plainly
from custrata.delivery.paper.typeset.encoding import pack_data
from custrata.delivery.paper.typeset.fitting import fitted
from custrata.delivery.paper.typeset.typesetting import pages
from custrata.errors import DeliveryError


def pack(*blocks) -> Pack:
    sheet = Sheet("Kind", "Topic", Line(say("A finding")), blocks, "DRAFT")
    return Pack("Company: page", "Company", dt.date(2026, 1, 3), "us-letter", (sheet,))


def row(text: str, support: float, *, keep: bool = False) -> Row:
    return Row((Cell((plainly(text),)),), support=support, keep=keep)


def grid(rows) -> Grid:
    return Grid("Rows", (Column("What"),), tuple(rows))


def test_a_page_with_room_to_spare_is_set_wider_and_loses_nothing():
    (sheet,) = fitted(pack(grid([row("a", 1), row("b", 2)]))).sheets
    assert (len(sheet.blocks[0].rows), sheet.blocks[0].more) == (2, 0)
    assert sheet.air > 0


def test_the_least_supported_rows_leave_first_and_the_page_counts_them():
    rows = [row(f"well {i}", 6) for i in range(20)] + [row(f"badly {i}", 1) for i in range(60)]
    (sheet,) = fitted(pack(grid(rows))).sheets
    kept = [r.cells[0].lines[0].words.text for r in sheet.blocks[0].rows]
    assert kept[:20] == [f"well {i}" for i in range(20)]
    assert kept[20:] == [f"badly {i}" for i in range(len(kept) - 20)]
    assert sheet.blocks[0].more == 80 - len(kept)


def test_no_more_rows_leave_than_must():
    (sheet,) = fitted(pack(grid([row(f"r {i}", 1) for i in range(80)]))).sheets
    one_more = [*sheet.blocks[0].rows, row("r", 1)]
    assert pages("sheets", pack_data(pack(Grid("Rows", (Column("What"),), tuple(one_more), more=1)))) == 2


def test_the_last_row_of_a_block_leaves_only_when_all_others_have():
    left = Lines("Left", tuple(plainly(f"l {i}") for i in range(50)))
    right = Lines("Right", (plainly("the only one"),))
    (sheet,) = fitted(pack(Pair(left, right), grid([row(f"r {i}", 6) for i in range(40)]))).sheets
    assert sheet.blocks[0].right.lines
    assert sheet.blocks[0].left.lines


def test_rows_that_are_kept_never_leave():
    rows = [row(f"kept {i}", 0, keep=True) for i in range(10)] + [row(f"r {i}", 6) for i in range(90)]
    (sheet,) = fitted(pack(grid(rows))).sheets
    assert sum(r.keep for r in sheet.blocks[0].rows) == 10


def test_a_text_that_no_page_holds_is_refused_with_its_beginning():
    with pytest.raises(DeliveryError, match="endless") as raised:
        fitted(pack(Band("", plainly("endless " * 2000))))
    assert raised.value.remedy.startswith("shorten")


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 200), st.sampled_from([0.5, 1.0, 1.5, 3.0, 6.0])), min_size=1, max_size=120
    )
)
def test_whatever_stands_on_it_a_sheet_takes_one_page_and_nothing_is_lost_silently(rows):
    (sheet,) = fitted(pack(grid(row("word " * n, s) for n, s in rows))).sheets
    assert len(sheet.blocks[0].rows) + sheet.blocks[0].more == len(rows)
    assert pages("sheets", pack_data(Pack("t: p", "t", dt.date(2026, 1, 3), "us-letter", (sheet,)))) == 1
