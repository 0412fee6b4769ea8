"""What the columns of a raw table look like, before anyone says what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.formats.builtins import content_number
from custrata.sources.formats.dates import epoch_of, pattern_of
from custrata.sources.formats.flags import is_flag
from custrata.sources.formats.numbers import POINT, is_missing, mark_of, number_of
from custrata.sources.raw import ROW, RawColumn, RawTable, RawType

SAMPLE_ROWS = 40_000
"""About so many rows, drawn by a hash of their content, are looked at in large tables."""

EXACT_ROWS = 200_000
"""Up to so many rows different values are counted one by one, above within a few percent."""

SAMPLE_VALUES = 200
"""So many different values of a column are looked at."""

_IBIS: dict[RawType, str] = {
    "text": "string",
    "integer": "int64",
    "decimal": "decimal(18, 6)",
    "float": "float64",
    "date": "date",
    "timestamp": "timestamp",
    "timestamp_tz": "timestamp('UTC')",
    "boolean": "boolean",
}


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """What one column holds.

    Attributes:
        column: The column.
        rows: Rows of the table.
        blanks: Rows without a value.
        distinct: Different values; within some percent in tables past ``EXACT_ROWS``.
        low: Smallest value, as text (numbers of typed columns in their order, text alphabetically).
        high: Largest value, likewise.
        longest: Characters of the longest value.
        values: Values with their counts in the sample, most frequent first.
        complete: Whether ``values`` holds every value of the column.
        patterns: Date patterns that the sample follows, with their shares of it.
        number_mark: Decimal mark, when the column holds numbers.
        number_share: Share of the sampled values that are numbers.
        whole: Whether the sampled numbers are whole.
        flag: Whether the values say yes or no.
        email_share: Share of the sampled values that are e-mail addresses.
    """

    column: RawColumn
    rows: int
    blanks: int
    distinct: int
    low: str | None
    high: str | None
    longest: int
    values: tuple[tuple[str, int], ...] = ()
    complete: bool = False
    patterns: tuple[tuple[str, float], ...] = ()
    number_mark: str | None = None
    number_share: float = 0.0
    whole: bool = False
    flag: bool = False
    email_share: float = 0.0

    @property
    def name(self) -> str:
        """Name of the column in the relation."""
        return self.column.name

    @property
    def filled(self) -> int:
        """Rows with a value."""
        return self.rows - self.blanks

    @property
    def is_number(self) -> bool:
        """Whether the column can be read as numbers."""
        return self.column.type in ("integer", "decimal", "float") or self.number_share >= 0.8

    @property
    def date_share(self) -> float:
        """Share of the sampled values that are dates of any pattern."""
        return sum(share for _, share in self.patterns)

    @property
    def is_date(self) -> bool:
        """Whether the column can be read as dates; whole numbers only when they look like YYYYMMDD."""
        return self.column.type in ("date", "timestamp", "timestamp_tz") or self.date_share >= 0.8

    @property
    def unique_share(self) -> float:
        """Different values as a share of the rows with a value."""
        return min(1.0, self.distinct / self.filled) if self.filled else 0.0

    @property
    def samples(self) -> tuple[str, ...]:
        """Up to three values to show."""
        return tuple(value for value, _ in self.values[:3])

    @property
    def numbers(self) -> tuple[float, ...]:
        """The sampled values as numbers."""
        return _numbers(self.values, self.number_mark or POINT)


@lru_cache(maxsize=4096)
def _numbers(values: tuple[tuple[str, int], ...], mark: str) -> tuple[float, ...]:
    """The values that are numbers; kept, because each reading of a table asks for them again."""
    found = (number_of(value, mark) for value, _ in values)
    return tuple(n for n in found if n is not None)


@dataclass(frozen=True, slots=True)
class TableProfile:
    """A raw table with the profiles of its columns."""

    table: RawTable
    columns: tuple[ColumnProfile, ...] = field(default=())

    def of(self, name: str) -> ColumnProfile:
        """The profile of the column of that name."""
        return next(c for c in self.columns if c.name == name)


def relation_of(table: RawTable) -> ir.Table:
    """The unbound relation of a raw table."""
    return ibis.table({**{c.name: _IBIS[c.type] for c in table.columns}, ROW: "int64"}, name=table.relation)


def profile_query(table: RawTable) -> ir.Table:
    """One query that describes all columns of a raw table.

    Returns:
        Rows of ``column``, ``value`` and ``n`` (how often a value is in the sample; null for the line
        that holds ``filled``, ``different``, ``low``, ``high`` and ``longest`` of the column).
    """
    relation = relation_of(table)
    drawn = _sample(relation, table)
    lines = [_line(relation, column, exact=table.rows <= EXACT_ROWS) for column in table.columns]
    if not lines:
        return _nothing(relation)
    return ibis.union(*lines, *[_values(drawn, column) for column in table.columns])


def _sample(relation: ir.Table, table: RawTable) -> ir.Table:
    stride = table.rows // SAMPLE_ROWS
    if stride < 2:
        return relation
    names = [table.columns[place].name for place in (0, len(table.columns) // 2, -1)]
    return relation.filter(content_number(*(relation[name] for name in names)) % stride == 0)


def _different(value: ir.Value, *, exact: bool) -> ir.IntegerScalar:
    return value.nunique() if exact else value.approx_nunique()


def _line(relation: ir.Table, column: RawColumn, *, exact: bool) -> ir.Table:
    value = _value(relation, column)
    sized = value.length() if column.type == "text" else ibis.literal(0)
    kept = relation.select(value=value, sized=sized)
    return kept.aggregate(
        column=ibis.literal(column.name),
        value=ibis.null("string"),
        n=ibis.null("int64"),
        filled=kept.value.count(),
        different=_different(kept.value, exact=exact),
        low=kept.value.min().cast("string").left(200),
        high=kept.value.max().cast("string").left(200),
        longest=kept.sized.max().cast("int64"),
    ).select("column", "value", "n", "filled", "different", "low", "high", "longest")


def _value(relation: ir.Table, column: RawColumn) -> ir.Value:
    value = relation[column.name]
    return value.nullif("") if column.type == "text" else value


def _values(drawn: ir.Table, column: RawColumn) -> ir.Table:
    kept = drawn.select(value=_value(drawn, column).cast("string").left(200))
    counted = kept.filter(kept.value.notnull()).group_by("value").aggregate(n=lambda t: t.count())
    top = counted.order_by(counted.n.desc(), counted.value.hexdigest("md5")).limit(SAMPLE_VALUES)
    none = ibis.null("int64")
    return top.select(
        column=ibis.literal(column.name),
        value=top.value,
        n=top.n,
        filled=none,
        different=none,
        low=ibis.null("string"),
        high=ibis.null("string"),
        longest=none,
    )


def _nothing(relation: ir.Table) -> ir.Table:
    return relation.filter(ibis.literal(False)).select(column=ibis.null("string"))


def profile_of(table: RawTable, rows: Sequence[Mapping[str, Any]]) -> TableProfile:
    """The profile that the rows of ``profile_query`` describe.

    Args:
        table: The raw table.
        rows: The answer of the engine, in any order.
    """
    facts = {r["column"]: r for r in rows if r["n"] is None}
    values: dict[str, list[tuple[str, int]]] = {c.name: [] for c in table.columns}
    for row in rows:
        if row["n"] is not None:
            values[row["column"]].append((str(row["value"]), int(row["n"])))
    return TableProfile(
        table, tuple(_profile(table, c, facts[c.name], values[c.name]) for c in table.columns)
    )


def _profile(
    table: RawTable, column: RawColumn, facts: Mapping[str, Any], found: list[tuple[str, int]]
) -> ColumnProfile:
    values = tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
    texts = _weighted([(value, n) for value, n in values if not is_missing(value)])
    filled = int(facts["filled"])
    different = min(int(facts["different"]), filled)
    complete = table.rows // SAMPLE_ROWS < 2 and len(values) < SAMPLE_VALUES
    typed = column.type != "text"
    return ColumnProfile(
        column=column,
        rows=table.rows,
        blanks=table.rows - filled,
        distinct=len(values) if complete else different,
        low=facts["low"],
        high=facts["high"],
        longest=int(facts["longest"] or 0),
        values=values,
        complete=complete,
        patterns=_patterns(column, texts),
        number_mark=None if column.type not in ("text", "integer", "decimal", "float") else mark_of(texts),
        number_share=_share(texts, lambda t: mark_of([t]) is not None) if not typed else 0.0,
        whole=bool(texts) and all(_is_whole(t) for t in texts),
        flag=column.type == "boolean" or is_flag(texts),
        email_share=_share(texts, lambda t: "@" in t and "." in t.split("@")[-1] and " " not in t),
    )


def _weighted(values: Sequence[tuple[str, int]]) -> list[str]:
    """Each value about as often as its share of the rows, at least once: a rare slip weighs little."""
    whole = sum(n for _, n in values)
    return [value for value, n in values for _ in range(max(1, round(SAMPLE_VALUES * n / whole)))]


def _share(texts: Sequence[str], holds: Any) -> float:
    return sum(1 for t in texts if holds(t)) / len(texts) if texts else 0.0


def _is_whole(text: str) -> bool:
    number = number_of(text)
    return (
        number is not None and number == int(number) if number not in (float("inf"), float("-inf")) else False
    )


def _patterns(column: RawColumn, texts: Sequence[str]) -> tuple[tuple[str, float], ...]:
    if column.type in ("date", "timestamp", "timestamp_tz", "boolean", "float", "decimal") or not texts:
        return ()
    counts: dict[str, int] = {}
    for text in texts:
        pattern = pattern_of(text) or _epoch(text)
        if pattern:
            counts[pattern] = counts.get(pattern, 0) + 1
    pairs = ((pattern, n / len(texts)) for pattern, n in counts.items())
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))


def _epoch(text: str) -> str | None:
    if not text.isdecimal() or len(text) not in (9, 10, 12, 13):
        return None
    return epoch_of(float(text), float(text))
