from __future__ import annotations

import datetime as dt
import re

import pytest

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.slides import Panel, Table, Tone, Voice
from custrata.delivery.deck.storyline import MOST_SLIDES, whole_deck
from custrata.strategy.revision.content import sign

COMPANIES = ("grocer", "phone_company", "pipeline", "shop_with_profit", "bare", "outfitter")


@pytest.mark.parametrize("company", COMPANIES)
def test_titles_are_unique_and_fit_two_lines(deck, company):
    titles = [s.titles[0].text for s in deck(company).slides]
    assert len(set(titles)) == len(titles)
    for title in titles:
        assert lettering.lines(title, tokens.TITLE_PT, grid.OURS.title.w, bold=True) <= 2


@pytest.mark.parametrize("company", COMPANIES)
def test_titles_of_the_appendix_fit_one_line(deck, company):
    for slide in deck(company).slides:
        if slide.appendix:
            assert lettering.lines(slide.titles[0].text, tokens.TITLE_PT, grid.OURS.title.w, bold=True) == 1


def test_a_grocers_year_makes_a_full_deck(deck):
    story = [s for s in deck("grocer").slides if not s.appendix]
    assert len(story) >= 15
    assert {"Tiers", "Cohorts", "Scorecard", "Assumptions and decisions", "Revenue in and out"} <= {
        s.topic.partition(",")[0] for s in story
    }


def test_what_is_too_much_for_the_story_stands_behind_it(deck):
    whole = deck("grocer").slides
    story = [s for s in whole if not s.appendix and s.chapter != "Behind the story"]
    assert len(story) + 1 <= MOST_SLIDES + 2
    chapters = [s.chapter for s in whole]
    first = chapters.index("Behind the story")
    assert set(chapters[first:]) == {"Behind the story", "Appendix"}


def test_a_slide_with_nothing_to_show_is_left_out(deck):
    topics = {s.topic for s in deck("pipeline").slides}
    assert "Pipeline and win rate" in topics
    assert not topics & {"Whale curve", "Cohorts", "Revenue by month", "Tiers"}


def test_slides_are_numbered_after_the_cover(deck):
    assert [s.number for s in deck("bare").slides] == list(range(2, len(deck("bare").slides) + 2))


def test_an_unsigned_strategy_is_marked_as_a_draft(deck):
    assert deck("grocer").mark.startswith("DRAFT · 0 of ")


def every_text(deck):
    """Titles, exhibit lines, consequences, cells and panels of a deck."""
    for slide in deck.slides:
        yield from (slide.titles[0].text, slide.measured.text, slide.so_what.text)
        for placed in slide.exhibits:
            if isinstance(placed.exhibit, Table):
                yield from (c.head for c in placed.exhibit.columns)
                yield from (c.main.text for row in placed.exhibit.rows for c in row.cells)
            if isinstance(placed.exhibit, Panel):
                yield placed.exhibit.heading
                yield from (i.owner for i in placed.exhibit.items)


def tones(deck):
    tables = [p.exhibit for s in deck.slides for p in s.exhibits if isinstance(p.exhibit, Table)]
    return {cell.tone for table in tables for row in table.rows for cell in row.cells}


@pytest.mark.parametrize("company", ["grocer", "phone_company"])
def test_what_everybody_has_signed_stands_in_ink_and_proposes_nothing(whole, company):
    found, day = whole(company), dt.date(2026, 3, 2)
    open_deck = whole_deck(found.snapshot, found.document, found.evidence)
    assert Tone.PROPOSAL in tones(open_deck)
    signed = found.document
    for one in signed.sign_offs:
        signed = sign(signed, one.function, "A. Person", day)
    deck = whole_deck(found.snapshot, signed, found.evidence)
    words = list(every_text(deck))
    assert Tone.PROPOSAL not in tones(deck)
    assert not [
        w for w in words if re.search("[Pp]roposals?\\b|propose\\b|violet|not yet signed|needs an", w)
    ]
    assert "What we have agreed" in words
    assert any(w.startswith("agreed 2 Mar 2026") for w in words)
    panels = [p.exhibit for s in deck.slides for p in s.exhibits if isinstance(p.exhibit, Panel)]
    assert Voice.PROPOSAL not in {p.voice for p in panels}


def test_mark_and_cover_name_the_same_revision(material):
    found = material("grocer")
    signed = found.document
    for one in signed.sign_offs:
        signed = sign(signed, one.function, "A. Person", dt.date(2026, 3, 2))
        signed = signed.model_copy(update={"revision": signed.revision + 1})
    deck = whole_deck(found.snapshot, signed, found.evidence)
    assert deck.mark == f"Signed, revision {signed.revision}"
    assert any(line.endswith(f"revision {signed.revision}") for line in deck.cover.lines)
