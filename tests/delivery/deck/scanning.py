"""Reads a written deck back as a reader sees it: every number that is printed on a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from pptx import Presentation

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
DATES = re.compile(
    r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
)
IDS = re.compile(r"\b[ER]\d{2,}\b|query [0-9a-f]{8}|[Ss]napshot [0-9a-f]{8,}|revision \d+")
SKIPPED = ("Tick", "Evidence", "Slide number", "Draft mark", "Axis")


def slides_of(path: Path) -> list[tuple[Any, bool]]:
    """Slides with whether they belong to the appendix."""
    return [(s, _is_appendix(s)) for s in Presentation(str(path)).slides]


def _is_appendix(slide: Any) -> bool:
    return any(s.name == "Kicker" and s.text_frame.text.startswith("Appendix") for s in slide.shapes)


def texts_of(slide: Any) -> Iterator[str]:
    """Every text on a slide: boxes, tables, chart categories and labels in the chart's own number format."""
    for shape in slide.shapes:
        if shape.name.startswith(SKIPPED):
            continue
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False) and shape.has_table:
            for row in shape.table.rows:
                yield from (cell.text_frame.text for cell in row.cells)
        if getattr(shape, "has_chart", False) and shape.has_chart:
            yield from chart_texts(shape.chart)


def chart_texts(chart: Any) -> Iterator[str]:
    """Data labels that are shown, written as the number format says."""
    for plot in chart.plots:
        for series in plot.series:
            holder = series._element.find("{http://schemas.openxmlformats.org/drawingml/2006/chart}dLbls")
            if holder is None:
                continue
            gone = {int(e.xpath("c:idx/@val")[0]) for e in holder.xpath("c:dLbl[c:delete]")}
            code = series.data_labels.number_format
            for index, value in enumerate(series.values):
                if index not in gone and value is not None:
                    yield shown(value, code)


def shown(value: float, code: str) -> str:
    """A value in one of our number formats."""
    positive = re.sub(r"^\[[^\]]*\]", "", code.split(";")[0]).lstrip("+")
    decimals = len(positive.split(".")[1].split("%")[0].split(",")[0].split('"')[0]) if "." in positive else 0
    digits = re.search(r"#,##0(?:\.0+)?(,*)", positive)
    scaled = abs(value) / 1000 ** len(digits.group(1)) * (100 if positive.endswith("%") else 1)
    rounded = Decimal(repr(scaled)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,.{decimals}f}"


def numbers_in(text: str) -> set[str]:
    """Numbers of a text, dates and evidence ids apart."""
    return set(NUMBER.findall(IDS.sub(" ", DATES.sub(" ", text))))


def unproven(path: Path) -> dict[int, set[str]]:
    """Numbers of each slide of the story that the appendix does not hold."""
    appendix: set[str] = set()
    story: list[tuple[int, set[str]]] = []
    for number, (slide, behind) in enumerate(slides_of(path), start=1):
        found: set[str] = set()
        for text in texts_of(slide):
            found |= set(NUMBER.findall(text)) if behind else numbers_in(text)
        if behind:
            appendix |= found
        else:
            story.append((number, found))
    return {number: found - appendix for number, found in story if found - appendix}
