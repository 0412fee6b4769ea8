"""Serving a customer costs the same in every tier, though their value does not.

Avoid: tiers that stand on paper while tickets, visits and time are spent alike on all.

Prefer: cost to serve that follows value: more where it comes back, self-service where it does not.

Why: what is spent alike is taken from those who carry the company; tiers without a difference in cost are
only labels.

Mend: set a goal or an initiative for the cost to serve of a tier, or let the finding stand with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.naming import measures_of
from custrata.strategy.parts.part import walk
from custrata.strategy.pitfalls.agreement import in_force
from custrata.strategy.pitfalls.families import SERVICE_COST
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.tiering import STEEP, a_customer, brought, times

FLAT = 1.25
"""Cost a customer may differ by a quarter between tiers and still be called the same."""

BY_HEAD = 1.02
"""Where cost a customer is the same to the cent it was allotted by head; nobody measured it."""

FEWEST = 3
"""Tiers under which a line through them says nothing."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None or not in_force(document) or _steered(document):
        return
    cost, value = a_customer(known.readings, "cost_to_serve"), brought(known.readings)
    if len(cost) < FEWEST or set(cost) != set(value):
        return
    if BY_HEAD < times(cost) <= FLAT and times(value) >= STEEP:
        yield PITFALL.finding(
            "tiers",
            "A customer costs about the same to serve in every tier, while what one brings differs widely.",
            "Shift service from the lowest tier to the highest, and say by how much.",
        )


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
