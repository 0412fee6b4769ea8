from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.slides import Column, Placed, Row, Slide, Table
from custrata.delivery.deck.variants.paging import numbered, paged, stacked, titled, told_apart
from custrata.delivery.figures import Name, say


def slide(title: str = "A finding", rows: int = 3, *, appendix: bool = False) -> Slide:
    table = Table((Column("Who"), Column("What")), tuple(Row((words("a"), words("b"))) for _ in range(rows)))
    return Slide("Chapter", "Topic", (say(Name(title)),), exhibits=(Placed(table),), appendix=appendix)


def test_a_table_too_high_goes_on_to_a_second_page_with_its_header():
    found = paged([slide(rows=18)])
    assert [s.topic for s in found] == ["Topic, 1 of 2", "Topic, 2 of 2"]
    assert found[1].titles[0].text == "A finding (2 of 2)"


def test_two_small_tables_share_a_slide_and_two_large_ones_do_not():
    assert len(stacked(slide(), slide())) == 1
    assert len(stacked(slide(rows=10), slide(rows=10))) == 2
    assert stacked(None, None) == ()


def test_the_same_title_twice_is_told_apart():
    assert [s.titles[0].text for s in told_apart([slide(), slide()])] == ["A finding", "A finding (2)"]


def test_the_appendix_takes_the_wording_that_fits_one_line():
    long, short = say("A title that is " + "much " * 30 + "too long"), say("A short one")
    page = Slide("Appendix", "Topic", (long, short), appendix=True)
    assert titled(page).titles == (short,)


def test_numbers_begin_where_asked():
    assert [s.number for s in numbered([slide(), slide()], 5)] == [5, 6]
