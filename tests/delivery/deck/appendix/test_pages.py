from __future__ import annotations

from custrata.delivery.deck.appendix import pages
from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.slides import Column, Row, Table
from custrata.delivery.figures import say


def table(rows: int) -> Table:
    heads = (Column("Id"), Column("What"))
    return Table(heads, tuple(Row((words(f"R{i}"), words("a figure"))) for i in range(rows)), dense=True)


def test_a_narrow_table_stands_in_two_columns_of_one_page():
    found = pages.twin("Figures", say("All figures"), table(22))
    assert len(found) == 1
    assert [len(p.exhibit.rows) for p in found[0].exhibits] == [11, 11]


def test_a_wide_table_goes_on_to_a_further_page_that_says_so():
    found = pages.wide("Figures", say("All figures"), table(12))
    assert [s.titles[0].text for s in found] == ["All figures", "Figures, page 2 of 2"]


def test_a_table_without_rows_makes_no_page():
    assert pages.wide("Figures", say("All figures"), table(0)) == ()
    assert pages.twin("Figures", say("All figures"), table(0)) == ()


def test_single_slides_and_pairs_are_not_drawn_together():
    assert pages.slides_text({1, 2, 4}) == "1, 2, 4"
    assert pages.slides_text(set()) == "none"


def test_a_piece_longer_than_the_room_stands_alone():
    assert pages.chunks(["long piece", "b"], 4) == ["long piece", "b"]
