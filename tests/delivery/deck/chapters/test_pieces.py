from __future__ import annotations

from tests.snapshots import grocer

from custrata.delivery.deck.chapters.pieces import (
    labels_of,
    largest,
    number,
    statement_cell,
    with_interval,
    words,
)
from custrata.delivery.deck.slides import Tone


def test_what_is_not_known_says_so():
    assert number(None).main.text == "not known"
    assert with_interval(None).main.text == "not known"


def test_ties_are_broken_by_name():
    readings = grocer().points("customers", "tier")
    ranked = largest(readings, 4)
    assert labels_of(ranked) == ("silver", "bronze", "gold", "platinum")


def test_nothing_to_say_is_an_empty_cell(material):
    assert not statement_cell(material("bare"), None).main.text
    assert words("", tone=Tone.QUIET).main.text == ""
