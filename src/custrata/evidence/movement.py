"""How the base moved between two snapshots: customers, revenue, tiers, stages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading, Stage, Tier

REVENUE = (("revenue", "current"), ("mrr", "all"), ("revenue", "all"), ("won_revenue", "all"))
"""What counts as revenue, the first that both snapshots hold: a window, a month, a whole history."""

CUSTOMER_STEPS = ("gained_customers", "reactivated_customers", "lost_customers")
REVENUE_STEPS = (
    "new_revenue",
    "reactivated_revenue",
    "expansion_revenue",
    "contraction_revenue",
    "lost_revenue",
)
"""Steps of the bridge that each snapshot tells of its own latest window."""


@dataclass(frozen=True, slots=True)
class Change:
    """One reading in both snapshots.

    Attributes:
        before: The earlier reading.
        after: The later reading.
    """

    before: Reading
    after: Reading

    @property
    def by(self) -> float:
        """How far it went, in its own unit."""
        return (self.after.value or 0.0) - (self.before.value or 0.0)

    @property
    def label(self) -> str:
        """The part of the base; empty for all of it."""
        return ", ".join(value for _, value in self.after.segment)


@dataclass(frozen=True, slots=True)
class Movement:
    """How the base moved; what a snapshot does not hold is absent, not nought.

    Attributes:
        customers: All customers known.
        revenue: Revenue of the latest window, else of the contracts, else of the whole history.
        customers_by_tier: Customers of each tier; the sizes of tiers follow a rule, so they say little.
        revenue_by_tier: Revenue of each tier: this is what moves between tiers.
        customers_by_stage: Customers of each lifecycle stage.
        customer_steps: Customers gained, back and lost in the latest window, against the window as the
            earlier snapshot saw it.
        revenue_steps: The same for revenue.
        tier_moves: Customers by the tier they were in one window ago and are in now, as the later snapshot
            tells it; a snapshot does not follow persons from an earlier snapshot.
    """

    customers: Change | None = None
    revenue: Change | None = None
    customers_by_tier: tuple[Change, ...] = ()
    revenue_by_tier: tuple[Change, ...] = ()
    customers_by_stage: tuple[Change, ...] = ()
    customer_steps: tuple[Change, ...] = ()
    revenue_steps: tuple[Change, ...] = ()
    tier_moves: tuple[Reading, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading that it holds, for the evidence under a slide."""
        single = [c for c in (self.customers, self.revenue) if c is not None]
        groups = (self.customers_by_tier, self.revenue_by_tier, self.customers_by_stage)
        changes = [*single, *(c for g in groups for c in g), *self.customer_steps, *self.revenue_steps]
        return (*(r for c in changes for r in (c.before, c.after)), *self.tier_moves)


def movement(before: Snapshot, after: Snapshot) -> Movement:
    """How the base moved between two snapshots.

    Args:
        before: The earlier snapshot.
        after: The later snapshot.
    """
    found = (_change(before, after, measure, period) for measure, period in REVENUE)
    return Movement(
        customers=_change(before, after, "customers", "all"),
        revenue=next((change for change in found if change is not None), None),
        customers_by_tier=_by(before, after, "customers", "tier", Tier),
        revenue_by_tier=_by(before, after, "revenue", "tier", Tier)
        or _by(before, after, "mrr", "tier", Tier),
        customers_by_stage=_by(before, after, "customers", "stage", Stage),
        customer_steps=_steps(before, after, CUSTOMER_STEPS),
        revenue_steps=_steps(before, after, REVENUE_STEPS),
        tier_moves=after.points("tier_moves", "tier_before", "tier_now", period="current"),
    )


def _change(
    before: Snapshot, after: Snapshot, measure: str, period: str, *where: tuple[str, str]
) -> Change | None:
    was, now = (snapshot.reading(measure, where, period) for snapshot in (before, after))
    if was is None or now is None or was.value is None or now.value is None or was.unit != now.unit:
        return None
    return Change(was, now)


def _by(
    before: Snapshot, after: Snapshot, measure: str, dimension: str, values: Iterable[str]
) -> tuple[Change, ...]:
    found = (_change(before, after, measure, "all", (dimension, str(value))) for value in values)
    return tuple(change for change in found if change is not None)


def _steps(before: Snapshot, after: Snapshot, measures: Iterable[str]) -> tuple[Change, ...]:
    found = (_change(before, after, measure, "current") for measure in measures)
    return tuple(change for change in found if change is not None)
