"""The strategy has more goals than a company can carry at a time.

Avoid: a goal for every function and every wish.

Prefer: three or four goals, ranked by score, that every function can say by heart.

Why: attention is divided by the number of goals; from the fifth on none gets enough of it.

Mend: keep the four that matter most; what is left over waits for the next horizon or becomes an initiative
of one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall

MOST_GOALS = 4


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if len(document.goals) > MOST_GOALS:
        yield PITFALL.finding(
            "goals",
            f"There are {len(document.goals)} goals; most companies can carry three or four at a time.",
            f"Keep the {MOST_GOALS} that matter most.",
        )


PITFALL = Pitfall(
    code="GO101",
    slug="too_many_goals",
    title="There are more than four goals",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
