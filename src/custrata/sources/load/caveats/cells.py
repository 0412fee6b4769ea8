"""Cells that are blank or cannot be read, counted in the raw tables."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.contract import CONTRACT, Kind
from custrata.sources.formats.dates import in_other_order, swapped
from custrata.sources.load.expressions import Day, Frame
from custrata.sources.load.judge import required_of
from custrata.sources.mapping import Source, Take
from custrata.sources.profile import relation_of
from custrata.sources.raw import RawTable

MONTHS = 12
"""A day after the twelfth is no month: it says which of two numbers is the day."""

FEW_BLANKS = 0.05
"""Blank numbers are worth a word when they are rarer than this: then they look like a slip."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A raw column that is read as something other than text."""

    take: Take
    kind: Kind
    required: bool


_KINDS: dict[str, Kind] = {"number": "number", "date": "date", "flag": "flag"}


def cells_of(source: Source, raw: RawTable) -> list[Cell]:
    """The text columns of a source that are read as numbers, dates or flags, in a fixed order."""
    contract = CONTRACT[source.table]
    text = {c.name for c in raw.columns if c.type == "text"}
    needed = set(required_of(contract, source))
    found = [
        Cell(m.derivation, contract.column(n).kind, n in needed)
        for n, m in source.columns.items()
        if isinstance(m.derivation, Take) and contract.column(n).kind not in ("id", "text")
    ]
    found += [Cell(t, _KINDS[t.type], False) for t in source.attributes.values() if t.type in _KINDS]
    return [c for c in found if c.take.column in text]


def cells_query(source: Source, raw: RawTable, as_of: Day) -> ir.Table | None:
    """One row: for each column how many cells are blank, how many unreadable; None without such columns."""
    cells = cells_of(source, raw)
    if not cells:
        return None
    frame = Frame(relation_of(raw), as_of)
    counts: dict[str, ir.Value] = {}
    for number, cell in enumerate(cells):
        text = frame.table[cell.take.column].strip()
        blank = text.isnull() | (text == "")
        counts[f"blank_{number}"] = blank.sum()
        value = frame.value(cell.take, cell.kind)
        unread = ~blank & value.isnull()
        counts[f"unread_{number}"] = unread.sum()
        if swapped(cell.take.patterns):
            counts |= _orders(number, frame.table[cell.take.column], cell.take, unread, value)
    return frame.table.aggregate(**counts)


def _orders(
    number: int, raw: ir.StringValue, take: Take, unread: ir.BooleanValue, value: ir.Value
) -> dict[str, ir.Value]:
    """Cells with day and month in the other order, and those read that allow no other than the usual one."""
    never = ibis.literal(False)
    other = ibis.ifelse(unread, in_other_order(raw, take.patterns), never)
    numbers = raw.strip().re_search(r"^\d{1,2}[/.-]\d")
    sure = ibis.ifelse(value.notnull() & (value.day() > MONTHS), numbers, never)
    return {f"other_{number}": other.sum(), f"sure_{number}": sure.sum()}


def cell_caveats(source: Source, raw: RawTable, row: MappingOf[str, Any]) -> list[Caveat]:
    """What blank and unreadable cells are worth saying."""
    found = []
    for number, cell in enumerate(cells_of(source, raw)):
        blank, unread = int(row[f"blank_{number}"] or 0), int(row[f"unread_{number}"] or 0)
        place = f"{source.source}: {cell.take.column}"
        other = int(row.get(f"other_{number}") or 0)
        if other:
            found.append(_two_orders(cell, place, other, int(row[f"sure_{number}"] or 0)))
            unread -= other
        if 0 < blank < FEW_BLANKS * raw.rows and cell.kind in ("money", "number") and not cell.required:
            text = (
                f"{blank:,} of {raw.rows:,} cells of {cell.take.column} are blank; they count as not "
                "known, not as 0."
            )
            found.append(Caveat("blank-cells", text, place, blank))
        if unread and not cell.required:
            text = (
                f"{unread:,} of {raw.rows:,} cells of {cell.take.column} cannot be read and count as "
                "not known."
            )
            found.append(Caveat("unreadable-cells", text, place, unread))
    return found


def _two_orders(cell: Cell, place: str, other: int, sure: int) -> Caveat:
    first = next(p for p in cell.take.patterns if swapped((p,)))
    used, turned = ("day", "month") if first.startswith("%d") else ("month", "day")
    fate = "these rows are set aside" if cell.required else "these cells count as not known"
    text = (
        f"{cell.take.column} writes the {used} first in {sure:,} cells and the {turned} first in {other:,}. "
        f"The {used} first is taken and {fate}; a day such as 03/04 may be meant the other way round."
    )
    return Caveat("mixed-date-order", text, place, other)
