"""The canonical base: tables cut at one day, with the facts that decide what can be asked of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import ibis

from custrata.settings import Settings
from custrata.sources.contract import CUSTOMERS
from custrata.vocabulary import Period, Relationship


@dataclass(frozen=True)
class Base:
    """What every query builder after the cut is given.

    Attributes:
        tables: Unbound Ibis tables by name: the canonical ones after the cut, and what is prepared from them.
        provided: Columns that hold data, as ``table.column``.
        as_of: The day at which the base is cut.
        windows: The periods by name; ``all`` is always there.
        relationship: How customers are bound to the company.
        currency: Code of the currency; empty when nothing says it.
        settings: What the company has set.
        dimensions: Attributes of customers that the standard readings are broken down by.
    """

    tables: Mapping[str, ibis.Table]
    provided: frozenset[str]
    as_of: dt.date
    windows: Mapping[str, Period]
    relationship: Relationship
    currency: str
    settings: Settings
    dimensions: tuple[str, ...] = ()

    def has(self, *names: str) -> bool:
        """Whether all of these columns, as ``table.column``, hold data."""
        return all(name in self.provided for name in names)

    def having(
        self,
        tables: Mapping[str, ibis.Table] | None = None,
        provided: frozenset[str] = frozenset(),
        dimensions: tuple[str, ...] | None = None,
    ) -> Base:
        """The same base with more tables, more columns that hold data, or other dimensions."""
        return replace(
            self,
            tables={**self.tables, **(tables or {})},
            provided=self.provided | provided,
            dimensions=self.dimensions if dimensions is None else dimensions,
        )

    @property
    def attributes(self) -> tuple[str, ...]:
        """Columns of customers that hold data and that the source brought, sorted, without keys and names."""
        owned = {c for c in self.tables["customers"].columns if f"customers.{c}" in self.provided}
        return tuple(sorted(owned - NO_ATTRIBUTES - MADE_COLUMNS))


NO_ATTRIBUTES = frozenset(
    {"customer_id", "name", "kind", "parent_id", "acquired_on", "reported_revenue", "status", "employees"}
)
"""Columns that are no attribute: they name one customer, a day or an amount, or sales have a namesake."""

MADE_COLUMNS = frozenset(
    {
        "status",
        "first_seen_on",
        "first_contract_on",
        "first_order_on",
        "last_order_on",
        "orders",
        "order_days",
        "repeat_orders",
        "last_order_age",
        "age",
        "days_since_last_order",
        "revenue",
        "refunds",
        "gross_margin",
        "value_per_order",
        "current_revenue",
        "previous_revenue",
        "expected_orders",
        "probability_alive",
        "expected_order_value",
        "lifetime_value",
        "lifetime_value_low",
        "lifetime_value_high",
        "cost_to_serve",
        "acquisition_cost",
        "contribution",
        "tier_before",
        "value_to_customer",
        "value_to_business",
        "exchange",
        "tier",
        "value",
        "value_rank",
        "stage",
        "stage_since",
        "mrr",
        "rfm_segment",
        "days_since_last_order_score",
        "order_days_score",
        "revenue_score",
    }
)
"""Columns of the wide base that are computed: an attribute of the same name is kept as ``stated_…``."""

_TAKEN = frozenset(
    (
        "on",
        "n",
        "total",
        "terms",
        "revenue",
        "low",
        "high",
        "orders",
        "costed",
        "goods",
        "idle",
        "customers",
        "earners",
        "entries",
        "chance",
        "rank",
        "amount",
        "discount",
        "cost",
        "lines",
        "quantity",
        "new",
        "lost",
        "known",
        "opening",
        "closing",
        "expansion",
        "contraction",
        "reactivated",
        "margin",
        "tickets",
        "days",
        "runs",
        "holds",
        "ended",
        "money",
        "people",
        "place",
        "categories",
        "touched",
        "tenure",
        "gap",
        "driver",
        "candidate",
        "mark",
        "stayed",
        "change",
        "was",
        "is_now",
        "both",
        "cheap",
        "likely",
        "dear",
        "earned",
        "years",
        "upto",
        "gone",
        "equity",
        "valued",
        "there",
        "month",
        "quarter",
        "year",
        "cohort",
    )
)
"""What relations of measures call their own columns: an attribute of such a name is kept as stated, too."""


_STATED = MADE_COLUMNS | _TAKEN


def stated_name(column: str) -> str:
    """The name under which the base keeps a column of customers that the source brought.

    Example:
        >>> stated_name("age"), stated_name("income"), stated_name("status")
        ('stated_age', 'income', 'status')
    """
    return f"stated_{column}" if column in _STATED and not CUSTOMERS.has(column) else column


def dimension_named(name: str, known: Collection[str]) -> str:
    """What a dimension is called, that relations of measures do not mix it up with a column of theirs.

    Example:
        >>> dimension_named("amount", ["stated_amount"]), dimension_named("country", ["country"])
        ('stated_amount', 'country')
    """
    stated = stated_name(name)
    return stated if name in _TAKEN and stated in known else name


def stated_provided(provided: frozenset[str]) -> frozenset[str]:
    """The provided columns under the names that the base keeps them by."""
    pairs = (name.partition(".") for name in provided)
    return frozenset(f"{t}.{stated_name(c) if t == 'customers' else c}" for t, _, c in pairs)
