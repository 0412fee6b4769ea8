"""Rows of a planned text, and the records that are none."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from custrata.engine.readers.delimited.plan import Plan
from custrata.engine.readers.delimited.records import Record, read_records
from custrata.engine.readers.layout import is_total
from custrata.engine.readers.relations import BLANKS
from custrata.sources.raw import RejectedRow

TAIL = 3
"""Records at the end of a file among which totals are looked for."""
_SHOWN = 500
_LONGEST = 1_000_000


@dataclass(slots=True)
class Row:
    """One row with the physical line in which it begins."""

    line: int
    cells: list[str]


def read_rows(plan: Plan) -> Iterator[Row | RejectedRow]:
    """Give the records below the header in order, each as a row or as rejected with its reason."""
    last: deque[Record] = deque()
    for record in _body(plan):
        last.append(record)
        if len(last) > TAIL:
            yield _judged(last.popleft(), plan, in_tail=False)
    for record in last:
        yield _judged(record, plan, in_tail=True)


def _body(plan: Plan) -> Iterator[Record]:
    for record in read_records(plan.text.lines(), plan.dialect):
        if record.line >= plan.begins:
            yield record


def _judged(record: Record, plan: Plan, in_tail: bool) -> Row | RejectedRow:
    cells, width = record.cells, len(plan.headers)
    if record.problem or len(record.text) > _LONGEST:
        return _rejected(record, "", record.problem or f"longer than {_LONGEST:,} characters")
    if len(cells) > width:
        if any(cell.strip(BLANKS) for cell in cells[width:]):
            return _rejected(record, "", _count(len(cells), width))
        cells = cells[:width]
    if in_tail and is_total([cell.strip(BLANKS) for cell in cells]):
        return _rejected(record, "", "a total below the table")
    if len(cells) < width:
        if not plan.ragged or len(cells) == 1:
            return _rejected(record, plan.headers[len(cells)], _count(len(cells), width))
        cells = cells + [""] * (width - len(cells))
    if cells[0].strip(BLANKS) == plan.headers[0] and is_header_again(cells, plan):
        return _rejected(record, "", "the header again")
    return Row(record.line, cells)


def is_header_again(cells: list[str], plan: Plan) -> bool:
    """Whether a row repeats the header, as files do that were put together from several."""
    named = any(plan.headers)
    return named and all(c.strip(BLANKS) == h for c, h in zip(cells, plan.headers, strict=True))


def _count(found: int, width: int) -> str:
    return f"{found} {'cell' if found == 1 else 'cells'} where {width} belong"


def _rejected(record: Record, column: str, reason: str) -> RejectedRow:
    return RejectedRow(record.line, column, reason, record.text[:_SHOWN])
