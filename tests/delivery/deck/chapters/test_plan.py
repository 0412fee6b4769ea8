from __future__ import annotations

from custrata.delivery.deck.chapters import plan


def test_the_scorecard_shows_reading_target_and_state(material):
    found = material("grocer")
    rows = plan.scorecard(found).exhibits[0].exhibit.rows
    assert len(rows) == min(len(found.document.scorecard), 8)
    assert all(row.cells[1].main.text for row in rows)


def test_gaps_are_ranked_by_what_closes_most(material):
    rows = plan.gaps(material("grocer")).exhibits[0].exhibit.rows
    counts = [row.cells[1].main.figures[0].value for row in rows]
    assert counts == sorted(counts, reverse=True)
