"""Cells that are blank or cannot be read, counted in the raw tables."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.contract import CONTRACT, Kind
from custrata.sources.load.expressions import Day, Frame
from custrata.sources.load.judge import required_of
from custrata.sources.mapping import Source, Take
from custrata.sources.profile import relation_of
from custrata.sources.raw import RawTable

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
        counts[f"unread_{number}"] = (~blank & frame.value(cell.take, cell.kind).isnull()).sum()
    return frame.table.aggregate(**counts)


def cell_caveats(source: Source, raw: RawTable, row: MappingOf[str, Any]) -> list[Caveat]:
    """What blank and unreadable cells are worth saying."""
    found = []
    for number, cell in enumerate(cells_of(source, raw)):
        blank, unread = int(row[f"blank_{number}"] or 0), int(row[f"unread_{number}"] or 0)
        place = f"{source.source}: {cell.take.column}"
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
