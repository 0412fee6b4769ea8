"""Serving a customer costs the same in every tier, though their value does not.

Avoid: tiers that stand on paper while tickets, visits and time are spent alike on all.

Prefer: cost to serve that follows value: more where it comes back, self-service where it does not.

Why: what is spent alike is taken from those who carry the company; tiers without a difference in cost are
only labels.

Mend: set a goal or an initiative for the cost to serve of a tier, or let the finding stand with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Readings, Severity
from custrata.strategy.lint.naming import measures_of
from custrata.strategy.parts.part import walk
from custrata.strategy.pitfalls.agreement import in_force
from custrata.strategy.pitfalls.certainty import sure
from custrata.strategy.pitfalls.families import SERVICE_COST
from custrata.strategy.pitfalls.pitfall import Pitfall

FLAT = 1.25
"""Cost a customer may differ by a quarter between tiers and still be called the same."""

BY_HEAD = 1.02
"""Where cost a customer is the same to the cent it was allotted by head; nobody measured it."""

STEEP = 3.0
"""Value a customer has to differ threefold before a flat cost is a mistake and no accident."""

FEWEST = 3
"""Tiers under which a line through them says nothing."""

ROW = Mapping[str, float]
"""A number by tier."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None or not in_force(document) or _steered(document):
        return
    people = _by_tier(known.readings, "customers")
    cost = _each(_by_tier(known.readings, "cost_to_serve"), people)
    value = _each(_by_tier(known.readings, "gross_margin"), people)
    value = value or _each(_by_tier(known.readings, "revenue"), people)
    if len(cost) < FEWEST or set(cost) != set(value) or min(cost.values()) <= 0:
        return
    if BY_HEAD < _spread(cost) <= FLAT and (min(value.values()) <= 0 or _spread(value) >= STEEP):
        yield PITFALL.finding(
            "tiers",
            "A customer costs about the same to serve in every tier, while what one brings differs widely.",
            "Shift service from the lowest tier to the highest, and say by how much.",
        )


def _by_tier(readings: Readings, measure: str) -> dict[str, float]:
    for period in ("current", "all"):
        points = readings.points(measure, "tier", period=period)
        if points and all(sure(point) for point in points):
            return {point.segment[0][1]: point.value or 0.0 for point in points}
    return {}


def _each(money: ROW, people: ROW) -> dict[str, float]:
    return {tier: money[tier] / people[tier] for tier in money if people.get(tier, 0) > 0}


def _spread(row: ROW) -> float:
    return max(row.values()) / min(row.values())


def _steered(document: Document) -> bool:
    chapters = (*document.goals, *document.assumptions, *document.scorecard, *document.objectives)
    named = (name for part in chapters for _, inner in walk(part) for name in measures_of(inner))
    return bool(SERVICE_COST.intersection(named))


PITFALL = Pitfall(
    code="EQ102",
    slug="service_cost_flat_over_tiers",
    title="Cost to serve is flat over tiers while value is not",
    severity=Severity.WARNING,
    find=_find,
    needs_data=True,
)
"""This mistake."""
