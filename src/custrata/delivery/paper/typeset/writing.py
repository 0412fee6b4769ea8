"""Write packs and books as files."""

from __future__ import annotations

from pathlib import Path

from custrata.delivery.paper.page import Book, Pack
from custrata.delivery.paper.typeset.encoding import book_data, pack_data
from custrata.delivery.paper.typeset.fitting import fitted
from custrata.delivery.paper.typeset.typesetting import pdf
from custrata.delivery.swapping import swap_in


def pack_pdf(pack: Pack) -> bytes:
    """A pack as PDF, every sheet on one page."""
    return pdf("sheets", pack_data(fitted(pack)), pack.as_of)


def book_pdf(book: Book) -> bytes:
    """A book as PDF."""
    return pdf("book", book_data(book), book.as_of)


def write_pack(pack: Pack, path: Path) -> str:
    """Write a pack beside its place and swap it in; returns what was written as a sentence."""
    swap_in(pack_pdf(pack), path, pack.title)
    return f"{path}: {len(pack.sheets)} {'page' if len(pack.sheets) == 1 else 'pages'}"


def write_book(book: Book, path: Path) -> str:
    """Write a book beside its place and swap it in; returns what was written as a sentence."""
    content = book_pdf(book)
    swap_in(content, path, book.title)
    return f"{path}: {len(book.chapters)} chapters, {len(content) / 2**20:.1f} MB"
