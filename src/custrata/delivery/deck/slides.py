"""A deck as a value: slides made of findings, exhibits and figures, with nothing of any file format."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from custrata.delivery.deck.plots import Calibration, ExchangeMap, Lines, Radar, Whale
from custrata.delivery.figures import NOTHING, Figure, Prose, Spelling
from custrata.vocabulary import EvidenceState


class Tone(StrEnum):
    """What a text says about itself by its colour."""

    INK = "ink"
    QUIET = "quiet"
    ACCENT = "accent"
    GAIN = "gain"
    LOSS = "loss"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a main line, a small line beneath, and how they look.

    Attributes:
        main: First line or lines, 14 pt (12 in dense tables).
        small: What stands beneath in 12 pt.
        bold: Whether the main line is bold.
        tone: Colour by meaning.
        heat: Step of the heat scale, 0 to 4; None leaves the ground white.
        state: State of a claim; then the main line is its glyph and word.
    """

    main: Prose = NOTHING
    small: Prose = NOTHING
    bold: bool = False
    tone: Tone = Tone.INK
    heat: int | None = None
    state: EvidenceState | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A head; ``right`` sets figures right, ``share`` is its part of spare width, ``least`` a width in cm."""

    head: str
    right: bool = False
    share: float = 1.0
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark on the track of a row, with the span around it.

    Attributes:
        at: Where the mark stands, in the track's own measure.
        low: Lower end of its span; None draws none.
        high: Upper end.
        state: State whose shape and colour it takes; None is the accent.
        quiet: Whether it stands back, such as what does not fit.
    """

    at: float
    low: float | None = None
    high: float | None = None
    state: EvidenceState | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """The measure of a track on which rows have spots.

    Attributes:
        column: The empty column over which it lies.
        ends: Its lower and upper end.
        ticks: Places that are named in the header.
        levels: Places at which a line crosses all rows.
    """

    column: int
    ends: tuple[float, float]
    ticks: tuple[tuple[float, str], ...] = ()
    levels: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        cells: Its cells.
        emphasised: Whether its ground is tinted.
        edge: Colour of a tab left of it.
        now: A figure that is drawn as a dot with its interval.
        target: A figure that is drawn as a diamond.
        spot: A mark on the table's own track.
        cut: Words at the thick line beneath it, such as the capacity that is used up there.
    """

    cells: tuple[Cell, ...]
    emphasised: bool = False
    edge: str = ""
    now: Figure | None = None
    target: Figure | None = None
    spot: Spot | None = None
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one header.

    Attributes:
        columns: Heads.
        rows: One a thing.
        dense: Whether the type is small.
        heat: Whether cells are filled by their step of the heat scale.
        track: The empty column over which now (with its interval) and target are drawn.
        finding: What the table shows, for its description.
        level: A value at which a line crosses the track, such as 1 where two sides pay each other back.
        spots: Measure of the track on which rows have spots of their own.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    dense: bool = False
    heat: bool = False
    track: int | None = None
    finding: str = ""
    level: float | None = None
    spots: Track | None = None

    @property
    def reach(self) -> tuple[float, float]:
        """From zero or below to the largest now, interval or target; from 0 to 1 where all are zero."""
        shown = [
            f for row in self.rows for f in (row.now, row.target) if f is not None and f.value is not None
        ]
        values = [0.0, *(v for f in shown for v in (f.value, *f.ends) if v is not None)]
        low, high = min(values), max(values)
        return (low, high) if high > low else (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A large figure with its sentence and the state of its claim."""

    figure: Figure
    words: Prose
    state: EvidenceState | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class FigurePanel:
    """Up to five large figures under one heading."""

    heading: str
    rows: tuple[FigureRow, ...]


class Voice(StrEnum):
    """Who speaks in a panel: the data, a person who proposes, all who have signed, or nobody yet."""

    COMPUTED = "computed"
    PROPOSAL = "proposal"
    AGREED = "agreed"
    GAP = "gap"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Item:
    """A short statement: head in bold, words, and a line of who answers for it."""

    head: Prose = NOTHING
    words: Prose = NOTHING
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Statements of one voice under a heading."""

    heading: str
    items: tuple[Item, ...]
    voice: Voice = Voice.COMPUTED


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled number of a chart; ``high`` marks the one the title is about."""

    label: str
    figure: Figure
    high: bool = False
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars, one a point, labelled at the end."""

    points: tuple[Point, ...]
    written: Spelling
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Standing columns along an order that has a meaning; ``labelled`` prints each value."""

    points: tuple[Point, ...]
    written: Spelling
    labelled: bool = True
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One part of stacked columns, the same part in each of them."""

    name: str
    fill: str
    ink: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """Stacked columns that each add up to a whole; layers from the top down."""

    columns: tuple[str, ...]
    layers: tuple[Layer, ...]
    written: Spelling


class StepKind(StrEnum):
    """What a step of a bridge does."""

    TOTAL = "total"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a bridge: its size as a positive number, and its label as printed."""

    label: str
    figure: Figure
    kind: StepKind


@dataclass(frozen=True, slots=True)
class Bridge:
    """From an opening total over ups and downs to a closing total."""

    steps: tuple[Step, ...]
    written: Spelling


Exhibit = (
    Table
    | FigurePanel
    | Panel
    | Bars
    | Columns
    | Stack
    | Bridge
    | Whale
    | ExchangeMap
    | Calibration
    | Lines
    | Radar
)


@dataclass(frozen=True, slots=True)
class Placed:
    """An exhibit in the grid: ``first`` of 12 columns, how many, ``top`` and ``height`` as shares."""

    exhibit: Exhibit
    first: int = 0
    span: int = 12
    top: float = 0.0
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Slide:
    """One thought; ``doubt`` says which claims on it do not hold, empty where all do.

    Attributes:
        chapter: Part of the story, bold in the kicker.
        topic: What the slide is about, beside it.
        titles: The finding as a sentence, longest wording first; the first that fits two lines is used.
        measured: Measure, unit and period in one line under the title.
        exhibits: What shows it.
        so_what: Consequence, after "So what:".
        evidence: The line at the foot; filled when the deck is put together.
        number: Place in the deck, from 1.
        row: Its row in the story, the same in every variant; empty in the appendix.
    """

    chapter: str
    topic: str
    titles: tuple[Prose, ...]
    measured: Prose = NOTHING
    exhibits: tuple[Placed, ...] = ()
    so_what: Prose = NOTHING
    appendix: bool = False
    evidence: str = ""
    number: int = 0
    note_lines: tuple[str, ...] = ()
    row: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide; ``doubt`` says which claims of the deck do not hold, empty where all do."""

    company: str
    title: str
    lines: tuple[str, ...]
    owners: tuple[tuple[str, str], ...]
    foot: str
    figures: tuple[FigureRow, ...] = ()
    doubt: str = ""


@dataclass(frozen=True)
class Deck:
    """A deck, ready to be written.

    Attributes:
        company: Name in the file's properties.
        as_of: The day of the data; it dates the file.
        cover: The first slide; None where the deck has none.
        slides: All others, appendix last, numbered from 2 behind a cover, else from 1.
        mark: Draft mark in the corner, or "Signed, revision …".
        signed: Whether every owner has signed.
        example: Words that open the evidence line when the data are no company's own.
        language: BCP 47 tag set on every run.
        title: What the deck is.
    """

    company: str
    as_of: dt.date
    cover: Cover | None
    slides: tuple[Slide, ...]
    mark: str
    signed: bool = False
    example: str = ""
    language: str = "en-GB"
    title: str = "Customer strategy"
