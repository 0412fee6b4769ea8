from __future__ import annotations

import datetime as dt

from pptx import Presentation

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.kinds import write_board
from custrata.delivery.deliverable import Given
from custrata.strategy.revision.content import sign


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


def test_the_signature_on_the_cover_has_room_for_its_words(material, tmp_path):
    found = material("grocer")
    document = found.document
    for one in document.sign_offs:
        document = sign(document, one.function, "A. Person", dt.date(2026, 3, 2))
    write_board(Given(found.snapshot, document, found.evidence), tmp_path / "deck.pptx")
    for slide in Presentation(str(tmp_path / "deck.pptx")).slides:
        (shape,) = [s for s in slide.shapes if s.name == "Signed"]
        assert shape.text_frame.text == "Signed, revision 1"
        assert shape.width.cm > 2


def test_a_long_signature_stands_on_one_line_right_of_the_kicker(material, tmp_path):
    found = material("grocer")
    document = found.document
    document = document.model_copy(update={"revision": 121})
    for one in document.sign_offs:
        document = sign(document, one.function, "A. Person", dt.date(2026, 3, 2), "an earlier build")
    write_board(Given(found.snapshot, document, found.evidence), tmp_path / "deck.pptx")
    for slide in list(Presentation(str(tmp_path / "deck.pptx")).slides)[1:]:
        named = {s.name: s for s in slide.shapes}
        words = named["Signed"].text_frame.text
        assert words == "Signed, revision 121 · figures newer than the signatures"
        assert named["Signed"].width.cm > lettering.width(words, tokens.SMALL_PT)
        assert named["Signed"].left >= named["Kicker"].left + named["Kicker"].width
