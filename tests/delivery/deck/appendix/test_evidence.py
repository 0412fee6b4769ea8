from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.appendix.evidence import claims_title, legend
from custrata.vocabulary import EvidenceState


def test_only_claims_of_printed_figures_stand_in_the_appendix(deck, material):
    found = deck("grocer")
    shown = {
        row.cells[0].main.text
        for s in found.slides
        if s.topic.startswith("Evidence of the claims")
        for row in s.exhibits[0].exhibit.rows
    }
    every = {e.claim_id for e in material("grocer").evidence}
    assert shown < every
    assert len(shown) >= 5


def test_the_title_counts_the_claims_by_state():
    assert claims_title(()).text == "Of 0 claims 0 are supported"


def test_the_legend_says_no_more_of_a_supported_claim_than_that_its_figures_hold(material):
    said = legend(material("grocer").evidence)
    assert said.startswith("● Supported: today's figures are within what the sentence allows")


def test_the_legend_takes_two_lines_even_when_all_states_occur(material):
    first = material("grocer").evidence[0]
    said = legend([replace(first, state=state) for state in EvidenceState])
    assert lettering.lines(said, 12, grid.OURS.evidence.w) <= 2
    assert "Supported" in said


def test_without_claims_there_is_no_legend():
    assert legend(()) == ""
