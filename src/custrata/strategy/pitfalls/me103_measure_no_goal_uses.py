"""Somebody answers for a measure that no goal, objective or outcome needs.

Avoid: a dashboard that grows by every number that could be computed.

Prefer: a short scorecard: the measures of the goals, and nothing that would change no decision.

Why: each further number takes attention from those that matter; what nobody acts on is looked at for its own
sake.

Mend: take the row out, or name the measure in the goal, objective or outcome that it serves.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.awaited import VANITY
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.naming import named_measures
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import ReadingKey
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall

_NO_USE = (ReadingKey, ScoreRow)
"""A number in a sentence shows a measure; it does not steer by it."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if not (document.goals or document.objectives or document.outcomes):
        return
    used = {name for _, part, name in named_measures(document) if not isinstance(part, _NO_USE)}
    for row in document.scorecard:
        # A measure of attention has a finding of its own, which says more than that nothing uses it.
        if used and row.measure not in used | VANITY and taken(row):
            yield PITFALL.finding(
                f"scorecard[{row.id}]",
                f"No goal, objective or outcome uses {row.measure!r}.",
                "Take the row out, or name the measure in what it serves.",
            )


PITFALL = Pitfall(
    code="ME103",
    slug="measure_no_goal_uses",
    title="The scorecard holds a measure that nothing uses",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
