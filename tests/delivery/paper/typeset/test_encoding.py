from __future__ import annotations

import datetime as dt
import json
import math

import pytest
from tests.delivery.paper.written import full

from custrata.delivery import tokens
from custrata.delivery.paper.kinds import packed
from custrata.delivery.paper.page import Book, Cell, Chapter, Column, Grid, Lines, Pair, Row, Spot, Track
from custrata.delivery.paper.pages.who_we_win_with import who_we_win_with
from custrata.delivery.paper.telling import plainly
from custrata.delivery.paper.typeset.encoding import book_data, pack_data
from custrata.vocabulary import EvidenceState


def book(*blocks) -> Book:
    chapter = Chapter("Chapter", "Lead", blocks)
    return Book("t", "c", dt.date(2026, 1, 3), "a4", (), (), (), "DRAFT", False, "foot", (chapter,))


def row_of(track: Track, spot: Spot) -> dict:
    grid = Grid("", (Column("a"),), (Row((Cell((plainly("x"),)),), spot),), track=track)
    return book_data(book(grid))["chapters"][0]["blocks"][0]["rows"][0]


def test_a_pack_is_plain_data():
    data = pack_data(packed(full(), "Who we win with", who_we_win_with(full())))
    assert json.loads(json.dumps(data)) == data
    assert data["sheets"][0]["kind"] == "Who we win with"


def test_a_logarithmic_track_gives_equal_ratios_equal_room():
    spot = row_of(Track(0.25, 4.0, logarithmic=True), Spot(1.0, 0.5, 2.0))["spot"]
    assert (spot["low"], spot["at"], spot["high"]) == pytest.approx((0.25, 0.5, 0.75))


def test_what_lies_outside_the_track_is_held_at_its_edge():
    spot = row_of(Track(0.0, 1.0), Spot(0.5, -9.0, 9.0))["spot"]
    assert (spot["low"], spot["high"]) == (-0.04, 1.04)
    assert row_of(Track(0.25, 4.0, logarithmic=True), Spot(0.0))["spot"]["at"] == -0.04


def test_a_track_without_length_does_not_divide_by_nothing():
    assert math.isfinite(row_of(Track(1.0, 1.0), Spot(1.0))["spot"]["at"])


def test_a_state_carries_glyph_and_word_before_colour():
    mark = row_of(Track(0, 1), Spot(0.5, state=EvidenceState.DRIFTING))["spot"]
    assert (mark["shape"], mark["fill"]) == ("drifting", tokens.STATES[EvidenceState.DRIFTING].fill)


def test_headings_of_a_book_go_down_one_level_at_a_time():
    deep = Lines("Deep", (plainly("x"),), level=4)
    blocks = book_data(book(deep, Pair(deep, deep)))["chapters"][0]["blocks"]
    assert (blocks[0]["level"], blocks[1]["left"]["level"], blocks[1]["right"]["level"]) == (2, 3, 3)
