from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.deck.changing import changed

from custrata.delivery.deck.chapters.strategy import moved


@pytest.fixture
def told(material):
    found = material("grocer")
    return found, changed(found)


def test_the_largest_money_comes_first(told):
    found, delta = told
    slide = moved.what_moved(found, delta)
    shown = [row.cells[0].main.text for row in slide.exhibits[0].exhibit.rows]
    assert shown == [m.claim_id for m in delta.moved][: moved.MOST]
    assert slide.titles[0].text.startswith(f"{len(delta.moved)} claim")


def test_what_broke_says_was_is_and_the_state(told):
    found, delta = told
    slide = moved.broke(found, delta)
    assert (slide is None) == (not delta.broke and not delta.weaker)
    if slide is not None:
        assert all(row.cells[1].main.text and row.cells[3].state for row in slide.exhibits[0].exhibit.rows)


def test_a_row_of_evidence_holds_every_figure_before_and_now(told):
    _, delta = told
    move = delta.moved[0]
    (row,) = moved.changed_rows([move])
    assert row.cells[1].main.text.count(";") == len(move.after.figures) - 1
    assert row.cells[2].main.text.count(";") == len(move.after.figures) - 1


def test_decisions_on_changed_claims_come_first(told):
    found, delta = told
    rows = moved.asked(found, delta).exhibits[0].exhibit.rows
    marks = [row.emphasised for row in rows]
    assert marks == sorted(marks, reverse=True)


def test_a_claim_that_points_to_a_group_is_told_with_its_name(told):
    found, delta = told
    move = replace(delta.moved[0], subject="Gold customers")
    slide = moved.what_moved(found, replace(delta, moves=(move,)))

    assert slide.exhibits[0].exhibit.rows[0].cells[1].main.text.startswith("Gold customers: ")
