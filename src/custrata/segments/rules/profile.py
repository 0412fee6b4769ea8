"""How the members of a rule differ from all customers: their mix by dimension, their middle by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from custrata.segments.rules.building import Facts, holds
from custrata.segments.rules.rule import Rule

MOST_WORDS = 12
"""Words of one dimension that are told apart; the rarest are left out of the mix."""


@dataclass(frozen=True)
class Mix:
    """One word of a dimension.

    Attributes:
        dimension: The column.
        word: What customers carry there; empty where it is not known.
        n: Customers with it.
        members: Members of the rule with it.
    """

    dimension: str
    word: str
    n: int
    members: int


@dataclass(frozen=True)
class Middle:
    """The middle of one number: of the members, and of all; None where it is not known."""

    column: str
    members: float | None
    everybody: float | None
    known: int


def mix_query(rule: Rule, dimensions: Iterable[str], customers: ir.Table, facts: Facts) -> ir.Table:
    """Rows of dimension, word, customers, members; those with most customers first.

    Args:
        rule: The rule.
        dimensions: Columns of text, at least one.
        customers: The customers of a snapshot.
        facts: What rules need beside them.
    """
    marked = customers.mutate(mine=holds(rule, customers, facts))
    parts = []
    for name in dimensions:
        counted = marked.group_by(word=marked[name].cast("string")).aggregate(
            n=marked.count(), members=marked["mine"].sum().cast("int64")
        )
        top = counted.order_by([ibis.desc("n"), ibis.asc("word")]).limit(MOST_WORDS)
        parts.append(
            top.select(dimension=ibis.literal(name), word=top["word"], n=top["n"], members=top["members"])
        )
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def mix_of(rows: Iterable[Mapping[str, object]]) -> tuple[Mix, ...]:
    """What :func:`mix_query` found, largest first within each dimension."""
    found = [
        Mix(str(row["dimension"]), str(row["word"] or ""), int(str(row["n"])), int(str(row["members"] or 0)))
        for row in rows
    ]
    return tuple(sorted(found, key=lambda mix: (mix.dimension, -mix.n, mix.word)))


def middle_query(rule: Rule, columns: Iterable[str], customers: ir.Table, facts: Facts) -> ir.Table:
    """One row with the medians of numbers, of the members and of all.

    Args:
        rule: The rule.
        columns: Columns of numbers.
        customers: The customers of a snapshot.
        facts: What rules need beside them.
    """
    names = tuple(columns)
    marked = customers.select(
        mine=holds(rule, customers, facts), **{name: customers[name].cast("float64") for name in names}
    )
    values: dict[str, ir.Value] = {}
    for name in names:
        values[f"members_{name}"] = marked[name].median(where=marked["mine"])
        values[f"everybody_{name}"] = marked[name].median()
        values[f"known_{name}"] = marked[name].count(where=marked["mine"])
    return marked.aggregate(customers=marked.count(), **values)


def middle_of(row: Mapping[str, object], columns: Iterable[str]) -> tuple[Middle, ...]:
    """What :func:`middle_query` found."""
    return tuple(
        Middle(
            name,
            _number(row[f"members_{name}"]),
            _number(row[f"everybody_{name}"]),
            int(str(row[f"known_{name}"])),
        )
        for name in columns
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
