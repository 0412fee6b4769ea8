from __future__ import annotations

import re

from tests.delivery.paper.written import full

from custrata.delivery.deck.plots import Whale
from custrata.delivery.deck.slides import Panel
from custrata.delivery.deck.storyline import board_deck
from custrata.delivery.paper.book.drawing import svg_of


def exhibits():
    given = full()
    deck = board_deck(given.snapshot, given.document, given.evidence)
    return [p.exhibit for s in deck.slides for p in s.exhibits]


def test_every_chart_is_drawn_in_colours_of_the_day_and_twice_the_same():
    one_of_each = {type(e): e for e in exhibits()}.values()
    drawn = [(e, svg) for e in one_of_each if (svg := svg_of(e))]
    assert len(drawn) >= 4
    for exhibit, svg in drawn:
        assert "var(--" not in svg
        assert "light-dark" not in svg
        assert svg == svg_of(exhibit)


def test_words_are_not_drawn():
    assert svg_of(Panel("Heading", ())) == ""


def test_the_curve_has_the_ticks_that_the_ledger_knows():
    curve = next(e for e in exhibits() if isinstance(e, Whale))
    printed = set(re.findall(r">(\d+%)<", svg_of(curve)))
    assert printed <= set(curve.ticks)
