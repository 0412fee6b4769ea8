"""How lately, how often and for how much do customers buy, each in fifths of the base?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir

FIFTHS = 5
TIE_RULE = "Equal values always get the same score: the lowest that any of them would have."
UNRANKED = "not ranked"

_SCORED = ("days_since_last_order", "order_days", "revenue")
_UNITS = {
    "days_since_last_order": "days since the last order",
    "order_days": "days with an order",
    "revenue": "revenue",
}
_FEWER_IS_BETTER = frozenset({"days_since_last_order"})
_EXACT = "decimal(38, 6)"
"""The revenue of a customer is a sum: it has more digits than the amounts of the contract."""


@dataclass(frozen=True, slots=True)
class CutPoints:
    """Where the fifths of one measure end, from the worst fifth to the best.

    Attributes:
        measure: Column of the base that is scored.
        worst: The worst value found.
        cuts: The worst value of the scores 2 to 5 stands just past these four; equal cuts leave a score out.
        best: The best value found.
    """

    measure: str
    worst: Decimal
    cuts: tuple[Decimal, ...]
    best: Decimal

    @property
    def scores(self) -> tuple[int, ...]:
        """The scores that are given; empty when all values are equal and nothing can be ranked."""
        if self.worst == self.best:
            return ()
        return tuple(sorted({self.score_of(value) for value in (self.worst, *self.cuts, self.best)}))

    def score_of(self, value: Decimal) -> int:
        """The score (1 to 5, 5 best) of a value.

        Example:
            >>> cuts = tuple(map(Decimal, (2, 4, 6, 8)))
            >>> CutPoints("revenue", Decimal(1), cuts, Decimal(9)).score_of(Decimal(4))
            2
        """
        fewer = self.measure in _FEWER_IS_BETTER
        return 1 + sum(value < cut if fewer else value > cut for cut in self.cuts)

    def __str__(self) -> str:
        unit = _UNITS[self.measure]
        if not self.scores:
            return f"{unit}: every customer has {_plain(self.best)}, so nobody is ranked by it"
        past = "fewer than" if self.measure in _FEWER_IS_BETTER else "more than"
        steps = ", ".join(f"{given} with {past} {_plain(self.cuts[given - 2])}" for given in self.scores[1:])
        few = (
            ""
            if len(self.scores) == FIFTHS
            else f"; too many are equal for five scores, {len(self.scores)} are given"
        )
        return f"{unit}: 1 at the worst, {steps}{few}"


@dataclass(frozen=True, slots=True)
class RfmCutPoints:
    """The cut points of all three measures; print it to see how customers are scored.

    Attributes:
        customers: How many customers with an order the fifths are made from.
        measures: Cut points of days since the last order, days with an order, and revenue.
    """

    customers: int
    measures: tuple[CutPoints, ...]

    def of(self, measure: str) -> CutPoints | None:
        """The cut points of a measure; None when no customer has an order."""
        return next((cut for cut in self.measures if cut.measure == measure), None)

    def __str__(self) -> str:
        if not self.measures:
            return "No customer has an order, so nobody is scored."
        points = "; ".join(str(cut) for cut in self.measures)
        return f"Scores are fifths of the {self.customers:,} customers with an order. {points}. {TIE_RULE}"


@dataclass(frozen=True, slots=True)
class RfmSegment:
    """A named group of customers by their scores: every score lies between the two ends."""

    name: str
    rule: str
    days_since_last_order_score: tuple[int, int] = (1, FIFTHS)
    order_days_score: tuple[int, int] = (1, FIFTHS)
    revenue_score: tuple[int, int] = (1, FIFTHS)

    def holds(self, scores: Mapping[str, Any]) -> Any:
        """Whether the scores (numbers or columns, by name) lie within all three ranges."""
        ranges = {f"{name}_score": getattr(self, f"{name}_score") for name in _SCORED}
        tests = [(scores[name] >= low) & (scores[name] <= high) for name, (low, high) in ranges.items()]
        return tests[0] & tests[1] & tests[2]


RFM_SEGMENTS = (
    RfmSegment("champions", "bought lately, often and for much: 4 or 5 in all three", (4, 5), (4, 5), (4, 5)),
    RfmSegment("loyal", "bought not long ago and comes back: at least 3 in both", (3, 5), (3, 5)),
    RfmSegment("promising", "bought lately, few times so far: 4 or 5, then 1 or 2", (4, 5), (1, 2)),
    RfmSegment("cooling", "bought a while ago, few times: 3, then 1 or 2", (3, 3), (1, 2)),
    RfmSegment(
        "valuable, gone quiet",
        "long without an order, but spent much: 1 or 2, then 4 or 5",
        (1, 2),
        (1, 5),
        (4, 5),
    ),
    RfmSegment(
        "gone quiet", "long without an order, and spent less: 1 or 2, then 1 to 3", (1, 2), (1, 5), (1, 3)
    ),
)
"""The first rule that holds names the group; whoever lacks a score is ``not ranked``."""


def rfm_cut_points_query(customers: ir.Table) -> ir.Table:
    """The values that end the fifths of the customers with an order, one row a measure.

    Args:
        customers: The base, one row a customer, with the purchase summary.

    Returns:
        ``measure, customers, worst, end_1`` to ``end_5``: from the worst value to the best.
    """
    buyers = customers.filter(customers.order_days.fill_null(0) > 0)
    return ibis.union(*(_ends(buyers, measure) for measure in _SCORED))


def cut_points(rows: Iterable[Mapping[str, Any]]) -> RfmCutPoints:
    """Cut points from the rows of :func:`rfm_cut_points_query`.

    Args:
        rows: Mappings with the columns of that query, in any order.

    Returns:
        The cut points; without customers who have an order, none.
    """
    found = {row["measure"]: row for row in rows if row["customers"]}
    measures = tuple(_cut(measure, found[measure]) for measure in _SCORED if measure in found)
    return RfmCutPoints(max((row["customers"] for row in found.values()), default=0), measures)


def _cut(measure: str, row: Mapping[str, Any]) -> CutPoints:
    *cuts, best = (Decimal(row[f"end_{k}"]) for k in range(1, FIFTHS + 1))
    return CutPoints(measure, Decimal(row["worst"]), tuple(cuts), best)


def rfm_query(customers: ir.Table, points: RfmCutPoints) -> ir.Table:
    """The three scores (1 to 5, 5 best) and the group of every customer.

    Args:
        customers: The base, one row a customer, with the purchase summary.
        points: From :func:`cut_points`.

    Returns:
        ``customer_id``, the scores of the three measures (``revenue_score`` and so on) and ``rfm_segment``; a
        score is null for customers without an order and for a measure in which all are equal.
    """
    bought = customers.order_days.fill_null(0) > 0
    scores = {f"{name}_score": _score(customers[name], bought, points.of(name)) for name in _SCORED}
    scored = customers.select("customer_id", **scores)
    cases = [(segment.holds(scored), ibis.literal(segment.name)) for segment in RFM_SEGMENTS]
    return scored.mutate(rfm_segment=ibis.cases(*cases, else_=UNRANKED))


def _ends(buyers: ir.Table, measure: str) -> ir.Table:
    value = buyers[measure].cast(_EXACT)
    order = ibis.desc(value) if measure in _FEWER_IS_BETTER else ibis.asc(value)
    known = buyers.filter(value.notnull())
    ranked = known.select(
        value=value,
        rank=ibis.row_number().over(order_by=order) + 1,
        customers=known.count().over(ibis.window()),
    )
    # The fifth k ends at the customer of rank ceil(k n / 5): whole numbers, so that no rounding can move it.
    ends = {k: (ranked.customers * k + (FIFTHS - 1)) // FIFTHS for k in range(1, FIFTHS + 1)}
    values = {f"end_{k}": ranked.value.max(where=ranked["rank"] == end) for k, end in ends.items()}
    return ranked.aggregate(
        measure=ibis.literal(measure),
        customers=ranked.count(),
        worst=ranked.value.max(where=ranked["rank"] == 1),
        **values,
    )


def _score(value: ir.Column, bought: ir.BooleanValue, cut: CutPoints | None) -> ir.IntegerValue:
    if cut is None or not cut.scores:
        return ibis.null("int64")
    exact = value.cast(_EXACT)
    ends = [ibis.literal(end, type=_EXACT) for end in cut.cuts]
    past = [exact < end if cut.measure in _FEWER_IS_BETTER else exact > end for end in ends]
    total = past[0].cast("int64") + past[1].cast("int64") + past[2].cast("int64") + past[3].cast("int64") + 1
    return ibis.ifelse(bought, total, ibis.null("int64"))


def _plain(value: Decimal) -> str:
    whole = value.normalize()
    return f"{whole:,.0f}" if whole == whole.to_integral_value() else f"{whole:,.2f}"
