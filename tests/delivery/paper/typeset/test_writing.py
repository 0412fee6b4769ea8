from __future__ import annotations

import datetime as dt

from tests.delivery.paper.written import full

from custrata.delivery.paper.kinds import packed
from custrata.delivery.paper.page import Book, Chapter, Lines
from custrata.delivery.paper.pages.channel_charter import channel_charters
from custrata.delivery.paper.pages.scorecard import scorecard
from custrata.delivery.paper.telling import plainly
from custrata.delivery.paper.typeset.writing import book_pdf, pack_pdf, write_book, write_pack


def test_a_pack_is_written_in_one_step_and_said_in_a_sentence(tmp_path):
    path = tmp_path / "deep" / "charters.pdf"
    said = write_pack(packed(full(), "Channel charters", channel_charters(full())), path)
    assert said == f"{path}: 2 pages"
    assert path.read_bytes().startswith(b"%PDF")
    assert [p.name for p in path.parent.iterdir()] == ["charters.pdf"]


def test_one_sheet_is_one_page(tmp_path):
    pack = packed(full(), "Scorecard", scorecard(full()))
    assert write_pack(pack, tmp_path / "s.pdf").endswith(": 1 page")
    assert pack_pdf(pack) == (tmp_path / "s.pdf").read_bytes()


def test_a_book_says_how_many_chapters_it_has(tmp_path):
    chapter = Chapter("Chapter", "Lead", (Lines("Heading", (plainly("words"),)),))
    book = Book("t", "c", dt.date(2026, 1, 3), "a4", (), (), (), "DRAFT", False, "foot", (chapter, chapter))
    said = write_book(book, tmp_path / "b.pdf")
    assert "2 chapters" in said
    assert book_pdf(book) == (tmp_path / "b.pdf").read_bytes()
