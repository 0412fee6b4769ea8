from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.panels import draw_figures, draw_panel
from custrata.delivery.deck.slides import FigurePanel, FigureRow, Item, Panel, Voice
from custrata.delivery.figures import say, stated
from custrata.vocabulary import EvidenceState

ZONE = Zone(1.6, 4.4, 20, 11)


def test_a_contradicted_figure_is_marked_by_glyph_word_and_colour(slide):
    row = FigureRow(stated(0.9, "share", "settings"), say("of them"), EvidenceState.CONTRADICTED, "E01")
    draw_figures(slide, ZONE, FigurePanel("", (row,)), "en-GB")
    assert any("× Contradicted" in s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_a_proposal_stands_in_a_dashed_frame_and_a_gap_in_a_dotted_one(slide):
    draw_panel(slide, ZONE, Panel("", (Item(words=say("Grow")),), Voice.PROPOSAL), "en-GB")
    draw_panel(slide, ZONE, Panel("", (Item(words=say("Gap")),), Voice.GAP), "en-GB")
    dashes = slide.shapes._spTree.xpath(".//a:prstDash/@val")
    assert dashes == ["dash", "sysDot"]


def test_decisions_are_numbered(slide):
    draw_panel(
        slide,
        ZONE,
        Panel("", (Item(words=say("Agree")), Item(words=say("Release"))), Voice.DECISION),
        "en-GB",
    )
    assert "2  Release" in slide.shapes[-1].text_frame.text


def test_words_of_a_long_claim_are_set_smaller(slide):
    for words in ("short", "a claim that somebody wrote at length " * 7):
        row = FigureRow(stated(0.9, "share", "settings"), say(words), EvidenceState.SUPPORTED, "E01")
        draw_figures(slide, ZONE, FigurePanel("", (row,) * 5), "en-GB")
    sizes = slide.shapes._spTree.xpath(".//p:sp[p:nvSpPr/p:cNvPr/@name='What it says']//a:rPr/@sz")
    assert sizes == ["1600"] * 5 + ["1200"] * 5
