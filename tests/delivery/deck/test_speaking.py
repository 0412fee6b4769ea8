from __future__ import annotations

import datetime as dt

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.storyline import board_deck
from custrata.strategy.revision.content import sign


def test_the_evidence_line_takes_at_most_two_lines(deck):
    for slide in deck("grocer").slides:
        assert lettering.lines(slide.evidence, tokens.SMALL_PT, grid.OURS.evidence.w) <= 2


def test_notes_say_the_claim_how_to_read_it_and_where_it_comes_from(deck):
    slide = next(s for s in deck("grocer").slides if s.topic == "Tiers")
    notes = "\n".join(slide.note_lines)
    assert notes.startswith(slide.titles[0].text)
    assert "How to read" in notes
    assert "query" in notes
    assert "Caveat: 8% of revenue belongs to no known customer." in notes


def test_the_n_of_a_slide_spans_everything_on_it(report):
    made = report("grocer")
    for slide in (s for s in made.deck.slides if not s.appendix):
        counts = [n for e in made.ledger.of_slide(slide.number) if e.readings for n in e.n]
        if counts and "n = " in slide.evidence:
            low, high = min(counts), max(counts)
            span = f"{low:,}" if low == high else f"{low:,} to {high:,}"
            assert f"n = {span}" in slide.evidence


def test_notes_say_what_would_break_a_claim_and_who_decides(deck):
    slides = {s.row: s for s in deck("grocer").slides}
    said = "\n".join(slides["groups"].note_lines)
    assert " holds while " in said
    assert "to decide: " in said


def test_notes_cut_no_value_in_two(deck):
    for slide in deck("grocer").slides:
        for line in slide.note_lines:
            assert not line.endswith("…")
    notes = "\n".join(line for s in deck("grocer").slides for line in s.note_lines)
    assert " more in the appendix" in notes


def test_notes_of_a_signed_strategy_say_when_it_was_agreed(material):
    found = material("grocer")
    signed = found.document
    for one in signed.sign_offs:
        signed = sign(signed, one.function, "A. Person", dt.date(2026, 3, 2))
    deck = board_deck(found.snapshot, signed, found.evidence)
    said = "\n".join(line for s in deck.slides for line in s.note_lines)
    assert "not computed; agreed 2 Mar 2026, who answers: " in said
    assert "to decide: " not in said
    assert "Violet" not in said
