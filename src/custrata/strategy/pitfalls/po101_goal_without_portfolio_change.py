"""A goal does not say what it changes in the portfolio of customers.

Avoid: goals that could be reached with any mix of customers.

Prefer: for each goal which part of the base becomes larger, smaller or different.

Why: revenue can rise while the base gets worse; only the portfolio shows it.

Mend: say which groups or tiers rise and fall when the goal is reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for goal in document.goals:
        if taken(goal) and not goal.portfolio_change.strip():
            yield PITFALL.finding(
                f"goals[{goal.id}]",
                "It does not say what changes in the portfolio when it is reached.",
                "Say which groups or tiers rise and fall.",
            )


PITFALL = Pitfall(
    code="PO101",
    slug="goal_without_portfolio_change",
    title="A goal names no change of the portfolio",
    severity=Severity.NOTE,
    find=_find,
)
"""This mistake."""
