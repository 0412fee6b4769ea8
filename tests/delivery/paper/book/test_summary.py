from __future__ import annotations

import datetime as dt
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
from custrata.strategy.revision.content import sign


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


def test_a_signed_strategy_waits_for_no_signature_and_still_asks_for_its_decisions():
    given = full()
    document = given.document
    for one in document.sign_offs:
        document = sign(document, one.function, "A. Person", dt.date(2026, 3, 2))
    blocks = summary(Teller(replace(given, document=document)))
    said = [x.words.text for x in named(blocks, "How well").lines]
    assert "Agreed 2 Mar 2026 by every function" in said
    assert not [x for x in said if "wait for a signature" in x]
    voices = [r.cells[1].lines[0].voice for r in named(blocks, "What we mean to do").rows]
    assert set(voices) == {Voice.AGREED}
    assert Voice.AGREED not in {x.voice for x in named(blocks, "Decisions asked for").lines}
