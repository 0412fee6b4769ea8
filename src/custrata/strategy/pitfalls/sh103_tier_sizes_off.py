"""The tiers do not divide all customers between them.

Avoid: tiers that together hold 30% or 120% of customers.

Prefer: sizes that add up to the whole, so that every customer stands in exactly one tier.

Why: entitlements follow from tiers; a customer in none gets nothing, a customer in two gets it twice.

Mend: make them add up to 100%.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.shares import missed
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    total = missed([tier.size for tier in document.tiers])
    if total:
        yield PITFALL.finding(
            "tiers", f"The sizes of the tiers add up to {total}.", "Make them add up to 100%."
        )


PITFALL = Pitfall(
    code="SH103",
    slug="tier_sizes_off",
    title="Sizes of tiers do not add up",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
