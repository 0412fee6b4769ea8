"""A goal can only be judged when it is too late to do anything about it.

Avoid: revenue and retention alone under a goal.

Prefer: at least one measure that moves within weeks beside the one that sums up the year.

Why: lagging measures tell that something was missed; leading ones tell it while it can still be changed.

Mend: name a measure in `leading` that customers' behaviour moves within weeks, and watch whether it
foretells the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for goal in document.goals:
        if not goal.leading and (goal.lagging or taken(goal)):
            yield PITFALL.finding(
                f"goals[{goal.id}]",
                "It has no leading indicator: that it fails will be seen when it has failed.",
                "Name a measure in `leading` that moves within weeks.",
            )


PITFALL = Pitfall(
    code="GO102",
    slug="goal_without_leading",
    title="A goal has no leading indicator",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
