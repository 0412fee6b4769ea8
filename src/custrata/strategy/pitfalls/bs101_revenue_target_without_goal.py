"""The business counts on revenue from customers who are there, and no goal is for it.

Avoid: a financial plan with revenue from keeping or widening, next to goals that measure only winning.

Prefer: a goal or key result that moves first, for every kind of revenue that finance counts on.

Why: what nobody steers arrives by luck; the gap shows when the year is over.

Mend: set a goal or a key result with a measure of that kind, or take the revenue out of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.foundation.business import RevenueKind
from custrata.strategy.pitfalls.families import EXPANSION, RETENTION
from custrata.strategy.pitfalls.pitfall import Pitfall

TOLD_BY = {
    RevenueKind.RETENTION: RETENTION,
    RevenueKind.UPSELL: EXPANSION,
    RevenueKind.CROSS_SELL: EXPANSION,
}
"""Kind of revenue → measures that tell of it."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    named = set(_steered(document))
    missing = dict.fromkeys(
        target.kind
        for target in document.business.revenue_targets
        if target.kind in TOLD_BY and named and not TOLD_BY[target.kind] & named
    )
    for kind in missing:
        target = next(t for t in document.business.revenue_targets if t.kind is kind)
        yield PITFALL.finding(
            f"business.revenue_targets[{target.id}]",
            f"The business counts on revenue from {kind.value}, and no goal or key result measures it.",
            "Set a goal or a key result for it, or take it out of the plan.",
        )


def _steered(document: Document) -> Iterator[str]:
    """Measures of goals and key results; what nobody has measured yet is open and says nothing."""
    for goal in document.goals:
        yield from (*goal.leading, *goal.lagging)
    for objective in document.objectives:
        yield from (result.measure for result in objective.key_results)


PITFALL = Pitfall(
    code="BS101",
    slug="revenue_target_without_goal",
    title="A revenue target of the business has no goal or key result",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
