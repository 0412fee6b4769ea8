from __future__ import annotations

from tests.delivery.deck.changing import earlier

from custrata.delivery.deck.chapters.strategy.unmoved import nothing
from custrata.evidence.moved import delta


def test_nothing_moved_says_what_was_tested(material):
    found = material("grocer")
    still = delta(found.document, found.snapshot, found.snapshot)
    slide = nothing(still)
    assert slide.titles[0].text.startswith("Nothing moved since ")
    said = " ".join(i.words.text for i in slide.exhibits[1].exhibit.items)
    assert f"{len(still.moves)} claims with " in said
    counts = [row.cells[1].main.figures[0].value for row in slide.exhibits[0].exhibit.rows]
    assert sum(counts) == len(still.moves)


def test_a_strategy_written_after_the_earlier_data_does_not_say_that_it_stood(material):
    found = material("grocer")
    slide = nothing(delta(found.document, earlier(found.snapshot), found.snapshot))
    assert slide.titles[0].text.startswith("Every claim was written anew since ")
    assert slide.measured.text == "Claims by state now"
