from __future__ import annotations

from pptx import Presentation


def test_the_cover_shows_company_figures_and_owners(written):
    cover = Presentation(str(written("grocer"))).slides[0]
    text = "\n".join(s.text_frame.text for s in cover.shapes if s.has_text_frame)
    assert "Harrow Lane Foods" in text
    assert "2,400" in text
    assert "not signed" in text


def test_the_draft_mark_stands_on_every_slide(written):
    for slide in Presentation(str(written("grocer"))).slides:
        assert any(s.name == "Draft mark" and "owners signed" in s.text_frame.text for s in slide.shapes)


def test_the_slide_number_is_a_field(written):
    slide = Presentation(str(written("grocer"))).slides[3]
    assert slide.shapes._spTree.xpath(".//a:fld[@type='slidenum']")
