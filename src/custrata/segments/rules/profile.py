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

    def shares(self, members: int, everybody: int) -> tuple[float, float]:
        """The share of the members and of all customers who carry the word, each 0 to 1.

        Args:
            members: How many members there are, at least one.
            everybody: How many customers there are.

        Example:
            >>> Mix("tier", "gold", n=20, members=5).shares(10, 100)
            (0.5, 0.2)
        """
        return self.members / members, self.n / max(everybody, 1)


@dataclass(frozen=True)
class Middle:
    """The middle of one number: of the members, and of all; None where it is not known."""

    column: str
    members: float | None
    everybody: float | None
    known: int

    @property
    def times(self) -> float | None:
        """How many times the middle of all that of the members is; None where that says nothing."""
        if self.members is None or self.everybody is None or self.everybody <= 0 or self.members < 0:
            return None
        return self.members / self.everybody


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
    return _sorted(found)


def crossed_query(rule: Rule, dimensions: Iterable[str], customers: ir.Table, facts: Facts) -> ir.Table:
    """Customers and members by all dimensions at once: one pass, where these have few words each.

    Args:
        rule: The rule.
        dimensions: Columns of text, at least one.
        customers: The customers of a snapshot.
        facts: What rules need beside them.
    """
    names = list(dimensions)
    marked = customers.select(*names, mine=holds(rule, customers, facts))
    return marked.group_by(names).aggregate(n=marked.count(), members=marked["mine"].sum().cast("int64"))


def crossed_of(rows: Iterable[Mapping[str, object]], dimensions: Iterable[str]) -> tuple[Mix, ...]:
    """What :func:`crossed_query` found, added up by each dimension, largest first within it."""
    counted: dict[tuple[str, str], list[int]] = {}
    names = tuple(dimensions)
    for row in rows:
        for name in names:
            place = counted.setdefault((name, str(row[name] or "")), [0, 0])
            place[0] += int(str(row["n"]))
            place[1] += int(str(row["members"] or 0))
    return _sorted(Mix(name, word, n, members) for (name, word), (n, members) in counted.items())


def _sorted(found: Iterable[Mix]) -> tuple[Mix, ...]:
    return tuple(sorted(found, key=lambda mix: (mix.dimension, -mix.n, mix.word)))


def middle_query(rule: Rule, columns: Iterable[str], customers: ir.Table, facts: Facts) -> ir.Table:
    """One row with the medians of numbers of the members.

    Args:
        rule: The rule.
        columns: Columns of numbers.
        customers: The customers of a snapshot.
        facts: What rules need beside them.
    """
    names = tuple(columns)
    members = customers.filter(holds(rule, customers, facts)).select(
        **{name: customers[name].cast("float64") for name in names}
    )
    values: dict[str, ir.Value] = {}
    for name in names:
        values[name] = members[name].median()
        values[f"known_{name}"] = members[name].count()
    return members.aggregate(customers=members.count(), **values)


def middle_of(
    members: Mapping[str, object], everybody: Mapping[str, object], columns: Iterable[str]
) -> tuple[Middle, ...]:
    """The middles of members beside those of all, from two rows of :func:`middle_query`."""
    return tuple(
        Middle(name, _number(members[name]), _number(everybody[name]), int(str(members[f"known_{name}"])))
        for name in columns
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
