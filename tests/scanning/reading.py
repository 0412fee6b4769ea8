"""What a reader sees of a file: its texts, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from tests.delivery.deck.scanning import shown

SKIPPED = ("Tick", "Slide number", "Draft mark", "Axis")
"""Shapes of a slide's frame."""

_LEADER = re.compile(r"(?:\s?\. ?){4,}\s*\d+\s*$", re.MULTILINE)
"""The end of a line of a table of contents."""

_PLACE = re.compile(r"-?\d+(?:\.\d+)?")
"""Where a point of a curve stands; the axis is named by its ticks instead."""


@dataclass(frozen=True)
class Page:
    """One slide, sheet of paper, or whole document without pages.

    Attributes:
        number: From 1.
        texts: What stands on it, a text a box, cell or label.
        rows: Its tables, a tuple of cells a row.
        appendix: Whether it is the evidence behind the others.
        bound: Figures that open their evidence, each with it: measure, period, what it follows from.
    """

    number: int
    texts: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    appendix: bool = False
    bound: tuple[tuple[str, Mapping[str, str]], ...] = ()


def pages_of(path: Path) -> tuple[Page, ...]:
    """Every page of a deck, a PDF, an HTML page, a Markdown page or a workbook."""
    return {".pptx": _slides, ".pdf": _sheets, ".html": _web, ".md": _markdown, ".xlsx": _book}[path.suffix](
        path
    )


def _slides(path: Path) -> tuple[Page, ...]:
    return tuple(_slide(n, s) for n, s in enumerate(Presentation(str(path)).slides, start=1))


def _slide(number: int, slide: Any) -> Page:
    texts: list[str] = []
    rows: list[tuple[str, ...]] = []
    behind = False
    for shape in slide.shapes:
        if shape.name.startswith(SKIPPED):
            continue
        if shape.has_text_frame:
            texts.append(re.sub(r"^\d+ +(?=[A-Z])", "", shape.text_frame.text, flags=re.MULTILINE))
            behind |= shape.name == "Kicker" and shape.text_frame.text.startswith("Appendix")
        if getattr(shape, "has_table", False) and shape.has_table:
            rows += [tuple(c.text_frame.text for c in row.cells) for row in shape.table.rows]
        if getattr(shape, "has_chart", False) and shape.has_chart:
            texts += _labels(shape.chart)
    texts += [cell for row in rows for cell in row]
    return Page(number, tuple(texts), tuple(rows), behind)


def _labels(chart: Any) -> Iterator[str]:
    """Categories of a chart, and the labels that are shown, with sign and unit as the number format says."""
    for plot in chart.plots:
        yield from (c for c in map(str, plot.categories) if not _PLACE.fullmatch(c))
        for series in plot.series:
            holder = series._element.find("{http://schemas.openxmlformats.org/drawingml/2006/chart}dLbls")
            if holder is None:
                continue
            gone = {int(e.xpath("c:idx/@val")[0]) for e in holder.xpath("c:dLbl[c:delete]")}
            code = series.data_labels.number_format
            for index, value in enumerate(series.values):
                if index not in gone and value is not None:
                    yield _label(value, code)


def _label(value: float, code: str) -> str:
    first = re.sub(r"^\[[^\]]*\]", "", code.split(";")[0])
    head, tail = re.match(r'\+?(?:"([^"]*)")?[#,.0]+(?:"([^"]*)"|(%))?', first).group(1), first
    ending = re.search(r'[0,](?:"([^"]*)"|(%))$', tail)
    unit = (ending.group(1) or ending.group(2) or "") if ending else ""
    return f"{head or ''}{shown(value, code)}{unit}"


def _sheets(path: Path) -> tuple[Page, ...]:
    texts = [
        re.sub(r"\s*\n\s*", " ", _LEADER.sub("\n", p.extract_text())) for p in PdfReader(str(path)).pages
    ]
    return tuple(Page(n, (t,)) for n, t in enumerate(texts, start=1))


class _Shown(HTMLParser):
    """Texts of a web page that are seen, no scripts, styles or queries; figures apart with what they open."""

    HIDDEN = frozenset({"script", "style", "pre", "template", "title", "desc"})

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.figures: list[tuple[str, str]] = []
        self.facts: dict[str, dict[str, str]] = {}
        self._hidden = self._depth = 0
        self._button = self._pop = self._fact = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self.HIDDEN
        known = dict(attrs)
        if tag == "button" and known.get("popovertarget"):
            self._button = known["popovertarget"] or ""
        if tag == "div" and self._pop:
            self._depth += 1
        elif tag == "div" and known.get("class") == "pop":
            self._pop, self._depth = known["id"] or "", 1
            self.facts[self._pop] = {}

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self.HIDDEN
        if tag == "button":
            self._button = ""
        if tag == "div" and self._pop:
            self._depth -= 1
            self._pop = self._pop if self._depth else ""

    def handle_data(self, data: str) -> None:
        if self._hidden or not data.strip():
            return
        if self._button:
            self.figures.append((data, self._button))
        elif self._pop:
            self._of_popover(data)
        else:
            self.texts.append(data.strip())

    def _of_popover(self, data: str) -> None:
        if self.get_starttag_text() == "<dt>":
            self._fact = data
        elif self.get_starttag_text() == "<dd>":
            facts = self.facts[self._pop]
            facts[self._fact] = facts.get(self._fact, "") + data


def _web(path: Path) -> tuple[Page, ...]:
    shown = _Shown()
    shown.feed(path.read_text(encoding="utf-8"))
    bound = tuple((text, shown.facts[name]) for text, name in shown.figures)
    return (Page(1, tuple(shown.texts), bound=bound),)


def _markdown(path: Path) -> tuple[Page, ...]:
    text = re.sub(r"\\(.)", r"\1", path.read_text(encoding="utf-8"))
    return (Page(1, tuple(re.sub(r"^\d+\. ", "", line) for line in text.splitlines())),)


def _book(path: Path) -> tuple[Page, ...]:
    book = CalamineWorkbook.from_path(str(path))
    sheets = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    return tuple(Page(n, tuple(_cells(sheet))) for n, sheet in enumerate(sheets, start=1))


def _cells(rows: list[list[Any]]) -> Iterator[str]:
    for value in (v for row in rows for v in row):
        if isinstance(value, float | int) and not isinstance(value, bool):
            yield f"{value:.15g}"
        elif value not in (None, ""):
            yield str(value)
