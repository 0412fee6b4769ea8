"""Workbooks written again without a person's rows; every other sheet, format and formula stays.

The rows are emptied in the parts of the archive itself: what no row uses any more is emptied among the shared
texts as well, and copies of cells in charts, pivots and comments lose the person's words.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from custrata.engine.readers.excel import Sheet, as_text, read_sheets
from custrata.engine.readers.names import unique_names
from custrata.errors import CustrataError
from custrata.project.erasing.columns import Columns
from custrata.project.erasing.traces import Matcher
from custrata.project.erasing.writing import replace_bytes

BOOK = "xl/workbook.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXTS, _CHAIN = "xl/sharedStrings.xml", "xl/calcChain.xml"


@dataclass
class Book:
    """The parts of a workbook.

    Attributes:
        parts: Bytes by name, in the order of the archive.
        texts: The shared texts, as elements.
        gone: How often each shared text stood in rows that went.
    """

    parts: dict[str, bytes]
    texts: list[Any] = field(default_factory=list)
    gone: Counter[int] = field(default_factory=Counter)


def without(path: Path, tables: dict[str, Columns], matcher: Matcher) -> tuple[int, int] | None:
    """Write a workbook again without a person; one without them is not touched.

    Args:
        path: The file.
        tables: Columns with keys, by name of the sheet.
        matcher: Says which rows go.

    Returns:
        Rows that went, and texts that were cleaned; None for a workbook that cannot be written again, such as
        one of an older format or with a password.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            book = Book({name: archive.read(name) for name in archive.namelist()})
        sheets = dict(read_sheets(path)) if BOOK in book.parts else {}
        return _written(path, book, sheets, tables, matcher) if sheets else None
    except (zipfile.BadZipFile, etree.XMLSyntaxError, CustrataError, KeyError, ValueError, RuntimeError):
        return None


def _written(
    path: Path, book: Book, sheets: dict[str, Any], tables: dict[str, Columns], matcher: Matcher
) -> tuple[int, int]:
    texts = _parsed(book.parts[_TEXTS]) if _TEXTS in book.parts else None
    book.texts = list(texts) if texts is not None else []
    places, removed = _places(book), 0
    for name, sheet in sheets.items():
        if isinstance(sheet, Sheet):
            rows = _rows(sheet, tables.get(name, {}), matcher)
            removed += _emptied(book, places[name], rows) if rows else 0
    cleaned = 0
    if texts is not None:
        _unused(book, places)
        cleaned = sum(_clean(text, matcher) for text in book.texts)
        if removed or cleaned:
            book.parts[_TEXTS] = _bytes(texts)
    cleaned += sum(_cleaned_part(book, name, matcher) for name in book.parts if name != _TEXTS)
    if removed or cleaned:
        replace_bytes(path, _packed(book.parts))
    return removed, cleaned


def _rows(sheet: Sheet, columns: Columns, matcher: Matcher) -> set[int]:
    """Numbers of the rows of a sheet that go."""
    keys = [(at, columns[name]) for at, name in enumerate(unique_names(sheet.headers)) if name in columns]
    return {
        place
        for place, row in zip(sheet.places, sheet.rows, strict=True)
        if any(at < len(row) and matcher.takes(kind, as_text(row[at]) or "") for at, kind in keys)
    }


def _places(book: Book) -> dict[str, str]:
    """Part of each sheet, by its name."""
    links = _parsed(book.parts["xl/_rels/workbook.xml.rels"])
    targets = {link.get("Id"): link.get("Target") for link in links}
    found = _parsed(book.parts[BOOK]).iter(f"{_MAIN}sheet")
    return {
        sheet.get("name"): posixpath.normpath(posixpath.join("/xl", targets[sheet.get(_LINK)])).lstrip("/")
        for sheet in found
    }


def _emptied(book: Book, part: str, rows: set[int]) -> int:
    sheet, gone = _parsed(book.parts[part]), set()
    at = 0
    for row in list(sheet.iter(f"{_MAIN}row")):
        # A row need not say its number: it follows the one before.
        at = int(row.get("r", at + 1))
        if at in rows:
            cells = list(row.iter(f"{_MAIN}c"))
            book.gone.update(text for cell in cells if (text := _shared(cell)) is not None)
            gone |= {cell.get("r") for cell in cells}
            row.getparent().remove(row)
    for links in sheet.iter(f"{_MAIN}hyperlinks"):
        for link in [one for one in links if one.get("ref") in gone]:
            links.remove(link)
    book.parts[part] = _bytes(sheet)
    if _CHAIN in book.parts:
        chain = _parsed(book.parts[_CHAIN])
        for cell in [one for one in chain if one.get("r") in gone]:
            chain.remove(cell)
        book.parts[_CHAIN] = _bytes(chain)
    return len(rows)


def _unused(book: Book, places: dict[str, str]) -> None:
    """Empty the shared texts that stood in rows that went, and stand nowhere else."""
    if not book.gone:
        return
    left: set[int] = set()
    for part in set(places.values()) & set(book.parts):
        cells = _parsed(book.parts[part]).iter(f"{_MAIN}c")
        left |= {at for cell in cells if (at := _shared(cell)) is not None}
    for at in set(book.gone) - left:
        if at < len(book.texts):
            _replace(book.texts[at], "")


def _shared(cell: Any) -> int | None:
    value = cell.find(f"{_MAIN}v")
    held = cell.get("t") == "s" and value is not None and value.text
    return int(value.text) if held else None


def _clean(text: Any, matcher: Matcher) -> bool:
    whole = "".join(part.text or "" for part in text.iter(f"{_MAIN}t"))
    clean = matcher.clean(whole)
    if clean != whole:
        _replace(text, clean)
    return clean != whole


def _replace(text: Any, words: str) -> None:
    for part in list(text):
        text.remove(part)
    etree.SubElement(text, f"{_MAIN}t").text = words


def _cleaned_part(book: Book, name: str, matcher: Matcher) -> int:
    """Copies of cells in charts, pivots, comments and links, and texts that stand in their cells."""
    if not name.endswith((".xml", ".rels", ".vml")):
        return 0
    text = book.parts[name].decode("utf-8", "surrogateescape")
    clean = matcher.clean(text)
    book.parts[name] = clean.encode("utf-8", "surrogateescape")
    return int(clean != text)


def _parsed(data: bytes) -> Any:
    # No entity is resolved and no file is loaded: the workbook may come from anybody.
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _bytes(tree: Any) -> bytes:
    found: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return found


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
