"""What is not known, gathered: gaps of a part in one frame, and what nobody has written in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from custrata.delivery.deck.material import worded
from custrata.delivery.figures import Prose
from custrata.delivery.paper.page import Block, Cell, Column, Grid, Line, Lines, Pair, Row, Voice
from custrata.delivery.paper.telling import UNOWNED

_LONGEST_NAME = 90
"""Letters of the name of a row that is said again before its gap."""
_NAMES = 90
"""Letters of names that share a line."""
UNWRITTEN = 0.2
"""Support up to which a gap says only that nobody has written something, and nothing about it."""
_BELOW = Line(worded("See below."), Voice.GAP, support=UNWRITTEN)


def is_bare(line: Line) -> bool:
    """Whether a line says no more than that nothing is written.

    Example:
        >>> is_bare(Line(worded("Not written yet."), Voice.GAP, support=0.0))
        True
    """
    return line.voice is Voice.GAP and line.support <= UNWRITTEN


def folded(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of one part of a book, its gaps in one frame at the end.

    Args:
        blocks: Blocks as on a one-pager, where each gap has a heading of its own.

    Returns:
        The blocks that say something, then one block with every gap; empty fields share a line.
    """
    kept: list[Block] = []
    gaps: list[Line] = []
    empty: list[str] = []
    for block in blocks:
        match block:
            case Lines():
                kept += _sorted_out(block, gaps, empty)
            case Pair():
                sides = [b for side in (block.left, block.right) for b in _side(side, gaps, empty)]
                kept += [Pair(*sides)] if len(sides) == 2 else sides
            case Grid():
                kept += _side(block, gaps, empty)
            case _:
                kept.append(block)
    if empty:
        gaps.append(Line(worded(f"Not written yet: {'; '.join(empty)}."), Voice.GAP, support=UNWRITTEN))
    return (*kept, Lines("", tuple(gaps))) if gaps else tuple(kept)


def _side(block: Lines | Grid, gaps: list[Line], empty: list[str]) -> list[Lines | Grid]:
    if isinstance(block, Lines):
        return _sorted_out(block, gaps, empty)
    if isinstance(block, Grid) and _is_facts(block):
        return _sorted_out(_as_lines(block, empty), gaps, empty)
    rows = [r for r in block.rows if not _is_empty(r)]
    for row in block.rows:
        if _is_empty(row):
            _note_empty(row, block, gaps, empty)
    lifted = lift_gaps(replace(block, rows=tuple(rows)))
    gaps += lifted.gaps
    if lifted.rows:
        return [replace(lifted, gaps=())]
    return [Lines("", (block.note,))] if block.note else []


def _note_empty(row: Row, block: Grid, gaps: list[Line], empty: list[str]) -> None:
    first = row.cells[0].lines[0]
    if is_bare(first):
        empty.append(_of_what(first))
    elif first.voice is Voice.GAP:
        gaps.append(replace(first, head=f"{block.heading.partition(',')[0]}:"))
    else:
        empty.append(first.words.text.strip().lower())


def _of_what(line: Line) -> str:
    """What a line says is not written: all after its colon."""
    return _named(line) or line.words.text.strip().rstrip(".")


def _named(line: Line) -> str:
    return line.words.text.strip().rstrip(".").partition(": ")[2]


def _is_facts(block: Grid) -> bool:
    """Whether a table has no heads: names of facts with what is said of them."""
    return len(block.columns) == 2 and block.track is None and not any(c.head for c in block.columns)


def _as_lines(block: Grid, empty: list[str]) -> Lines:
    """Facts as lines, the name of each before it."""
    lines: list[Line] = []
    for row in block.rows:
        if _is_empty(row):
            _note_empty(row, block, [], empty)
            continue
        name = row.cells[0].lines[0].words.text.strip() if row.cells and row.cells[0].lines else ""
        for at, line in enumerate(row.cells[1].lines if len(row.cells) > 1 else ()):
            lines.append(replace(line, head=f"{name}:" if at == 0 else line.head))
    return Lines(block.heading, tuple(lines), block.tone, note=block.note)


def _in_a_line(block: Lines) -> Lines:
    """A block of one line, or of a few names, with its heading before it instead of above."""
    name = block.heading.partition(":")[0]
    if not name or block.framed or block.numbered or block.note or any(x.head for x in block.lines):
        return block
    if len(block.lines) == 1:
        return replace(block, heading="", lines=(replace(block.lines[0], head=f"{name}:"),))
    first = block.lines[0]
    if any(x.tail or x.state or x.voice is not first.voice for x in block.lines):
        return block
    if sum(len(x.words.text) for x in block.lines) > _NAMES:
        return block
    parts = [p for at, x in enumerate(block.lines) for p in ((*(("; ",) if at else ()), *x.words.parts))]
    claims = tuple(dict.fromkeys(c for x in block.lines for c in x.claims))
    return replace(
        block, heading="", lines=(replace(first, words=Prose(tuple(parts)), head=f"{name}:", claims=claims),)
    )


def _is_empty(row: Row) -> bool:
    said = [x for c in (row.cells[1:] or row.cells) for x in c.lines]
    return bool(said and row.cells[0].lines) and all(is_bare(x) for x in said)


def _sorted_out(block: Lines, gaps: list[Line], empty: list[str]) -> list[Lines | Grid]:
    """The block where it says something; else its lines go to the gaps, or its name to what is empty."""
    if not block.lines:
        return [Lines("", (block.note,))] if block.note else []
    if any(x.voice is not Voice.GAP for x in block.lines) or block.more:
        return [_in_a_line(block)]
    if not block.heading and not all(is_bare(x) for x in block.lines):
        return [block]  # it stands in the place of the finding
    name = block.heading.partition(":")[0]
    told = [x for x in block.lines if not is_bare(x)]
    heads = [x.head.rstrip(":") or _named(x) for x in block.lines if is_bare(x)]
    heads = [h for h in heads if h]
    if name and len(told) < len(block.lines):
        empty.append(name.lower() + (f" ({', '.join(heads)})" if heads else ""))
    gaps += [replace(x, head=x.head or (f"{name}:" if name else "")) for x in told]
    return [Lines("", (block.note,))] if block.note else []


def lift_gaps(grid: Grid) -> Grid:
    """The table with gaps of its cells set under it, where they take a line and not a narrow column.

    Those that say the same of several rows are said once. A column that holds nothing else is left out.
    """
    if not any(x.voice is Voice.GAP for r in grid.rows for c in r.cells[1:] for x in c.lines):
        return grid
    found: dict[tuple[str, str], list[str]] = {}
    lines: dict[tuple[str, str], Line] = {}
    rows = []
    for row in grid.rows:
        cells = list(row.cells)
        for at, (column, cell) in enumerate(zip(grid.columns[1:], cells[1:], strict=False), start=1):
            for line in (x for x in cell.lines if x.voice is Voice.GAP):
                key = (column.head, f"{line.head} {line.words.text}")
                found.setdefault(key, []).append(_name(row))
                lines.setdefault(key, line)
            cells[at] = _without_gaps(cell)
        rows.append(replace(row, cells=tuple(cells)))
    under = tuple(_under(lines[key], key[0], names) for key, names in found.items())
    columns, kept = _told_columns(grid.columns, rows)
    return replace(grid, columns=columns, rows=kept, gaps=under)


def _told_columns(columns: tuple[Column, ...], rows: list[Row]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Columns in which more stands than that a gap is said below."""
    told = [
        at == 0
        or any(x is not _BELOW for r in rows for x in (r.cells[at].lines if at < len(r.cells) else ()))
        for at in range(len(columns))
    ]
    kept = tuple(replace(r, cells=tuple(c for c, t in zip(r.cells, told, strict=False) if t)) for r in rows)
    return tuple(c for c, t in zip(columns, told, strict=True) if t), kept


def _without_gaps(cell: Cell) -> Cell:
    told = tuple(x for x in cell.lines if x.voice is not Voice.GAP)
    return cell if len(told) == len(cell.lines) else replace(cell, lines=told or (_BELOW,))


def _name(row: Row) -> str:
    said = row.cells[0].lines[0].words.text.strip() if row.cells and row.cells[0].lines else ""
    return said if len(said) <= _LONGEST_NAME else ""


def _under(line: Line, column: str, names: list[str]) -> Line:
    who = ", ".join(dict.fromkeys(n for n in names if n))
    head = " · ".join(x for x in (who, column.lower() if who else column, line.head.rstrip(":")) if x)
    return replace(line, head=f"{head}:" if head else "")


def unowned_once(grid: Grid) -> Grid:
    """The table with the word that owners are wanted under it, where several cells say it."""
    cells = [x for r in grid.rows for c in r.cells for x in c.lines if x.tail == UNOWNED]
    if len(cells) < 2 or grid.note is not None:
        return grid
    note = Line(worded(f"Every proposal here {UNOWNED}, unless one is named."), Voice.PROPOSAL)
    return replace(without_owners(grid), note=note)


def without_owners(grid: Grid) -> Grid:
    """The table without the word that owners are wanted, where a row or a column of it says who."""
    rows = tuple(replace(r, cells=tuple(without_unowned(c) for c in r.cells)) for r in grid.rows)
    return replace(grid, rows=rows)


def without_unowned(cell: Cell) -> Cell:
    """A cell without the word that an owner is wanted."""
    if not any(x.tail == UNOWNED for x in cell.lines):
        return cell
    return replace(cell, lines=tuple(replace(x, tail="") if x.tail == UNOWNED else x for x in cell.lines))


def said_once(block: Lines, owner: str = "") -> Lines:
    """Statements whose owner is said once where all proposals have the same one.

    Args:
        block: Statements under a heading.
        owner: What a line of the block says of the owner already.
    """
    tails = [x.tail for x in block.lines if x.voice is Voice.PROPOSAL and x.tail]
    if owner:
        lines = (
            replace(x, tail="") if x.voice is Voice.PROPOSAL and x.tail == owner else x for x in block.lines
        )
        return replace(block, lines=tuple(lines))
    if len(tails) < 2 or len(set(tails)) > 1 or block.note is not None:
        return block
    bare = tuple(replace(x, tail="") if x.voice is Voice.PROPOSAL else x for x in block.lines)
    return replace(block, lines=bare, note=Line(Prose((f"All of these: {tails[0]}",)), Voice.PROPOSAL))
