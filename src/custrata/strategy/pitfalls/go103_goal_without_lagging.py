"""A goal has early signs, and nothing that tells whether it was reached.

Avoid: activity alone under a goal: contacts made, features seen.

Prefer: one measure that sums up what was meant: customers who stayed, revenue that held.

Why: early signs can all be green while the result does not come; then they were the wrong signs.

Mend: name a measure in `lagging` that says at the end of the horizon whether the goal was reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for goal in document.goals:
        if not goal.lagging and (goal.leading or taken(goal)):
            yield PITFALL.finding(
                f"goals[{goal.id}]",
                "It has no lagging indicator: nothing tells at the end whether it was reached.",
                "Name a measure in `lagging` that sums up what was meant.",
            )


PITFALL = Pitfall(
    code="GO103",
    slug="goal_without_lagging",
    title="A goal has no lagging indicator",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
