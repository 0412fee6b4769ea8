"""What a step between the cut and the measures hands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import ibis

from custrata.customers import Base
from custrata.flow.engine import Engine
from custrata.sources.account import Caveat


@dataclass(frozen=True)
class Step:
    """The base as a step leaves it.

    Attributes:
        base: With further columns of customers, further relations, and what of them holds data.
        rules: What was decided on the way, as sentences by topic.
        caveats: What was assumed or noticed.
    """

    base: Base
    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    caveats: tuple[Caveat, ...] = ()

    def then(self, later: Step) -> Step:
        """The later step, with what was decided and noticed up to here."""
        return Step(later.base, {**self.rules, **later.rules}, (*self.caveats, *later.caveats))


def widened(base: Base, added: ibis.Table, engine: Engine) -> Base:
    """The base with further columns of customers, materialised once.

    Args:
        base: The base.
        added: One row a customer: ``customer_id`` and the columns to add; who is missing gets none.
        engine: Keeps the wide table.
    """
    customers = base.tables["customers"]
    new = [name for name in added.columns if name != "customer_id"]
    joined = customers.left_join(added, "customer_id").select(*customers.columns, *new)
    engine.keep("customers", joined)
    return base.having(
        tables={"customers": engine.table("customers")}, provided=filled(engine, "customers", tuple(new))
    )


def related(base: Base, name: str, engine: Engine) -> Base:
    """The base with a relation that the engine holds, and what of its columns holds data."""
    table = engine.table(name)
    return base.having(tables={name: table}, provided=filled(engine, name, tuple(table.columns)))


def filled(engine: Engine, name: str, columns: tuple[str, ...]) -> frozenset[str]:
    """Which of these columns hold a value in any row, as ``table.column``."""
    table = engine.table(name)
    (row,) = engine.rows(table.aggregate(**{column: table[column].count() for column in columns}))
    return frozenset(f"{name}.{column}" for column in columns if row[column])
