from __future__ import annotations

from custrata.delivery.deck.chapters import plan
from custrata.delivery.deck.slides import Tone


def test_claims_carry_their_state_and_proposals_their_owner(material):
    rows = plan.promise(material("grocer")).exhibits[0].exhibit.rows
    assert any(row.cells[2].state for row in rows)
    assert all(row.cells[1].main.text for row in rows)
    proposals = [row for row in rows if row.cells[2].main.text == "◊ Proposal"]
    assert all(row.cells[1].tone is Tone.PROPOSAL for row in proposals)


def test_the_scorecard_shows_reading_target_and_state(material):
    found = material("grocer")
    rows = plan.scorecard(found).exhibits[0].exhibit.rows
    assert len(rows) == min(len(found.document.scorecard), 8)
    assert all(row.cells[1].main.text for row in rows)


def test_gaps_are_ranked_by_what_closes_most(material):
    rows = plan.gaps(material("grocer")).exhibits[0].exhibit.rows
    counts = [row.cells[1].main.figures[0].value for row in rows]
    assert counts == sorted(counts, reverse=True)


def test_decisions_assumptions_and_initiatives_come_from_the_strategy(material):
    found = material("grocer")
    assert len(plan.decisions(found).exhibits[0].exhibit.rows) == len(found.document.decisions[:7])
    assert len(plan.assumptions(found).exhibits[0].exhibit.rows) == len(found.document.assumptions[:7])
    assert len(plan.initiatives(found).exhibits[0].exhibit.rows) == len(found.document.initiatives[:8])


def test_a_promise_without_any_claim_says_none_and_not_zero(material):
    title = plan.promise(material("bare")).titles[0].text
    assert " none rests on data; they wait for their owners" in title
