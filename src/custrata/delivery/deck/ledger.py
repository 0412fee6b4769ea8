"""The ledger of a deck: every printed figure once, with what it rests on and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from custrata.delivery.deck.material import plain
from custrata.delivery.deck.printed import figures_of, labels_of, sentences_of
from custrata.delivery.deck.slides import Slide
from custrata.delivery.figures import Figure, Prose
from custrata.vocabulary import Period, Reading

_ELSEWHERE = frozenset({"page", "interval"})
"""Sources of words that are no figure of their own: an interval stands in brackets behind its figure."""

_EVIDENCE_ID = re.compile(r"^[ER]\d+(, [ER]\d+)*$")


@dataclass
class Entry:
    """Figures of one measure, one set of dimensions and one period.

    Attributes:
        id: ``R01``, ``R02`` … in the order of the deck.
        measure: Id of the measure.
        dimensions: Names of the dimensions, empty for the whole base.
        period: The period.
        slides: Slides on which any of them stands.
        values: Label → texts, as printed.
        readings: The readings.
    """

    id: str
    measure: str
    dimensions: tuple[str, ...]
    period: Period
    slides: set[int] = field(default_factory=set)
    values: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    readings: dict[object, Reading] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """``revenue × tier``."""
        return " × ".join((plain(self.measure), *(plain(d) for d in self.dimensions)))

    @property
    def n(self) -> tuple[int, int]:
        """Fewest and most things that any of the readings rests on."""
        counts = [r.n for r in self.readings.values()]
        return min(counts), max(counts)

    @property
    def printed(self) -> str:
        """All values in one line, as they stand on the slides."""
        return "; ".join(self.pieces)

    @property
    def pieces(self) -> tuple[str, ...]:
        """The values as short pieces; those of two dimensions are gathered by the first."""
        gathered: dict[str, list[str]] = {}
        for (first, rest), texts in self.values.items():
            said = " · ".join(texts)
            gathered.setdefault(first, []).append(f"{rest} {said}" if rest else said)
        return tuple(
            f"{first}: {' · '.join(v)}" if len(v) > 1 else f"{first} {v[0]}".strip()
            for first, v in gathered.items()
        )


@dataclass
class Statement:
    """A figure or words with digits that no reading holds, with their source."""

    source: str
    text: str
    slides: set[int] = field(default_factory=set)


@dataclass
class Ledger:
    """Entries by reading and statements by source, in the order of the deck.

    Attributes:
        entries: Figures that rest on readings.
        statements: Figures and names that do not.
        claims: Slides on which a figure of each claim stands.
        given: Ids that entries have from a larger deck.
    """

    entries: dict[object, Entry] = field(default_factory=dict)
    statements: dict[tuple[str, str], Statement] = field(default_factory=dict)
    claims: dict[str, set[int]] = field(default_factory=dict)
    given: dict[object, str] = field(default_factory=dict)

    @property
    def ids(self) -> dict[object, str]:
        """Id of every entry by its key."""
        return {key: entry.id for key, entry in self.entries.items()}

    def of_slide(self, number: int) -> tuple[Entry, ...]:
        """Entries that stand on a slide."""
        return tuple(e for e in self.entries.values() if number in e.slides)


def write_up(slides: Iterable[Slide], ids: Mapping[object, str] | None = None) -> Ledger:
    """The ledger of numbered slides.

    Args:
        slides: The slides, numbered.
        ids: Ids that entries have already, by key, so that an excerpt of a deck calls them the same.
    """
    ledger = Ledger(given=dict(ids or {}))
    for slide in slides:
        for figure in printed_figures(slide):
            _enter(ledger, figure, slide.number)
            if figure.claim:
                ledger.claims.setdefault(figure.claim, set()).add(slide.number)
        for source, text in printed_names(slide):
            if any(c.isdigit() for c in text) and source not in _ELSEWHERE and not _EVIDENCE_ID.match(text):
                entry = ledger.statements.setdefault((source, text), Statement(source, text))
                entry.slides.add(slide.number)
    return ledger


def printed_figures(slide: Slide) -> Iterator[Figure]:
    """Every figure of a slide: title, lines, exhibits, notes on it."""
    for prose in _proses(slide):
        yield from prose.figures
    for placed in slide.exhibits:
        yield from figures_of(placed.exhibit)


def printed_names(slide: Slide) -> Iterator[tuple[str, str]]:
    """Source and text of every name of a slide."""
    for prose in _proses(slide):
        for name in prose.names:
            yield name.source, name.text
    for placed in slide.exhibits:
        for label in labels_of(placed.exhibit):
            yield "", label


def _proses(slide: Slide) -> Iterator[Prose]:
    yield from sentences_of(slide)


def _enter(ledger: Ledger, figure: Figure, number: int) -> None:
    if not figure.readings:
        place = (figure.source, figure.text)
        ledger.statements.setdefault(place, Statement(*place)).slides.add(number)
        return
    first = figure.readings[0]
    dimensions = tuple(d for d, _ in first.segment)
    key = (first.measure, dimensions, first.period)
    entry = ledger.entries.get(key)
    if entry is None:
        name = ledger.given.get(key) or f"R{len(ledger.entries) + 1:02}"
        entry = Entry(name, first.measure, dimensions, first.period)
        ledger.entries[key] = entry
    entry.slides.add(number)
    for reading in figure.readings:
        if reading.measure == first.measure and tuple(d for d, _ in reading.segment) == dimensions:
            entry.readings[reading.key] = reading
    text = f"{figure.text} ({figure.interval})" if figure.interval else figure.text
    texts = entry.values.setdefault(_label(figure), [])
    if text not in texts:
        texts.append(text)


def _label(figure: Figure) -> tuple[str, str]:
    if figure.how:
        return figure.how, ""
    names = [value for _, value in figure.readings[0].segment]
    return (names[0] if names else "", " ".join(names[1:]))
