"""What a gap in maturity costs: the money in readings that goes with each dimension."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from custrata.snapshot import Snapshot
from custrata.strategy.maturity.cost import GapCost
from custrata.strategy.parts.steering.maturity import Dimension
from custrata.vocabulary import Reading, Segment

DAYS_A_YEAR = 365
PERIODS = ("current", "all")
"""The latest window says what is lost now; the whole history where there is no window."""

Amount = tuple[float, tuple[Reading, ...]]
"""Money in the period, and the readings it is made of."""


@dataclass(frozen=True, slots=True)
class CostRule:
    """Which money goes with a dimension.

    Attributes:
        dimension: The dimension.
        what: What the money is, as a noun phrase.
        rule: Why it goes with the dimension, in a sentence.
        counted: Counts it for one period; None when a reading is missing.
    """

    dimension: Dimension
    what: str
    rule: str
    counted: Callable[[Snapshot, str], Amount | None]


def gap_costs(snapshot: Snapshot) -> Mapping[Dimension, GapCost]:
    """Money at stake by dimension: of its rules, the first that counts anything above 0.

    The latest window goes before the whole history: a rule that can count it wins over one that cannot.

    Args:
        snapshot: What a build found.
    """
    costs: dict[Dimension, GapCost] = {}
    for period, rule in product(PERIODS, RULES):
        if rule.dimension not in costs and (found := _cost(rule, snapshot, period)) is not None:
            costs[rule.dimension] = found
    return costs


def _cost(rule: CostRule, snapshot: Snapshot, period: str) -> GapCost | None:
    counted = rule.counted(snapshot, period)
    if counted is None or counted[0] <= 0:
        return None
    amount, readings = counted
    # Notional days are as many as real ones; only where they lie in the calendar is made up.
    a_year = amount * DAYS_A_YEAR / readings[0].period.days
    return GapCost(rule.dimension, amount, readings[0].unit, a_year, rule.what, rule.rule, readings)


def _lost_by(measure: str) -> Callable[[Snapshot, str], Amount | None]:
    """The reading itself; a loss, which is negative, counts as money above 0."""

    def counted(snapshot: Snapshot, period: str) -> Amount | None:
        reading = _known(snapshot, measure, (), period)
        return None if reading is None else (abs(reading.value or 0.0), (reading,))

    return counted


def _revenue_of(stage: str) -> Callable[[Snapshot, str], Amount | None]:
    def counted(snapshot: Snapshot, period: str) -> Amount | None:
        reading = _known(snapshot, "revenue", (("stage", stage),), period)
        return None if reading is None else (reading.value or 0.0, (reading,))

    return counted


def _discounts(snapshot: Snapshot, period: str) -> Amount | None:
    """Discounts in money: sales times the share, divided by what is left of the price."""
    share, revenue = (_known(snapshot, m, (), period) for m in ("discount_share", "revenue"))
    if share is None or revenue is None or not 0 <= (share.value or 0.0) < 1:
        return None
    refunds = _known(snapshot, "refunds", (), period)
    given = share.value or 0.0
    sales = (revenue.value or 0.0) + (refunds.value or 0.0 if refunds else 0.0)
    return sales * given / (1 - given), (revenue, share, *((refunds,) if refunds else ()))


def _largest(snapshot: Snapshot, period: str) -> Amount | None:
    reading = _known(snapshot, "top_customer_revenue", (("rank", "1"),), period)
    return None if reading is None else (reading.value or 0.0, (reading,))


RULES = (
    CostRule(
        Dimension.SEGMENTATION,
        "lost on customers who bring less than they cost",
        "Where customers are not told apart by value, those served at a loss go unseen.",
        _lost_by("unprofitable_contribution"),
    ),
    CostRule(
        Dimension.SEGMENTATION,
        "lost on customers whose margin is below 0",
        "Where customers are not told apart by value, those served at a loss go unseen.",
        _lost_by("loss_making_margin"),
    ),
    CostRule(
        Dimension.PROPOSITION,
        "given away in discounts",
        "Where the promise does not carry the price, discounts do; sales × their share ÷ (1 − their share).",
        _discounts,
    ),
    CostRule(
        Dimension.PROPOSITION,
        "less from customers who stayed",
        "Where a promise holds, customers who stay do not buy less.",
        _lost_by("contraction_revenue"),
    ),
    CostRule(
        Dimension.LIFECYCLE,
        "brought before by customers who left",
        "Where nobody owns the steps between stages, customers may leave between them.",
        _lost_by("lost_revenue"),
    ),
    CostRule(
        Dimension.LIFECYCLE,
        "brought so far by customers who have lapsed",
        "Where nobody owns the steps between stages, customers may leave between them.",
        _revenue_of("lapsed"),
    ),
    CostRule(
        Dimension.INTELLIGENCE,
        "brought so far by customers who are at risk now",
        "To keep them takes knowing who of them will leave, and why.",
        _revenue_of("at risk"),
    ),
    CostRule(
        Dimension.ALIGNMENT,
        "spent on service that no customer causes",
        "A cost that no function can lay to a customer is steered by nobody.",
        _lost_by("unallocated_cost"),
    ),
    CostRule(
        Dimension.ALIGNMENT,
        "brought by the largest customer alone",
        "What hangs on one relationship needs all functions to answer for it together.",
        _largest,
    ),
)
"""The rules, of each dimension in the order in which they are tried."""


def _known(snapshot: Snapshot, measure: str, segment: Segment, period: str) -> Reading | None:
    reading = snapshot.reading(measure, segment, period)
    return reading if reading is not None and reading.value is not None else None
