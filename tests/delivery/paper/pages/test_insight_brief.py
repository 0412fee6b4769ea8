from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.paper.written import full, full_document

from custrata.delivery.paper.page import Lines, Voice
from custrata.delivery.paper.pages.insight_brief import MOST_PHRASES, brief_sheet, insight_brief
from custrata.delivery.paper.telling import Teller
from custrata.errors import DeliveryError
from custrata.strategy.parts.papers.insight_brief import InsightBrief, Phrase


def block(sheet, heading: str) -> Lines:
    return next(b for b in sheet.blocks if isinstance(b, Lines) and b.heading == heading)


def test_the_answer_is_the_title_and_the_question_stands_under_it():
    sheet = insight_brief(full())[0]
    assert sheet.finding.words.text.startswith("They do not leave for a better price")
    assert sheet.blocks[0].line.words.text == "Why do good walkers stop buying from us?"


def test_a_question_without_an_answer_is_no_title():
    part = full_document().briefs[0].model_copy(update={"answer": None})
    sheet = brief_sheet(Teller(full()), part)
    assert sheet.finding.words.text == "What moves Weekend walkers is not known yet"
    assert block(sheet, "Answer").lines[0].voice is Voice.GAP


def test_exact_words_carry_their_source_and_twelve_are_enough():
    words = tuple(Phrase(id=f"p{i}", words=f"word {i}", source="interview 1") for i in range(20))
    part = full_document().briefs[0].model_copy(update={"phrases": words})
    found = block(brief_sheet(Teller(full()), part), "Their exact words")
    assert (len(found.lines), found.more) == (MOST_PHRASES, 8)
    assert found.lines[0].tail == "interview 1"


def test_an_empty_brief_shows_what_is_missing_and_nothing_else():
    sheet = brief_sheet(Teller(full()), InsightBrief(id="e"))
    assert {x.voice for b in sheet.blocks if isinstance(b, Lines) for x in b.lines} == {Voice.GAP}


def test_a_group_without_a_brief_is_refused():
    with pytest.raises(DeliveryError, match="families"):
        insight_brief(replace(full(), group="families"))
