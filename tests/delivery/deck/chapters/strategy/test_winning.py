from __future__ import annotations

from custrata.delivery.deck.chapters.strategy import winning
from custrata.delivery.deck.slides import Tone


def test_signs_come_before_red_flags(whole):
    rows = winning.profile(whole("grocer")).exhibits[0].exhibit.rows
    assert [row.cells[0].tone for row in rows] == [Tone.INK, Tone.LOSS]
    assert all(row.now is not None for row in rows)


def test_a_profile_that_no_data_show_makes_no_slide(material):
    assert winning.profile(material("grocer")) is None
