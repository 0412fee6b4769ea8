"""A printed page as a value: finding, bands, lines, grids and plots, with nothing of any file format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from custrata.delivery.figures import NOTHING, Prose
from custrata.vocabulary import EvidenceState


class Voice(StrEnum):
    """Who speaks: data, a person who proposes, a person who has signed, nobody yet, or the page itself."""

    COMPUTED = "computed"
    PROPOSAL = "proposal"
    AGREED = "agreed"
    GAP = "gap"
    STATED = "stated"
    QUIET = "quiet"


class Tone(StrEnum):
    """What a heading is about: a finding, what goes wrong, or what people propose."""

    ACCENT = "accent"
    LOSS = "loss"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as it is printed.

    Attributes:
        words: The sentence; its numbers are figures.
        voice: Who speaks.
        tail: What stands behind it in small type: id of the evidence, owner, day of agreement.
        state: State of the claim; None for all else.
        head: Words before it in bold.
        bold: Whether the words are bold.
        support: How well it is supported, 0 to 6; what is least supported leaves a full page first.
        claims: Ids of the claims that it prints.
    """

    words: Prose = NOTHING
    voice: Voice = Voice.STATED
    tail: str = ""
    state: EvidenceState | None = None
    head: str = ""
    bold: bool = False
    support: float = 1.5
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid; ``right`` sets figures right, ``share`` is its part of the width, 0 its need."""

    head: str
    right: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot with its interval on a track, and where it is to go; an end that is None is not drawn."""

    value: float
    low: float | None = None
    high: float | None = None
    tone: Tone = Tone.ACCENT
    state: EvidenceState | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """The scale of the dots of a grid.

    Attributes:
        low: Value at the left end.
        high: Value at the right end.
        ticks: Value and label of each tick.
        rules: Values at which a line stands through all rows.
        logarithmic: Whether equal ratios take equal room.
        head: What stands over it.
        width: Width in cm.
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    rules: tuple[float, ...] = ()
    logarithmic: bool = False
    head: str = ""
    width: float = 5.2


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines in one cell of a grid.

    Attributes:
        lines: What stands in it.
        size: Draws a dot of that share of the largest beside the lines; None for no dot.
        size_tone: Colour of the dot.
        heat: Step of the heat scale on which the cell is set, 0 to 4; None for no ground.
    """

    lines: tuple[Line, ...] = ()
    size: float | None = None
    size_tone: Tone = Tone.ACCENT
    heat: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid.

    Attributes:
        cells: One a column; fewer leave the rest empty.
        spot: Its dot on the track.
        feels: How customers feel in each column but the first, -3 to 3; drawn as a line instead of cells.
        support: How well it is supported; None takes the best of its lines.
        marked: Whether it is set off because its claim is contradicted.
        inset: Whether it stands under the row before it.
        keep: Whether it stays even when the page is full.
        wide: Whether its last cell takes all columns that are left.
    """

    cells: tuple[Cell, ...] = ()
    spot: Spot | None = None
    feels: tuple[int | None, ...] = ()
    support: float | None = None
    marked: bool = False
    inset: bool = False
    keep: bool = False
    wide: bool = False

    @property
    def rank(self) -> float:
        """How well the row is supported."""
        if self.support is not None:
            return self.support
        return max((line.support for cell in self.cells for line in cell.lines), default=0.0)


@dataclass(frozen=True, slots=True)
class Band:
    """A sentence on a tinted ground under the finding."""

    label: str
    line: Line


@dataclass(frozen=True, slots=True)
class Lines:
    """Statements under a heading.

    Attributes:
        heading: What they are about; empty for none.
        lines: The statements.
        tone: Colour of the heading.
        framed: Whether a dotted frame stands round them: what must not be used yet, or is not known.
        note: A line beneath in small type.
        level: Depth of the heading in a book, 1 to 4; 3 on a page.
        more: How many were left off because the page was full.
        keep: Whether all of them stay even when the page is full.
        numbered: Whether they carry numbers.
    """

    heading: str
    lines: tuple[Line, ...]
    tone: Tone = Tone.ACCENT
    framed: bool = False
    note: Line | None = None
    level: int = 3
    more: int = 0
    keep: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under column heads; fields as those of `Lines`.

    Attributes:
        heading: What it shows; empty for none.
        columns: The heads.
        rows: One a thing.
        tone: Colour of the heading.
        track: Scale of the dots; None for a plain table.
        note: A line beneath in small type.
        worst: Column that is marked as the worst; None for none.
        level: Depth of the heading in a book.
        more: How many rows were left off because the page was full.
        dense: Whether the type is small.
        gaps: What is not known of its cells, said under it.
        tight: Whether rows stand close, ruled only above those that are not inset: a register to look up in.
        follows: Whether it is kept together with what follows it, where it is short.
    """

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    tone: Tone = Tone.ACCENT
    track: Track | None = None
    note: Line | None = None
    worst: int | None = None
    level: int = 3
    more: int = 0
    dense: bool = False
    follows: bool = False
    tight: bool = False
    gaps: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """Short entries in two columns of small type: bold word, text, small print."""

    entries: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two blocks side by side."""

    left: Lines | Grid
    right: Lines | Grid


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing as SVG, with what it says for those who cannot see it."""

    svg: str
    alt: str
    width: float = 16.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a book that stands alone; ``lead`` is a line under it."""

    text: Line
    level: int = 2
    lead: Line | None = None
    kicker: str = ""


Block = Band | Lines | Grid | Register | Pair | Chart | Heading


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page that stands for itself.

    Attributes:
        kind: What sort of page it is, such as ``Who we win with``.
        topic: Company and horizon, beside it.
        finding: The finding as a sentence; said by data, proposed, or a gap.
        blocks: What shows it.
        mark: Draft mark in the corner, or "Signed, revision …".
        signed: Whether every owner has signed.
        foot: Evidence ids, n, period, query.
        example: Words that open the foot when the data are no company's own.
        landscape: Whether it lies.
        air: Points of room that are added between rows where the page has some to spare.
        scale: How much larger than usual the page is set, where little is there to say.
    """

    kind: str
    topic: str
    finding: Line
    blocks: tuple[Block, ...]
    mark: str
    signed: bool = False
    foot: str = ""
    example: str = ""
    landscape: bool = False
    air: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Pack:
    """Sheets of one kind in one file.

    Attributes:
        title: Title of the file.
        company: Whose it is.
        as_of: The day of the data; it dates the file.
        paper: ``a4`` or ``us-letter``.
        sheets: A page each.
        language: Language of the text.
    """

    title: str
    company: str
    as_of: dt.date
    paper: str
    sheets: tuple[Sheet, ...]
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a book.

    Attributes:
        title: What it is called.
        lead: What it holds, in a line.
        blocks: What stands in it.
        apart: Whether it begins on a new page even where the page before has room left.
    """

    title: str
    lead: str
    blocks: tuple[Block, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """The whole strategy, typeset.

    Attributes:
        title: Title of the file.
        company: Whose it is.
        as_of: The day of the data; it dates the file.
        paper: ``a4`` or ``us-letter``.
        cover: Lines under the title on the cover.
        leading: What matters most, for the cover.
        signatures: Function, what it has done.
        mark: Draft mark, or "Signed, revision …".
        signed: Whether every owner has signed.
        foot: What stands at the foot of every page.
        chapters: The parts.
        example: Words that open the foot when the data are no company's own.
        language: Language of the text.
    """

    title: str
    company: str
    as_of: dt.date
    paper: str
    cover: tuple[str, ...]
    leading: tuple[Line, ...]
    signatures: tuple[tuple[str, str], ...]
    mark: str
    signed: bool
    foot: str
    chapters: tuple[Chapter, ...] = field(default=())
    example: str = ""
    language: str = "en-GB"


def lines_of(block: Block) -> Iterator[Line]:
    """Every line that a block prints, in reading order."""
    match block:
        case Band():
            yield block.line
        case Heading():
            yield block.text
            if block.lead is not None:
                yield block.lead
        case Lines():
            yield from block.lines
        case Register():
            yield from block.entries
        case Grid():
            yield from (line for row in block.rows for cell in row.cells for line in cell.lines)
            yield from block.gaps
        case Pair():
            yield from lines_of(block.left)
            yield from lines_of(block.right)
        case Chart():
            return
    if isinstance(block, Lines | Grid) and block.note is not None:
        yield block.note


def claims_of(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Ids of the claims that blocks print, each once, in reading order."""
    found = (claim for block in blocks for line in lines_of(block) for claim in line.claims)
    return tuple(dict.fromkeys(found))
