"""How many customers rules hold for, and what these are worth: many rules in one pass over the customers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from custrata.segments.rules.building import Facts, holds
from custrata.segments.rules.rule import InGroup, Rule, leaves, steps

SUMMED = ("revenue", "value", "mrr", "lifetime_value")
"""What is added up over the customers of a rule, as far as it is known."""

Row = Mapping[str, object]


@dataclass(frozen=True)
class Count:
    """Customers of a rule.

    Attributes:
        n: How many.
        sums: What they come to, by column; None where nothing is known of any of them.
    """

    n: int
    sums: Mapping[str, float | None]


@dataclass(frozen=True)
class Step:
    """One condition on the way from everybody to the members.

    Attributes:
        rule: The condition.
        left: How many pass it and all before it.
        out: How many fall out here.
        unknown: How many of those that fall out do so because nothing is known of them.
    """

    rule: Rule
    left: int
    out: int
    unknown: int


@dataclass(frozen=True)
class Shared:
    """How two rules overlap: members of the other, and of both."""

    n: int
    both: int

    def share(self, members: int) -> float | None:
        """The share of the members of the one who belong to the other as well; None where it has none.

        Args:
            members: How many members the one has.
        """
        return self.both / members if members else None


def count_query(rules: Sequence[Rule], customers: ir.Table, facts: Facts) -> ir.Table:
    """One row with the counts and sums of all rules.

    Args:
        rules: The rules.
        customers: The customers of a snapshot.
        facts: What rules need beside them.
    """
    held = {f"holds_{i}": holds(rule, customers, facts) for i, rule in enumerate(rules)}
    summed = [name for name in SUMMED if name in customers.columns]
    marked = customers.select(**held, **{name: customers[name].cast("float64") for name in summed})
    values = {}
    for i in range(len(rules)):
        mark = marked[f"holds_{i}"]
        values[f"n_{i}"] = mark.sum().fill_null(0).cast("int64")
        # A filter beside each sum takes four times as long as sums over what the rule leaves.
        values |= {f"{name}_{i}": ibis.ifelse(mark, marked[name], None).sum() for name in summed}
    return marked.aggregate(customers=marked.count(), **values)


def counts_of(row: Row, number: int) -> tuple[Count, ...]:
    """The counts in the row that :func:`count_query` gives.

    Args:
        row: The row.
        number: How many rules were asked.
    """
    return tuple(
        Count(_whole(row[f"n_{i}"]), {name: _number(row.get(f"{name}_{i}")) for name in SUMMED})
        for i in range(number)
    )


def waterfall_query(rule: Rule, customers: ir.Table, facts: Facts) -> ir.Table:
    """One row: how many are left after each condition of a rule, and how many nothing is known of.

    Args:
        rule: The rule; its conditions are taken in their order.
        customers: The customers of a snapshot.
        facts: What rules need beside them.
    """
    values: dict[str, ir.Value] = {}
    passed: ir.BooleanValue = ibis.literal(True)
    for i, step in enumerate(steps(rule)):
        held = holds(step, customers, facts)
        values[f"unknown_{i}"] = (passed & ~held & _unknown(step, customers)).sum().fill_null(0).cast("int64")
        passed = passed & held
        values[f"left_{i}"] = passed.sum().fill_null(0).cast("int64")
    return customers.aggregate(customers=customers.count(), **values)


def steps_of(row: Row, rule: Rule) -> tuple[int, tuple[Step, ...]]:
    """What :func:`waterfall_query` found: all customers, then each step."""
    everybody = before = _whole(row["customers"])
    found = []
    for i, step in enumerate(steps(rule)):
        left = _whole(row[f"left_{i}"])
        found.append(Step(step, left, before - left, _whole(row[f"unknown_{i}"])))
        before = left
    return everybody, tuple(found)


def overlap_query(rule: Rule, others: Sequence[Rule], customers: ir.Table, facts: Facts) -> ir.Table:
    """One row: members of each of the others, and of both it and the rule.

    Args:
        rule: The rule.
        others: What it is laid over.
        customers: The customers of a snapshot.
        facts: What rules need beside them.
    """
    held = {f"holds_{i}": holds(other, customers, facts) for i, other in enumerate(others)}
    marked = customers.select(mine=holds(rule, customers, facts), **held)
    values: dict[str, ir.Value] = {}
    for i in range(len(others)):
        mark = marked[f"holds_{i}"]
        values[f"n_{i}"] = mark.sum().fill_null(0).cast("int64")
        values[f"both_{i}"] = (marked["mine"] & mark).sum().fill_null(0).cast("int64")
    return marked.aggregate(customers=marked.count(), **values)


def shared_of(row: Row, number: int) -> tuple[Shared, ...]:
    """What :func:`overlap_query` found, in the order of the others."""
    return tuple(Shared(_whole(row[f"n_{i}"]), _whole(row[f"both_{i}"])) for i in range(number))


def _unknown(rule: Rule, customers: ir.Table) -> ir.BooleanValue:
    """Whether any column that the condition asks for is not known."""
    found: ir.BooleanValue = ibis.literal(False)
    for leaf in leaves(rule):
        if not isinstance(leaf, InGroup):
            found = found | customers[leaf.column].isnull()
    return found


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
