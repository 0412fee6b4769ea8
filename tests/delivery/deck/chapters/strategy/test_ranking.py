from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters.strategy import ranking
from custrata.strategy.parts.steering.scoring import Scoring


def test_without_scores_initiatives_are_listed(material):
    found = material("grocer")
    slide = ranking.initiatives(found)
    assert len(slide.exhibits[0].exhibit.rows) == len(found.document.initiatives[:8])
    assert slide.exhibits[0].exhibit.spots is None


def test_with_scores_they_stand_by_rank_with_the_range_of_it(whole):
    table = ranking.initiatives(whole("grocer")).exhibits[0].exhibit
    assert [row.cells[0].main.text for row in table.rows] == ["1", "2", "3", "4", "5"]
    for row in table.rows:
        assert row.spot.low <= row.spot.at <= row.spot.high


def test_the_line_stands_beneath_the_last_that_fits(whole):
    slide = ranking.initiatives(whole("grocer"))
    cuts = [row.cut for row in slide.exhibits[0].exhibit.rows]
    assert cuts == ["", "", "Capacity 60 days", "", ""]
    assert slide.titles[0].text.startswith("3 initiatives fit the 60 days we have")
    assert [row.spot.quiet for row in slide.exhibits[0].exhibit.rows] == [False, False, False, True, True]


def test_without_a_capacity_nothing_is_cut(whole):
    found = whole("grocer")
    free = replace(found, document=found.document.model_copy(update={"scoring": Scoring()}))
    slide = ranking.initiatives(free)
    assert not any(row.cut for row in slide.exhibits[0].exhibit.rows)
    assert "are ranked" in slide.titles[0].text
