from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from custrata.delivery.paper.typeset.glyphs import FONTS, LONGEST_WORD, boxed, covered, legible, uncovered

OURS = "◊●▲×■○−…“”’€£¥₩·→¼½"
"""Every sign that the program writes by itself."""


def test_the_shipped_fonts_hold_every_sign_that_the_program_writes():
    assert uncovered(OURS) == frozenset()
    assert {ord(c) for c in "AzÄßŁžΩЖя"} <= covered()


def test_the_fonts_stand_with_their_licence():
    assert sorted(p.name for p in FONTS.iterdir()) == [
        "LiberationSans-Bold.ttf",
        "LiberationSans-Regular.ttf",
        "OFL.txt",
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")


def test_letters_that_no_shipped_font_holds_become_boxes():
    assert uncovered("a日b") == {"日"}
    assert boxed("a日b") == "a□b"


def test_controls_and_halves_of_letters_vanish_and_line_breaks_become_spaces():
    assert legible("a\x00\u202eb\n\tc\ud800") == "ab c"


def test_a_long_word_may_break_and_a_short_one_may_not():
    assert "\N{ZERO WIDTH SPACE}" in legible("x" * LONGEST_WORD)
    assert legible("x" * (LONGEST_WORD - 1)) == "x" * (LONGEST_WORD - 1)


@given(st.text())
def test_making_legible_loses_no_letter_that_can_be_printed(text):
    kept = legible(text).replace("\N{ZERO WIDTH SPACE}", "")
    assert [c for c in kept if c.isascii() and c.isalnum()] == [
        c for c in text if c.isascii() and c.isalnum()
    ]
