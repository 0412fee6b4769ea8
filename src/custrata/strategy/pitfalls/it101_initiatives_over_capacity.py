"""The effort or cost of all initiatives together is more than the capacity that is stated.

Avoid: a list of everything that is worth doing, with a start date each.

Prefer: the initiatives that rank first and fit together; the others wait with their scores.

Why: what does not fit is not done later, it is done badly now, together with what would have fitted.

Mend: cut the list at the capacity (`custrata prioritise` shows where), or state more capacity with who gives
it.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall

SLACK = 1e-9
"""Sums of decimal numbers may miss by that much."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    scoring = document.scoring
    days = _total(document, "effort_days", "days")
    if scoring.capacity_days is not None and days > scoring.capacity_days + SLACK:
        yield PITFALL.finding(
            "initiatives",
            f"They take {days:,.0f} person-days; there are {scoring.capacity_days:,.0f}.",
            "Cut the list where the capacity ends; the rest waits with its scores.",
        )
    money = _total(document, "cost", "money")
    if scoring.capacity_money is not None and money > scoring.capacity_money + SLACK:
        currency = f"{document.currency} " if document.currency else ""
        yield PITFALL.finding(
            "initiatives",
            f"They cost {currency}{money:,.0f}; there is {currency}{scoring.capacity_money:,.0f}.",
            "Cut the list where the money ends; the rest waits with its scores.",
        )


def _total(document: Document, own: str, given: str) -> float:
    total = 0.0
    for initiative in document.initiatives:
        parts = [getattr(r, given) or 0.0 for r in document.resources if r.initiative == initiative.id]
        stated = getattr(initiative, own)
        total += sum(parts) if stated is None else stated
    return total


PITFALL = Pitfall(
    code="IT101",
    slug="initiatives_over_capacity",
    title="The initiatives take more than there is",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
