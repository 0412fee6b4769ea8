from __future__ import annotations

import pytest

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.storyline import MOST_SLIDES

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
