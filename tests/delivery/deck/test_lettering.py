from __future__ import annotations

import pytest

from custrata.delivery.deck import lettering


def test_widths_are_those_of_arial():
    assert lettering.width("M", 72) == pytest.approx(0.833 * 2.54 * lettering.RESERVE, rel=1e-3)
    assert lettering.width("iiii", 12) < lettering.width("MMMM", 12)


def test_bold_is_wider():
    assert lettering.width("Customers", 14, bold=True) > lettering.width("Customers", 14)


def test_text_breaks_at_spaces_and_hyphens():
    one = lettering.width("self-", 14) + 0.05
    assert lettering.lines("self-service", 14, max(one, lettering.width("service", 14) + 0.05)) == 2
    assert lettering.lines("a b", 14, 10) == 1
    assert lettering.lines("", 14, 10) == 0


def test_a_word_wider_than_its_room_takes_more_lines():
    assert lettering.lines("M" * 40, 14, 3) >= 5


def test_the_first_wording_that_fits_is_taken():
    wordings = ("a very long wording that cannot stand in one line", "a short one", "x")
    assert lettering.first_that_fits(wordings, 26, lettering.width("a short one", 26) + 0.1, 1) == 1


def test_when_none_fits_the_shortest_is_taken():
    assert lettering.first_that_fits(("aaaa bbbb", "cc dd"), 26, 0.1, 1) == 1


def test_letters_of_other_scripts_have_a_width():
    assert lettering.width("客户", 12) > lettering.width("ab", 12)
