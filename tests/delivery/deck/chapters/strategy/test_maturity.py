from __future__ import annotations

from custrata.delivery.deck.chapters.strategy import maturity


def test_the_radar_has_five_axes_and_only_answers_are_wanted(material, whole):
    plot = maturity.radar(material("grocer")).exhibits[0].exhibit
    assert plot.axes == ("Segmentation", "Proposition", "Lifecycle", "Intelligence", "Alignment")
    assert plot.wanted == (None,) * 5
    answered = maturity.radar(whole("grocer")).exhibits[0].exhibit
    assert [f.value for f in answered.wanted] == [4.0] * 5


def test_the_dearest_gap_comes_first_and_into_the_title(whole):
    slide = maturity.radar(whole("grocer"))
    rows = slide.exhibits[1].exhibit.rows
    money = [f.value for row in rows for f in row.cells[4].main.figures]
    assert money == sorted(money, reverse=True)
    assert rows[0].cells[0].main.text.lower() in slide.titles[0].text


def test_what_somebody_said_is_no_level_that_is_shown(whole):
    rows = maturity.radar(whole("bare")).exhibits[1].exhibit.rows
    assert {row.cells[2].main.text for row in rows} == {"2"}
    assert any(row.cells[1].main.text == "1" for row in rows)
