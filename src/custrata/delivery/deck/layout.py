"""How a table fills its room: widths of columns, lines of cells, heights of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.slides import Cell, Column, Item, Panel, Row, Table, Voice

SIDE, FIRST_SIDE, EDGE = 0.15, 0.1, 0.04
HEAD_LINE = 0.62
ROW_LEAST, ROW_DENSE = 1.04, 0.78
DENSE_GROWTH = 0.34
"""What a row of a dense table grows into spare height at most, in cm."""
_AIR, _SHORT, _DAMPING = 0.3, 3.6, 0.55


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Widths and heights in cm; ``head`` is the header's height."""

    widths: tuple[float, ...]
    head: float
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        """Height of the whole table."""
        return self.head + sum(self.rows)


def main_pt(table: Table) -> int:
    """Size of type in the table's main lines."""
    return tokens.SMALL_PT if table.dense else tokens.BODY_PT


def cell_text(cell: Cell) -> str:
    """The main line as it will be set, glyph of a state included."""
    if cell.state is not None:
        mark = tokens.STATES[cell.state]
        return f"{mark.glyph} {mark.word}"
    return cell.main.text


def _sides(index: int) -> float:
    return (FIRST_SIDE if index == 0 else SIDE) + SIDE + 0.02


def _is_bold(row: Row, cell: Cell) -> bool:
    return cell.bold or cell.state is not None


def _natural(table: Table, index: int) -> float:
    pt = main_pt(table)
    found = [lettering.width(table.columns[index].head, tokens.SMALL_PT, bold=True)]
    for row in table.rows:
        cell = row.cells[index]
        found.append(lettering.width(cell_text(cell), pt, bold=_is_bold(row, cell)))
        found.append(lettering.width(cell.small.text, tokens.SMALL_PT))
    return max(found) + _sides(index) + _AIR


def _narrowest(table: Table, index: int) -> float:
    pt = main_pt(table)
    found = [lettering.longest_word(table.columns[index].head, tokens.SMALL_PT, bold=True)]
    for row in table.rows:
        cell = row.cells[index]
        measure = lettering.width if table.columns[index].right or cell.state else lettering.longest_word
        found.append(measure(cell_text(cell), pt, bold=_is_bold(row, cell)))
        found.append(lettering.longest_word(cell.small.text, tokens.SMALL_PT))
    return max(found) + _sides(index)


def column_widths(table: Table, room: float) -> tuple[float, ...]:
    """Widths of the columns: what each needs, then the rest by share.

    Args:
        table: The table.
        room: Width at hand, in cm.
    """
    count = len(table.columns)
    natural = [max(_natural(table, i), table.columns[i].least) for i in range(count)]
    least = [max(_narrowest(table, i), table.columns[i].least) for i in range(count)]
    if sum(natural) <= room:
        return _spread(natural, [c.share for c in table.columns], room)
    if sum(least) >= room:
        return _pressed(table, least, room)
    return _filled(natural, least, room)


def _pressed(table: Table, least: Sequence[float], room: float) -> tuple[float, ...]:
    """Widths where not all words fit: columns of short words keep theirs, the others give way."""
    kept = [w if c.share == 0 and w <= _SHORT else 0.0 for c, w in zip(table.columns, least, strict=True)]
    rest = sum(least) - sum(kept)
    if sum(kept) >= 0.7 * room or rest <= 0:
        return tuple(w * room / sum(least) for w in least)
    return tuple(k or w * (room - sum(kept)) / rest for k, w in zip(kept, least, strict=True))


def _filled(natural: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Short columns get what they want; long ones share the rest by their length, none under its least."""
    widths = list(least)
    short = [i for i in range(len(natural)) if natural[i] <= _SHORT]
    for index in sorted(short, key=lambda i: (natural[i], i)):
        if sum(widths) - least[index] + natural[index] <= room:
            widths[index] = natural[index]
    long = [i for i in range(len(natural)) if i not in short]
    free = room - sum(widths[i] for i in short)
    while long:
        weights = {i: natural[i] ** _DAMPING for i in long}
        whole = sum(weights.values())
        tight = [i for i in long if weights[i] * free / whole < least[i]]
        if not tight:
            for index in long:
                widths[index] = weights[index] * free / whole
            break
        free -= sum(least[i] for i in tight)
        long = [i for i in long if i not in tight]
    return tuple(widths)


def _spread(widths: Sequence[float], shares: Sequence[float], room: float) -> tuple[float, ...]:
    rest, whole = room - sum(widths), sum(shares)
    if not whole:
        return tuple(widths)
    return tuple(w + rest * s / whole for w, s in zip(widths, shares, strict=True))


def _cell_height(table: Table, row: Row, cell: Cell, room: float) -> float:
    pt = main_pt(table)
    inner = room + 0.01
    main = lettering.lines(cell_text(cell), pt, inner, bold=_is_bold(row, cell))
    small = lettering.lines(cell.small.text, tokens.SMALL_PT, inner)
    return lettering.height(main, pt) + lettering.height(small, tokens.SMALL_PT) + 2 * EDGE + 0.06


def row_height(table: Table, row: Row, widths: Sequence[float]) -> float:
    """Height of a row in cm, from its highest cell."""
    need = max(_cell_height(table, row, cell, widths[i] - _sides(i)) for i, cell in enumerate(row.cells))
    return max(need, ROW_DENSE if table.dense else ROW_LEAST)


def head_height(columns: Sequence[Column], widths: Sequence[float]) -> float:
    """Height of the header row in cm."""
    most = max(
        lettering.lines(c.head, tokens.SMALL_PT, widths[i] - _sides(i) + 0.01, bold=True)
        for i, c in enumerate(columns)
    )
    return max(HEAD_LINE, lettering.height(max(most, 1), tokens.SMALL_PT) + 2 * EDGE + 0.1)


def lay(table: Table, room: float, most: float) -> TableLayout:
    """The layout of a table; rows grow into spare height, up to a comfortable one.

    Args:
        table: The table.
        room: Width at hand, in cm.
        most: Height at hand, in cm.
    """
    widths = column_widths(table, room)
    head = head_height(table.columns, widths)
    rows = [row_height(table, row, widths) for row in table.rows]
    spare = most - head - sum(rows)
    comfortable = DENSE_GROWTH if table.dense else 0.85
    extra = min(max(spare / max(len(rows), 1), 0.0), comfortable)
    return TableLayout(widths, head, tuple(h + extra for h in rows))


def split(table: Table, room: float, most: float, rows_most: int = 11) -> tuple[Table, ...]:
    """The table in as many pages as its height asks for, header repeated.

    Args:
        table: The table.
        room: Width at hand, in cm.
        most: Height at hand, in cm.
        rows_most: Rows a page at most.
    """
    widths = column_widths(table, room)
    free = most - head_height(table.columns, widths)
    heights = [row_height(table, row, widths) for row in table.rows]
    pages = _filled_pages(table.rows, heights, free, rows_most)
    even = max(sum(heights) / max(len(pages), 1), max(heights, default=0.0))
    while even < free:
        balanced = _filled_pages(table.rows, heights, even, rows_most)
        if len(balanced) <= len(pages):
            pages = balanced
            break
        even += 0.25
    return tuple(replace(table, rows=tuple(page)) for page in pages)


def best_set(table: Table, room: float, most: float) -> tuple[Table, ...]:
    """The table in 14 pt when it fits one page so, else in whichever size takes fewer pages.

    Args:
        table: The table.
        room: Width at hand, in cm.
        most: Height at hand, in cm.
    """
    open_, dense = (split(replace(table, dense=d), room, most) for d in (False, True))
    return open_ if len(open_) <= len(dense) else dense


def _filled_pages(
    rows: Sequence[Row], heights: Sequence[float], free: float, rows_most: int
) -> list[list[Row]]:
    pages: list[list[Row]] = [[]]
    used = 0.0
    for row, need in zip(rows, heights, strict=True):
        if pages[-1] and (used + need > free or len(pages[-1]) == rows_most):
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += need
    return pages


def panel_height(panel: Panel, room: float) -> float:
    """Height of a panel's words in cm, heading and frame apart.

    Args:
        panel: The panel.
        room: Width at hand, in cm.
    """
    return sum(_item_height(item, panel, room, first=i == 0) for i, item in enumerate(panel.items))


def _item_height(item: Item, panel: Panel, room: float, *, first: bool) -> float:
    decision = panel.voice is Voice.DECISION
    lead = "1  " if decision else ""
    total = 0.0 if first else (5.0 if decision else 9.0) * lettering.CM_PER_PT
    pieces = (
        (item.head.text, tokens.BODY_PT, True),
        (lead + item.words.text, tokens.BODY_PT, False),
        (item.owner, tokens.SMALL_PT, False),
    )
    for text, pt, bold in pieces:
        if text.strip():
            total += lettering.height(lettering.lines(text, pt, room, bold=bold), pt)
    return total


def fits(panel: Panel, room: float, most: float) -> bool:
    """Whether all items of a panel stand in its room.

    Args:
        panel: The panel.
        room: Width at hand, in cm.
        most: Height at hand, in cm.
    """
    return fitting(panel, room, most) == panel and panel_height(panel, _inner(panel, room)) <= _free(
        panel, most
    )


def fitting(panel: Panel, room: float, most: float) -> Panel:
    """The panel with as many of its items as its room holds, at least one.

    Args:
        panel: The panel.
        room: Width at hand, in cm.
        most: Height at hand, in cm.
    """
    inner, free = _inner(panel, room), _free(panel, most)
    items = panel.items
    while len(items) > 1 and panel_height(Panel("", items, panel.voice), inner) > free:
        items = items[:-1]
    return Panel(panel.heading, items, panel.voice)


def _framed(panel: Panel) -> bool:
    return panel.voice in {Voice.PROPOSAL, Voice.GAP}


def _inner(panel: Panel, room: float) -> float:
    return room - (0.7 if _framed(panel) else 0.0)


def _free(panel: Panel, most: float) -> float:
    return most - (0.72 if panel.heading else 0.0) - (0.5 if _framed(panel) else 0.12)
