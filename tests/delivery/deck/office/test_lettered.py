from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run


def test_control_characters_and_line_feeds_cannot_break_the_file():
    assert lettered.clean("a\x00b\nc\x0bd") == "ab cd"


def test_runs_carry_language_and_theme_colour(slide):
    shape = lettered.box(slide, Zone(1, 1, 5, 1), [Paragraph((Run("Hello"),))], "de-DE", name="Words")
    run = shape.text_frame.paragraphs[0].runs[0]
    assert run._r.rPr.get("lang") == "de-DE"
    assert run._r.xpath("a:rPr/a:solidFill/a:schemeClr/@val") == ["tx1"]


def test_grounds_are_decorative_and_carry_no_style(slide):
    shape = lettered.ground(slide, Zone(1, 1, 5, 1), "#17497F", name="Ground")
    assert not shape._element.xpath("p:style")
    assert shape._element.xpath(".//*[local-name()='decorative']")


def test_alternative_text_is_cut_at_a_word(slide):
    shape = lettered.ground(slide, Zone(1, 1, 5, 1), None, name="Ground")
    lettered.describe(shape, "word " * 200)
    assert len(shape._element.xpath(".//p:cNvPr/@descr")[0]) <= 400
