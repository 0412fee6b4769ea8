from __future__ import annotations

from dataclasses import replace

from tests.delivery.paper.written import full
from tests.snapshots import grocer

from custrata.delivery.deliverable import Given
from custrata.delivery.paper.book.summary import summary
from custrata.delivery.paper.page import Grid, Lines, Voice
from custrata.delivery.paper.telling import Teller
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.strategy.document import Document


def named(blocks, heading: str):
    return next(b for b in blocks if b.heading.startswith(heading))


def test_insights_lead_with_what_follows_from_each():
    snapshot = grocer()
    document = draft(snapshot)
    blocks = summary(Teller(Given(snapshot, document, evaluate(document, snapshot))))
    grid = named(blocks, "What matters most")
    assert len(grid.rows) == len(document.insights)
    assert [c.lines[0].voice for c in grid.rows[0].cells[:2]] == [Voice.COMPUTED, Voice.PROPOSAL]


def test_an_intent_is_a_proposal_until_it_is_signed():
    grid = named(summary(Teller(full())), "What we mean to do")
    assert isinstance(grid, Grid)
    assert [r.cells[1].lines[0].voice for r in grid.rows] == [Voice.AGREED, Voice.PROPOSAL]


def test_the_standing_of_the_evidence_is_counted_in_words():
    lines = named(summary(Teller(full())), "How well").lines
    assert lines[0].words.text.endswith("claims")
    assert "Two claims" in [x.words.text for x in lines]


def test_decisions_asked_for_stand_with_their_day():
    block = named(summary(Teller(full())), "Decisions asked for")
    assert isinstance(block, Lines)
    assert block.lines[0].tail.endswith("decide by 3 Feb 2025")


def test_an_empty_strategy_has_only_its_counts():
    empty = replace(full(), document=Document(schema_version=2, company="Nobody"), evidence=())
    assert [b.heading for b in summary(Teller(empty))] == ["How well it is proven"]
