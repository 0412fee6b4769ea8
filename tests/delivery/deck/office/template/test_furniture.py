from __future__ import annotations

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from tests.delivery.deck.office.template.making import template

from custrata.delivery.deck.office.template import furniture, roles
from custrata.delivery.deck.office.template.company import read_template


def test_empty_boxes_go_and_the_footers_own_words_stay(tmp_path):
    presentation = Presentation(str(template(tmp_path / "own.pptx")))
    layout = presentation.slide_layouts[1]
    roles.placeholder_of(layout, PP_PLACEHOLDER.FOOTER).text_frame.text = "Internal"
    slide = presentation.slides.add_slide(layout)
    furniture.prepare(slide, read_template(tmp_path / "own.pptx").sheet)
    assert [s.placeholder_format.type for s in slide.placeholders] == [
        PP_PLACEHOLDER.TITLE,
        PP_PLACEHOLDER.FOOTER,
    ]
    assert roles.placeholder_of(slide, PP_PLACEHOLDER.FOOTER).text_frame.text == "Internal"
    ids = slide.shapes._spTree.xpath("//p:cNvPr/@id")
    assert len(set(ids)) == len(ids)


def test_the_number_is_that_of_the_layout():
    presentation = Presentation()
    layout = presentation.slide_layouts[5]
    number = roles.placeholder_of(layout, PP_PLACEHOLDER.SLIDE_NUMBER)
    assert furniture.number_index(layout) == number.placeholder_format.idx
    number._element.getparent().remove(number._element)
    assert furniture.number_index(layout) is None
