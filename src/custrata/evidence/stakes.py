"""How much money a claim concerns."""

from __future__ import annotations

from custrata.evidence.check import ClaimEvidence, FigureEvidence
from custrata.evidence.figures import number_now
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.wording.spelling import is_money
from custrata.vocabulary import Segment

PER_HEAD = frozenset(
    {
        "average_mrr",
        "average_order_value",
        "customer_acquisition_cost",
        "lifetime_value",
        "revenue_per_customer",
        "top_customer_revenue",
        "value_per_order",
    }
)
"""Money of one customer or one order: no sum that anything is at stake of."""

RETENTION = frozenset({"net_revenue_retention", "gross_revenue_retention"})
"""Shares of the opening revenue: what is at stake is the part that is not kept."""

EARNED = (("revenue", "current"), ("revenue", "all"), ("mrr", "all"), ("won_revenue", "all"))
"""Where the money of a part of the base is read, the first that is held."""


def money_at_stake(evidence: ClaimEvidence, document: Document, snapshot: Snapshot) -> float | None:
    """The money that a claim concerns, in the currency of the snapshot.

    Args:
        evidence: How the claim stands against the snapshot.
        document: The strategy; an insight that leads with the claim may say what is at stake.
        snapshot: Where money is read.

    Returns:
        The first of these that can be counted, without its sign: what the insight says in money; the largest
        sum of money in the claim, where a share counts as the sum over its line; for retention of revenue the
        part of the opening revenue that was not kept; what the part of the base earns that
        the claim is about. None where the claim is about the whole base and names no money.
    """
    for counted in (_of_insight, _of_figures, _of_retention, _of_segment):
        money = counted(evidence, document, snapshot)
        if money is not None:
            return abs(money)
    return None


def _of_insight(evidence: ClaimEvidence, document: Document, snapshot: Snapshot) -> float | None:
    stakes = (i.at_stake for i in document.insights if i.claim == evidence.claim_id)
    numbers = [number_now(f, snapshot).value for f in stakes if f is not None and is_money(f.unit)]
    return next((n for n in numbers if n is not None), None)


def _of_figures(evidence: ClaimEvidence, _document: Document, _snapshot: Snapshot) -> float | None:
    sums = [s for f in evidence.figures if (s := _sum(f)) is not None]
    return max(sums, key=abs, default=None)


def _sum(part: FigureEvidence) -> float | None:
    """The sum over the line, where all of it is money that adds up."""
    added, taken = 1 + len(part.figure.plus), len(part.figure.minus)
    top = part.now.readings[: added + taken]
    if len(part.now.readings) != len(part.figure.keys):
        return None
    if any(not is_money(r.unit) or r.measure in PER_HEAD or r.value is None for r in top):
        return None
    values = [r.value or 0.0 for r in top]
    return sum(values[:added]) - sum(values[added:])


def _of_retention(evidence: ClaimEvidence, _document: Document, snapshot: Snapshot) -> float | None:
    for reading in evidence.readings:
        opening = snapshot.reading("opening_revenue", reading.segment, reading.period.name)
        kept = reading.value
        if reading.measure in RETENTION and kept is not None and opening and opening.value is not None:
            return opening.value * (1 - kept)
    return None


def _of_segment(evidence: ClaimEvidence, _document: Document, snapshot: Snapshot) -> float | None:
    """What the parts of the base over the line earn together; each part once."""
    parts: dict[Segment, None] = {}
    for figure in evidence.figures:
        keys = (figure.figure, *figure.figure.plus)
        parts |= {key.segment: None for key in keys if key.segment}
    earned = [_earned(segment, snapshot) for segment in parts]
    known = [money for money in earned if money is not None]
    return sum(known) if known and len(known) == len(earned) else None


def _earned(segment: Segment, snapshot: Snapshot) -> float | None:
    for measure, period in EARNED:
        reading = snapshot.reading(measure, segment, period)
        if reading is not None and reading.value is not None:
            return reading.value
    return None
