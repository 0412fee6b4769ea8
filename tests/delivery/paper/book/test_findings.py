from __future__ import annotations

import pytest
from tests.delivery.paper.written import full

from custrata.delivery.deck import slides as deck
from custrata.delivery.figures import say
from custrata.delivery.paper.book.findings import evidence_of, exhibit, findings
from custrata.delivery.paper.page import Chart, Grid, Heading, Lines, Voice, lines_of


@pytest.fixture(scope="module")
def told():
    return findings(full())


def test_every_finding_is_a_sentence_with_its_exhibit_and_evidence(told):
    blocks, ledger = told
    titles = [b.text.words.text for b in blocks if isinstance(b, Heading) and b.level == 2]
    assert len(titles) >= 12
    assert all(titles)
    assert any(isinstance(b, Chart) for b in blocks)
    assert ledger.entries


def test_what_the_findings_rest_on_is_entered_in_the_ledger(told):
    blocks, ledger = told
    entered = {key for entry in ledger.entries.values() for key in entry.readings}
    printed = {f.readings[0].key for b in blocks for x in lines_of(b) for f in x.words.figures if f.readings}
    assert printed <= entered
    assert "revenue" in {entry.measure for entry in ledger.entries.values()}


def test_a_chart_says_what_it_shows_to_those_who_cannot_see_it(told):
    assert all(b.alt.startswith("Chart: ") and len(b.alt) > 20 for b in told[0] if isinstance(b, Chart))


def test_panels_keep_who_speaks():
    item = deck.Item(say("Head"), say("words"), "◊ Proposal · owner A")
    (block,) = exhibit(deck.Panel("Heading", (item,), deck.Voice.PROPOSAL), "Finding", wide=True)
    assert isinstance(block, Lines)
    assert (block.lines[0].voice, block.lines[0].tail, block.lines[0].head) == (
        Voice.PROPOSAL,
        "owner A",
        "Head",
    )


def test_a_table_keeps_its_heat():
    table = deck.Table(
        (deck.Column("Cohort"), deck.Column("0", right=True)),
        (deck.Row((deck.Cell(say("a")), deck.Cell(say("b"), heat=4))),),
        heat=True,
    )
    (block,) = exhibit(table, "Finding", wide=True)
    assert isinstance(block, Grid)
    assert [c.heat for c in block.rows[0].cells] == [None, 4]
    assert exhibit(deck.Table((), ()), "Finding", wide=True) == []


def test_a_finding_without_figures_has_no_line_of_evidence(told):
    assert evidence_of(deck.Slide("C", "t", (say("T"),), number=999), told[1]) == ""


def test_what_is_agreed_speaks_as_agreed():
    item = deck.Item(words=say("words"), owner="agreed 2 Mar 2026")
    (block,) = exhibit(deck.Panel("What we have agreed", (item,), deck.Voice.AGREED), "Finding", wide=True)
    assert (block.lines[0].voice, block.lines[0].tail) == (Voice.AGREED, "agreed 2 Mar 2026")
