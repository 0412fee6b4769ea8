"""Reads a written PDF back as a reader sees it: every number, and whether anything stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pypdf import PdfReader

from custrata.delivery.deliverable import Given
from custrata.evidence.check import ClaimEvidence
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim
from custrata.strategy.wording.spelling import spell

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
DATES = re.compile(rf"\b\d{{1,2}} {MONTH} \d{{4}}\b|\b{MONTH} \d{{4}}\b|\b\d{{4}}-\d{{2}}(?:-\d{{2}})?\b")
FRAME = re.compile(
    r"query [0-9a-f]{8}|[Ss]napshot [0-9a-f]{8,}|[Rr]evision \d+|and \d+ more|\d+ more in the report"
    r"|\d+ of \d+ owners signed|\b\d+ of \d+\b(?=\s*$)|95% interval|1 = no difference|−3 to 3"
    r"|[Ss]cores, 1 to 7, where 7 is best|1 to 5|strategy \d{4}(?:\s+to\s+\d{4})?"
    r"|(?:[Gg]oal|Decision|Outcome|Objective|Experiment) \d+"
    r"|\b[A-Z]\d{1,2}\b",
    re.MULTILINE,
)
"""Numbers of the frame of a page: its foot, ids, scales and counts of what was left off."""
UNITS = ("share", "customers", "days", "points", "ratio", "", "EUR", "USD", "GBP")
ENDS = "Every claim of the strategy"


def texts_of(path: Path) -> list[str]:
    """The text of every page, hard spaces made soft."""
    return [p.extract_text().replace("\N{NO-BREAK SPACE}", " ") for p in PdfReader(str(path)).pages]


def numbers_in(text: str) -> set[str]:
    """Numbers of a text, those of its frame and its dates apart."""
    framed = FRAME.sub(" ", text)
    joined = re.sub(r"\s*\n\s*", " ", framed)
    return set(NUMBER.findall(DATES.sub(" ", FRAME.sub(" ", joined))))


def claimed(evidence: ClaimEvidence) -> set[str]:
    """Numbers that a claim's evidence holds: as said, value, interval, n, as written."""
    found = set(NUMBER.findall(evidence.said))
    for part in evidence.figures:
        unit = part.figure.unit or (part.now.readings[0].unit if part.now.readings else "")
        for value in (part.now.value, part.now.low, part.now.high, part.figure.value):
            found |= set(NUMBER.findall(spell(value, unit))) if value is not None else set()
        found |= {f"{r.n:,}" for r in part.now.readings}
    return found


def judged(given: Given) -> set[str]:
    """Numbers that people have written into the strategy, as texts and as fields; claims apart."""
    found: set[str] = set()
    for value in _values(given.document):
        match value:
            case str():
                found |= set(NUMBER.findall(value))
            case bool() | None:
                pass
            case int() | float():
                found |= {n for unit in UNITS for n in NUMBER.findall(spell(value, unit))} | {f"{value:,}"}
    return found


def _values(part: object) -> Iterator[object]:
    if isinstance(part, Claim):
        return
    if isinstance(part, Part):
        for field in type(part).model_fields:
            yield from _values(getattr(part, field))
    elif isinstance(part, tuple):
        for item in part:
            yield from _values(item)
    else:
        yield part


def behind(given: Given, text: str) -> set[str]:
    """Numbers of the claims whose ids a page prints, and of the measures that its foot names."""
    found: set[str] = set()
    for evidence in given.evidence:
        if re.search(rf"(?<![\w-]){re.escape(evidence.claim_id)}(?![\w-])", text):
            found |= claimed(evidence)
    foot = text.replace("\n", " ").rpartition(" · n ")[0][-400:]
    for reading in given.snapshot.readings:
        if not reading.segment and reading.measure.replace("_", " ") in foot:
            found |= set(NUMBER.findall(spell(reading.value, reading.unit)))
    return found


def unproven(path: Path, given: Given) -> dict[int, set[str]]:
    """Numbers of each page that neither a claim of the page, nor its foot, nor a judgement holds."""
    stated = judged(given)
    found = {}
    for number, text in enumerate(texts_of(path), start=1):
        left = numbers_in(text) - stated - behind(given, text) - _foot(text)
        if left:
            found[number] = left
    return found


def _foot(text: str) -> set[str]:
    return {
        n for line in text.splitlines() if " · n " in line for n in NUMBER.findall(line.split(" · n ")[1])
    }


def unproven_in_book(path: Path, given: Given) -> dict[int, set[str]]:
    """Numbers of each page of a book that neither its appendix nor a judgement holds."""
    texts = texts_of(path)
    start = max(i for i, t in enumerate(texts) if ENDS in t)
    held: set[str] = judged(given)
    for text in texts[start:]:
        held |= set(NUMBER.findall(text)) | numbers_in(text)
    body = [(i, t) for i, t in enumerate(texts[:start], start=1) if not t.startswith("Contents")]
    return {i: left for i, t in body if (left := numbers_in(t) - held)}


def letters(texts: Iterable[str]) -> str:
    """All letters of some texts without spaces, so that breaks of lines do not matter."""
    return re.sub(r"[\s\N{ZERO WIDTH SPACE}]+", "", "".join(texts))
