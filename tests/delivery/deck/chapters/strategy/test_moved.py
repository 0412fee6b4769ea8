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
        shown = [row.cells for row in slide.exhibits[0].exhibit.rows]
        assert all(cells[1].main.text and (cells[3].state or cells[3].main.text) for cells in shown)


def test_what_is_out_of_date_because_things_went_well_is_no_bad_news(told):
    found, delta = told
    move = replace(delta.moved[0], broke=True, better=True)
    worse = replace(move, better=False)
    good = moved.broke(found, replace(delta, moves=(move,)))
    bad = moved.broke(found, replace(delta, moves=(worse,)))
    assert good.titles[0].text.endswith("can no longer be said; all because figures went the better way")
    assert good.exhibits[0].exhibit.rows[0].cells[3].main.text == "better than said"
    assert (
        moved.what_moved(found, replace(delta, moves=(move,))).exhibits[0].exhibit.rows[0].cells[3].state
        is None
    )
    assert bad.exhibits[0].exhibit.rows[0].cells[3].state is worse.after.state
    assert bad.titles[0].text.endswith("can no longer be said")


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
