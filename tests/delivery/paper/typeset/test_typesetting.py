from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.delivery.paper.scanning import letters

from custrata.delivery.figures import say
from custrata.delivery.paper.page import Line, Lines, Pack, Sheet
from custrata.delivery.paper.telling import plainly
from custrata.delivery.paper.typeset import typesetting
from custrata.delivery.paper.typeset.encoding import pack_data
from custrata.delivery.paper.typeset.glyphs import legible
from custrata.delivery.paper.typeset.typesetting import pages, pdf
from custrata.errors import DeliveryError

DAY = dt.date(2026, 1, 3)


def pack(*texts: str) -> Pack:
    lines = tuple(plainly(t) for t in texts)
    sheet = Sheet("Kind", "Topic", Line(say("A finding")), (Lines("Heading", lines),), "DRAFT")
    return Pack("Company: page", "Company", DAY, "a4", (sheet,))


def text_of(content: bytes) -> str:
    return "".join(p.extract_text() for p in PdfReader(io.BytesIO(content)).pages)


@pytest.mark.parametrize(
    "text",
    ['#panic("x")', "$ x", "] [", "`a", "*b* _c_", "<d> @d", "\\", "// e", "#{", '"', "= f", "- g", "/ h: i"],
)
def test_markup_is_printed_as_it_was_written(text):
    content = pdf("sheets", pack_data(pack(text)), DAY)
    assert letters([text]) in letters([text_of(content)])


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=60))
def test_any_western_text_is_typeset(text):
    content = pdf("sheets", pack_data(pack(text)), DAY)
    assert content.startswith(b"%PDF")
    ascii_only = "".join(c for c in legible(text) if c.isascii() and c.isalnum())
    assert ascii_only in "".join(c for c in text_of(content) if c.isascii() and c.isalnum())


def test_letters_of_no_font_at_hand_become_boxes_and_the_page_is_still_written():
    content = pdf("sheets", pack_data(pack("\U0001f9ff \ue000 \U00013000 end")), DAY)
    assert "end" in text_of(content)


def test_a_sign_that_a_built_in_font_holds_is_printed():
    assert "₹" in text_of(pdf("sheets", pack_data(pack("₹ 12")), DAY))


def test_the_day_is_the_one_given():
    meta = PdfReader(io.BytesIO(pdf("sheets", pack_data(pack("x")), DAY))).metadata
    assert meta.creation_date.date() == DAY


def test_pages_are_counted():
    assert pages("sheets", pack_data(pack("x"))) == 1
    assert pages("sheets", pack_data(pack(*(f"line {i}" for i in range(120))))) > 1


def test_a_template_that_fails_is_an_error_with_a_remedy(monkeypatch):
    monkeypatch.setattr(typesetting, "_source", lambda template: b"#nothing-of-this-name")
    with pytest.raises(DeliveryError) as raised:
        pdf("sheets", {}, DAY)
    assert raised.value.remedy


def test_a_warning_is_an_error_too(monkeypatch):
    monkeypatch.setattr(
        typesetting, "_source", lambda template: b'#set document(title: "x")\n#set text(font: "No Such")\nx'
    )
    with pytest.raises(DeliveryError, match="unknown font"):
        pdf("sheets", {}, DAY)


def test_no_system_font_is_needed(monkeypatch):
    asked = []
    original = typst.compile_with_warnings

    def watched(*args, **kwargs):
        asked.append(kwargs["ignore_system_fonts"])
        return original(*args, **kwargs)

    monkeypatch.setattr(typst, "compile_with_warnings", watched)
    pdf("sheets", pack_data(replace(pack("plain ● words"))), DAY)
    assert asked == [True]
