"""The strategy as sheets: a table for each kind of part, a row for each part, and back."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Any

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.forms.cells import Cell, from_cell, to_cell
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.forms.schema import kinds_of
from custrata.strategy.forms.shape import Slot, Sort, blank, inline, leaves, put, simple, slots
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Gap, Proposal

LONGEST = 16_000
"""Letters in one cell: Excel holds 32,767, and counts some letters twice."""

MORE = "+"
"""Stands in the first column of a row that goes on where the cells above had no more room."""

STATEMENTS = "Statement"
WHOLE = "Strategy"
READS = "reads as"
"""A column for people: the sentence with its numbers. It is not read back."""

STEP = re.compile(r"\.?([a-z_]+)(?:\[([^\]]*)\])?")


@dataclass(frozen=True)
class Sheet:
    """One table.

    Attributes:
        name: What the sheet is called.
        header: Names of the columns.
        rows: Cells, as many a row as there are columns.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_sheets(document: Document) -> tuple[Sheet, ...]:
    """The document as sheets; the first holds what there is once, each other one the parts of a kind.

    Args:
        document: What to write.

    Example:
        >>> [sheet.name for sheet in to_sheets(Document(schema_version=2, company="A"))]
        ['Strategy']
    """
    rows: dict[str, list[dict[str, Cell]]] = defaultdict(list)
    whole = [{"field": name, "value": cell} for name, cell in _gather(document, "", rows).items()]
    sheets = [_sheet(WHOLE, ("field", "value"), whole)]
    for name in sheet_names():
        if rows[name]:
            used = {column for row in rows[name] for column in row}
            sheets.append(_sheet(name, tuple(c for c in columns(name) if c in used), rows[name]))
    return tuple(sheets)


def from_sheets(sheets: Iterable[Sheet]) -> Document:
    """The document that sheets hold.

    Args:
        sheets: Sheets as :func:`to_sheets` makes them, edited or not, in any order.

    Raises:
        DocumentError: A sheet, column or row has no place in the document; names it.
    """
    whole: list[tuple[str, dict[str, Any]]] = []
    parts: list[tuple[str, str, dict[str, Any]]] = []
    for sheet in sheets:
        if sheet.name == WHOLE:
            whole = list(_read(sheet))
        elif sheet.name in sheet_names():
            parts += [(where, _belongs(where, row), row) for where, row in _read(sheet)]
        else:
            raise DocumentError(
                "the strategy has no sheet of this name",
                where=sheet.name,
                remedy="take the sheet out, or name it as it was",
            )
    plain: dict[str, Any] = {}
    taken: set[str] = set()
    for where, row in whole:
        _whole_value(plain, where, row, taken)
    for where, place, row in sorted(parts, key=lambda part: part[1].count("[")):
        _place(plain, where, place, row, taken)
    return from_plain(plain)


@cache
def sheet_names() -> tuple[str, ...]:
    """The names of all sheets but the first, in the order of the document."""
    return tuple(
        dict.fromkeys(sheet_name(kind) for kind in kinds_of(Document) if not simple(kind) or _listed(kind))
    )


def sheet_name(kind: type[Part]) -> str:
    """What the sheet of a kind of part is called.

    Example:
        >>> from custrata.strategy.parts.group import CustomerGroup
        >>> sheet_name(CustomerGroup), sheet_name(Gap)
        ('Customer group', 'Statement')
    """
    if kind in (Claim, Proposal, Gap):
        return STATEMENTS
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__)
    return words[:1] + words[1:].lower()


@cache
def columns(name: str) -> tuple[str, ...]:
    """All columns that the sheet of this name may have."""
    kinds = [kind for kind in kinds_of(Document) if sheet_name(kind) == name]
    values = dict.fromkeys(name for kind in kinds for name, _ in leaves(kind))
    reads = (READS,) if name == STATEMENTS else ()
    return ("in", *reads, *values)


def _listed(kind: type[Part]) -> bool:
    return any(
        slot.sort is Sort.PARTS and kind in slot.kinds
        for owner in kinds_of(Document)
        for slot in slots(owner)
    )


def _gather(part: Part, place: str, rows: dict[str, list[dict[str, Cell]]]) -> dict[str, Cell]:
    """The cells of a part; the parts inside that want rows of their own are put among the rows."""
    cells: dict[str, Cell] = {}
    for slot in slots(type(part)):
        value = getattr(part, slot.name)
        path = f"{place}.{slot.name}" if place else slot.name
        if slot.sort is Sort.PARTS or (slot.sort is Sort.PART and not inline(slot)):
            inner = value if isinstance(value, tuple) else () if value is None else (value,)
            if _once(slot, place):
                cells |= {f"{slot.name}.{n}": c for n, c in _gather(value, path, rows).items()}
                continue
            for item in inner:
                _row(item, path, f"{path}[{_name(item)}]" if slot.sort is Sort.PARTS else path, rows)
        elif inline(slot):
            cells |= {f"{slot.name}.{n}": c for n, c in _gather(value, path, rows).items()}
        elif not slot.spare(value):
            cells[slot.name] = to_cell(value, slot.sort)
    return cells


def _row(item: Part, slot: str, place: str, rows: dict[str, list[dict[str, Cell]]]) -> None:
    row: dict[str, Cell] = {"in": slot}
    rows[sheet_name(type(item))].append(row)
    if isinstance(item, Claim | Proposal | Gap):
        row["kind"], row[READS] = item.kind, to_cell(item.said(), Sort.TEXT)
    row |= _gather(item, place, rows)


def _once(slot: Slot, place: str) -> bool:
    """Whether a part stands there in every document, so that it needs no row to say so."""
    return slot.sort is Sort.PART and slot.default is not None and "[" not in place


def _name(part: Part) -> str:
    return str(getattr(part, "id", "") or getattr(part, "name", ""))


def _sheet(name: str, header: tuple[str, ...], rows: list[dict[str, Cell]]) -> Sheet:
    lines: list[tuple[Cell, ...]] = []
    for row in rows:
        lines += _fitted(tuple(row.get(column) for column in header))
    return Sheet(name, header, tuple(lines))


def _fitted(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """A row, and as many further ones as its longest text needs."""
    pieces = [_pieces(cell) if isinstance(cell, str) else [cell] for cell in row]
    for number in range(max(map(len, pieces))):
        line = [piece[number] if number < len(piece) else None for piece in pieces]
        yield tuple(line) if number == 0 else (MORE, *line[1:])


def _pieces(text: str) -> list[Cell]:
    pieces: list[Cell] = []
    while len(text) > LONGEST:
        # A cell that begins or ends with a blank may lose it.
        whole = (n for n in range(LONGEST, 1, -1) if not (text[n - 1].isspace() or text[n].isspace()))
        cut = next(whole, LONGEST)
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def _read(sheet: Sheet) -> Iterator[tuple[str, dict[str, Any]]]:
    """Where a row stands, and its cells by column, continued ones put together."""
    known = ("field", "value") if sheet.name == WHOLE else columns(sheet.name)
    header = [str(name or "").strip() for name in sheet.header]
    for name in header:
        if name and name not in known:
            raise DocumentError(
                f"there is no column {name!r}",
                where=sheet.name,
                remedy=f"take it out, or use one of: {', '.join(known)}",
            )
    if twice := sorted(name for name, count in Counter(header).items() if name and count > 1):
        raise DocumentError(
            f"there are two columns {twice[0]!r}", where=sheet.name, remedy="take one of the two out"
        )
    joined: list[tuple[int, list[Cell]]] = []
    for number, row in enumerate(sheet.rows, start=2):
        if row and row[0] == MORE and joined:
            joined[-1] = (joined[-1][0], _joined(joined[-1][1], row))
        elif any(cell not in (None, "") for cell in row):
            joined.append((number, list(row)))
    for number, cells in joined:
        where = f"{sheet.name}, row {number}"
        yield where, {n: c for n, c in zip(header, cells, strict=False) if n and c not in (None, "")}


def _joined(above: list[Cell], row: tuple[Cell, ...]) -> list[Cell]:
    below = zip_longest(above, [None, *row[1:]])
    return [f"{a or ''}{b}" if b not in (None, "") else a for a, b in below]


def _belongs(where: str, row: dict[str, Any]) -> str:
    """Where a row says that it belongs; a row that a person added without saying so must not be lost."""
    if place := str(row.pop("in", "")).strip():
        return place
    raise DocumentError(
        "the row does not say where it belongs",
        where=where,
        remedy="fill the column in as the other rows do, or take the row out",
    )


def _once_only(taken: set[str], place: str, where: str) -> None:
    if place in taken:
        raise DocumentError(
            f"two rows say what stands at {place}", where=where, remedy="take one of the two out"
        )
    taken.add(place)


def _whole_value(plain: dict[str, Any], where: str, row: dict[str, Any], taken: set[str]) -> None:
    name = str(row.get("field", "")).strip()
    steps = name.split(".")
    _once_only(taken, name, where)
    kind: type[Part] = Document
    for step in steps[:-1]:
        slot = next((s for s in slots(kind) if s.name == step and s.sort is Sort.PART), None)
        if slot is None:
            raise _homeless(where, ".".join(steps))
        kind, plain = slot.kinds[0], plain.setdefault(step, {})
    last = next((s for s in slots(kind) if s.name == steps[-1] and not s.holds_parts), None)
    if last is None:
        raise _homeless(where, ".".join(steps))
    if "value" in row:
        plain[last.name] = from_cell(row["value"], last.sort, where)


def _place(plain: dict[str, Any], where: str, path: str, row: dict[str, Any], taken: set[str]) -> None:
    """Put a row where it belongs."""
    *outer, (field, _) = [(m.group(1), m.group(2)) for m in STEP.finditer(path)] or [("", None)]
    kind: type[Part] = Document
    holder = plain
    for name, label in outer:
        slot = next((s for s in slots(kind) if s.name == name and s.holds_parts), None)
        if slot is None:
            raise _homeless(where, path)
        found = holder.setdefault(name, {}) if label is None else _item(holder.get(name), label)
        if found is None:
            raise _homeless(where, path)
        kind, holder = _kind(slot, found), found
    last = next((s for s in slots(kind) if s.name == field and s.holds_parts), None)
    if last is None:
        raise _homeless(where, path)
    part = _part(_kind(last, row), where, row)
    if last.sort is Sort.PARTS:
        holder.setdefault(field, []).append(part)
    else:
        _once_only(taken, path, where)
        holder[field] = {**holder.get(field, {}), **part}


def _item(items: Any, label: str) -> dict[str, Any] | None:
    found = items if isinstance(items, list) else []
    return next((item for item in found if (item.get("id") or item.get("name")) == label), None)


def _kind(slot: Slot, plain: dict[str, Any]) -> type[Part]:
    """The kind that a row is of, where a field may hold several."""
    named = [
        k
        for k in slot.kinds
        if "kind" in k.model_fields and k.model_fields["kind"].default == plain.get("kind")
    ]
    return named[0] if named else slot.kinds[0]


def _part(kind: type[Part], where: str, row: dict[str, Any]) -> dict[str, Any]:
    known = dict(leaves(kind))
    part = blank(kind)
    for column, cell in row.items():
        if column != READS:
            # A column that this kind of statement does not have is refused by the form of the document.
            sort = known[column].sort if column in known else Sort.TEXT
            put(part, column, from_cell(cell, sort, f"{where}, {column}"))
    return part


def _homeless(where: str, path: str) -> DocumentError:
    return DocumentError(
        f"the row belongs to {path!r}, which is not there",
        where=where,
        remedy="name a place of the document as the other rows do, or add the part it belongs to",
        path=path,
    )
