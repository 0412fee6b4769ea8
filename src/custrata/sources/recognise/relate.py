"""The second round of questions to the data: how columns and tables hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.formats.builtins import content_number
from custrata.sources.formats.ids import as_id
from custrata.sources.formats.numbers import POINT, as_number
from custrata.sources.profile import ColumnProfile, TableProfile, relation_of
from custrata.sources.recognise.fields import SURE, candidates
from custrata.sources.recognise.readings import Reading, is_key, readings
from custrata.sources.recognise.roles import Key, by_values, is_nameless, keys_of
from custrata.sources.recognise.synonyms import tiers

Place = tuple[str, str]

FEW_THINGS = 10
"""With fewer customers that come twice, a column that is the same for each says nothing."""

_MOST_MATCHED = 200_000
"""About so many different values of one column are looked for in another."""

_MOST_NEAR = 20_000
"""Up to so many different values are searched for near misses."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many different values of one column are in another; ``near`` differ only in spelling."""

    values: int
    found: int
    near: tuple[tuple[str, str], ...] = ()

    @property
    def share(self) -> float:
        """Share of the values found."""
        return self.found / self.values if self.values else 0.0


@dataclass(frozen=True, slots=True)
class Relations:
    """What the second round of questions found.

    Attributes:
        overlaps: (child place, parent place) → overlap.
        varying: (relation, key column, column) → (things with several orders, or rows where none is named;
            those of them with more than one value).
        decided_dates: Place → cells such as 13/04/2020 that can only have the day first, and those such as
            04/13/2020 that can only have the month first.
        sums: (line relation, header relation) → (sum of the lines, sum of the headers).
        pairs: (relation, first, second) → (different firsts, different seconds, different pairs).
        differing: (relation, first, second) → rows in which two amounts differ.
    """

    overlaps: Mapping[tuple[Place, Place], Overlap] = field(default_factory=dict)
    varying: Mapping[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)
    decided_dates: Mapping[Place, tuple[int, int]] = field(default_factory=dict)
    sums: Mapping[tuple[str, str], tuple[Decimal, Decimal]] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str, str], tuple[int, int, int]] = field(default_factory=dict)
    differing: Mapping[tuple[str, str, str], int] = field(default_factory=dict)

    @classmethod
    def from_rows(
        cls, profiles: Sequence[TableProfile], related: Mapping[str, Sequence[Mapping[str, Any]]]
    ) -> Relations:
        """The relations that the answers of the engine describe."""
        near: dict[tuple[Place, Place], list[tuple[str, str]]] = {}
        for r in related.get("near", ()):
            near.setdefault(_between(r), []).append((r["value"], r["meant"]))
        return cls(
            {
                _between(r): Overlap(r["values"], r["found"], tuple(sorted(near.get(_between(r), []))))
                for r in related.get("overlaps", ())
            },
            {
                (r["relation"], r["key"], r["column"]): (r["things"], int(r["varying"] or 0))
                for r in related.get("varying", ())
            },
            {
                (r["relation"], r["column"]): (int(r["day_first"] or 0), int(r["month_first"] or 0))
                for r in related.get("dates", ())
            },
            {
                (r["child"], r["parent"]): (r["lines"] or Decimal(0), r["headers"] or Decimal(0))
                for r in related.get("sums", ())
            },
            {
                (r["relation"], r["first"], r["second"]): (r["firsts"], r["seconds"], r["both"])
                for r in related.get("pairs", ())
            },
            {
                (r["relation"], r["first"], r["second"]): int(r["rows"] or 0)
                for r in related.get("differing", ())
            },
        )

    def constant(self, relation: str, key: str, column: str) -> float:
        """Share of the things that have one value only; 0 when it was not asked."""
        things, varying = self.varying.get((relation, key, column), (0, 0))
        return 1 - varying / things if things >= FEW_THINGS else 0.0

    def one_to_one(self, relation: str, first: str, second: str) -> bool:
        """Whether two columns name the same things."""
        firsts, seconds, both = self.pairs.get((relation, first, second), (0, 1, 2))
        return firsts == seconds == both


def _between(row: Mapping[str, Any]) -> tuple[Place, Place]:
    return (row["child"], row["child_column"]), (row["parent"], row["parent_column"])


def relate_query(profiles: Sequence[TableProfile]) -> dict[str, ir.Table]:
    """The questions of the second round, by name; none where there is nothing to ask.

    Args:
        profiles: All tables of the folder.
    """
    tables = tuple(sorted(profiles, key=lambda p: p.table.source))
    edges = _edges(tables)
    questions = {
        "overlaps": [_overlap(child, parent) for child, parent in edges],
        "near": [_near(child, parent) for child, parent in edges if _near_possible(child, parent)],
        "varying": [q for profile in tables for q in _varying(profile)],
        "dates": [_parts(profile, c) for profile in tables for c in profile.columns if _is_open(c)],
        "sums": [q for q in (_sums(child, parent) for child, parent in edges) if q is not None],
        "pairs": [q for profile in tables for q in _pairs(profile)],
        "differing": [q for profile in tables for q in _rival_amounts(profile)],
    }
    return {name: ibis.union(*asked) for name, asked in questions.items() if asked}


def _edges(profiles: tuple[TableProfile, ...]) -> list[tuple[Key, Key]]:
    # The keys of a table are looked for once: that reads every column against every name there is.
    keys = [key for profile in profiles for key in keys_of(profile)]
    return [
        (child, parent)
        for parent in keys
        if is_key(parent.column)
        for child in keys
        if child.profile is not parent.profile and child.role == parent.role
    ][:80]


def _values(key: Key, name: str, most: int | None = None) -> ir.Table:
    """The different ids of a column, or of a table with far more rows than ``most`` a part drawn by cell."""
    cells = relation_of(key.profile.table).select(cell=key.column.name)
    stride = key.profile.table.rows // most if most else 1
    if stride > 1:
        cells = cells.filter(content_number(cells.cell, cells.cell, cells.cell) % stride == 0)
    # Different cells first: reading one as an id costs more than telling it from another.
    cells = cells.distinct()
    # An empty id stays: a filter on ids would be run on every row, before cells are told apart.
    return cells.select(as_id(cells.cell).name(name)).distinct()


def _named(child: Key, parent: Key) -> dict[str, ir.StringScalar]:
    return {
        "child": ibis.literal(child.place[0]),
        "child_column": ibis.literal(child.place[1]),
        "parent": ibis.literal(parent.place[0]),
        "parent_column": ibis.literal(parent.place[1]),
    }


def _overlap(child: Key, parent: Key) -> ir.Table:
    # Only the child's values are told apart, and of very many a part: that keeps the small side small.
    values = _values(child, "a", _MOST_MATCHED)
    relation = relation_of(parent.profile.table)
    there = relation.select(b=as_id(relation[parent.column.name]))
    found = values.semi_join(there, values.a == there.b)
    return (
        values.aggregate(values=values.a.count())
        .cross_join(found.aggregate(found=found.a.count()))
        .mutate(**_named(child, parent))
        .select("child", "child_column", "parent", "parent_column", "values", "found")
    )


def _near_possible(child: Key, parent: Key) -> bool:
    sides = (child.column, parent.column)
    return all(
        c.column.type == "text" and not c.is_number and c.distinct <= _MOST_NEAR and c.longest <= 80
        for c in sides
    )


def _near(child: Key, parent: Key) -> ir.Table:
    left = _values(child, "value").filter(lambda t: t.value.notnull())
    right = _values(parent, "meant").filter(lambda t: t.meant.notnull())
    strange = left.anti_join(right, left.value == right.meant).mutate(squashed=_squashed)
    known = right.mutate(squashed=lambda t: _squash(t.meant))
    once = (
        known.group_by("squashed")
        .aggregate(meant=known.meant.min(), many=known.count())
        .filter(lambda t: t.many == 1)
    )
    joined = strange.inner_join(once, "squashed").filter(lambda t: t.squashed != "")
    return (
        joined.mutate(**_named(child, parent))
        .select("child", "child_column", "parent", "parent_column", "value", "meant")
        .order_by("value")
        .limit(200)
    )


def _squashed(table: ir.Table) -> ir.StringValue:
    return _squash(table.value)


def _squash(text: ir.StringValue) -> ir.StringValue:
    return text.lower().re_replace(r"[^\pL\pN]", "")


def _is_open(column: ColumnProfile) -> bool:
    return column.column.type == "text" and any(
        p[0] == "?" or p[:2] in ("%d", "%m") for p, _ in column.patterns
    )


def _parts(profile: TableProfile, column: ColumnProfile) -> ir.Table:
    relation = relation_of(profile.table)
    text = relation[column.name].strip()
    first = text.re_extract(r"^(\d{1,2})[/-]\d{1,2}[/-]\d", 1).try_cast("int64")
    second = text.re_extract(r"^\d{1,2}[/-](\d{1,2})[/-]\d", 1).try_cast("int64")
    found = relation.select(first=first, second=second)
    return found.aggregate(
        relation=ibis.literal(profile.table.relation),
        column=ibis.literal(column.name),
        day_first=(found.first.between(13, 31) & found.second.between(1, 12)).sum().cast("int64"),
        month_first=(found.first.between(1, 12) & found.second.between(13, 31)).sum().cast("int64"),
    )


def _varying(profile: TableProfile) -> list[ir.Table]:
    top = next(iter(readings(profile)), None)
    if top is None or top.table not in ("transactions", "usage", "tickets", "opportunities"):
        return []
    keys = [top.columns[k].column for k in ("customer_id", "product_id") if k in top.columns]
    return [q for key in keys if not is_key(key) for q in _varying_by(profile, top, key)]


def asked_about(column: ColumnProfile, key: ColumnProfile) -> bool:
    """Whether a column has so few values that it can be the same in all rows of a thing."""
    return column.distinct <= 1.1 * key.distinct + 50


def _varying_by(profile: TableProfile, top: Reading, key: ColumnProfile) -> list[ir.Table]:
    relation = relation_of(profile.table)
    own = {c.name for n, c in top.columns.items() if n in _EVENT} | {key.name}
    columns = [c for c in profile.columns if c.name not in own and c.filled and asked_about(c, key)]
    columns = [c for c in columns if not (c.is_number and not c.whole)][:40]
    if not columns:
        return []
    thing = as_id(relation[key.name])
    ends = {f"low_{i}": relation[c.name].min() for i, c in enumerate(columns)}
    ends |= {f"high_{i}": relation[c.name].max() for i, c in enumerate(columns)}
    order = top.columns.get("order_id")
    if order:
        ends |= {"first_order": relation[order.name].min(), "last_order": relation[order.name].max()}
    grouped = (
        relation.filter(thing.notnull()).group_by(thing=thing).aggregate(rows=lambda t: t.count(), **ends)
    )
    grouped = grouped.filter(grouped.first_order != grouped.last_order if order else grouped.rows > 1)
    return [
        grouped.aggregate(
            relation=ibis.literal(profile.table.relation),
            key=ibis.literal(key.name),
            column=ibis.literal(c.name),
            things=grouped.count(),
            varying=(grouped[f"low_{i}"] != grouped[f"high_{i}"]).sum(),
        )
        for i, c in enumerate(columns)
    ]


_EVENT = (
    "transaction_id",
    "order_id",
    "product_id",
    "occurred_at",
    "amount",
    "quantity",
    "opportunity_id",
    "ticket_id",
    "event",
    "feature",
    "stage",
    "created_on",
    "closed_on",
    "opened_at",
    "resolved_at",
    "text",
    "subject",
)


def money_of(profile: TableProfile, reading: Reading) -> ir.DecimalValue | None:
    """The money of each row under a reading as transactions, for comparing sums; None when there is none."""
    relation = relation_of(profile.table)

    def number(column: ColumnProfile) -> ir.DecimalValue:
        return as_number(relation[column.name], column.number_mark or POINT)

    if "amount" in reading.columns:
        return number(reading.columns["amount"].column)
    if "quantity" in reading.columns and "unit_price" in reading.parts:
        return number(reading.columns["quantity"].column) * number(reading.parts["unit_price"].column)
    return None


def _sums(child: Key, parent: Key) -> ir.Table | None:
    if child.role != "order" or is_key(child.column):
        return None
    lines = next((r for r in readings(child.profile) if r.table == "transactions"), None)
    headers = next((r for r in readings(parent.profile) if r.table == "transactions"), None)
    below = money_of(child.profile, lines) if lines else None
    above = money_of(parent.profile, headers) if headers else None
    if below is None or above is None:
        return None
    left = (
        relation_of(child.profile.table)
        .select(lines=below)
        .aggregate(lines=lambda t: t.lines.sum().cast("decimal(38, 6)"))
    )
    right = (
        relation_of(parent.profile.table)
        .select(headers=above)
        .aggregate(headers=lambda t: t.headers.sum().cast("decimal(38, 6)"))
    )
    return (
        left.cross_join(right)
        .mutate(child=ibis.literal(child.place[0]), parent=ibis.literal(parent.place[0]))
        .select("child", "parent", "lines", "headers")
    )


def amount_rivals(reading: Reading) -> list[ColumnProfile]:
    """Columns that may be the amount as well as the one chosen: named as surely, filled as often."""
    chosen = reading.columns.get("amount")
    if chosen is None or reading.table != "transactions":
        return []
    found = candidates(reading.profile, tiers("transactions", "amount"), "money", SURE)
    alike = [c for c in found if c.tier == chosen.tier and c.fit == chosen.fit and c.name != chosen.name]
    return [c.column for c in alike if c.column.filled == chosen.column.filled]


def _rival_amounts(profile: TableProfile) -> list[ir.Table]:
    top = next(iter(readings(profile)), None)
    relation = relation_of(profile.table)
    found = []
    for rival in amount_rivals(top) if top else []:
        chosen = top.columns["amount"].column if top else rival
        left, right = (as_number(relation[c.name], c.number_mark or POINT) for c in (chosen, rival))
        differ = relation.select(differ=left != right)
        counted = differ.aggregate(
            relation=ibis.literal(profile.table.relation),
            first=ibis.literal(chosen.name),
            second=ibis.literal(rival.name),
            rows=differ.differ.sum().cast("int64"),
        )
        found.append(counted)
    return found


def _pairs(profile: TableProfile) -> list[ir.Table]:
    if not is_nameless(profile) or by_values(profile) is None:
        return []
    relation = relation_of(profile.table)
    ids = [
        c
        for c in profile.columns
        if not c.is_date and c.distinct > 20 and c.unique_share < 0.9 and (c.whole or not c.is_number)
    ]
    return [_pair(relation, profile.table.relation, a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]][
        :10
    ]


def _pair(relation: ir.Table, name: str, first: ColumnProfile, second: ColumnProfile) -> ir.Table:
    both = relation.select(
        a=relation[first.name].cast("string"), b=relation[second.name].cast("string")
    ).distinct()
    return both.aggregate(
        relation=ibis.literal(name),
        first=ibis.literal(first.name),
        second=ibis.literal(second.name),
        firsts=both.a.nunique(),
        seconds=both.b.nunique(),
        both=both.count(),
    )
