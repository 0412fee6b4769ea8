"""Something is scored on a dimension that nobody has defined.

Avoid: a score under a name that is no dimension of the method and no criterion of one's own.

Prefer: the names that `custrata prioritise` prints, or a criterion of one's own that says what 1 and 7 mean.

Why: the score counts nowhere, and the dimension that was meant stays without one, so that the goal or
initiative has no place among the others.

Mend: spell the dimension as the method does, or define it under scoring.criteria.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.steering.scoring import Scored
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.prioritise.dimension import dimensions_of


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for field, items, scored in (
        ("goals", document.goals, Scored.GOALS),
        ("initiatives", document.initiatives, Scored.INITIATIVES),
    ):
        names = [dimension.id for dimension in dimensions_of(document.scoring, scored)]
        for item in items:
            strange = [name for name, _ in item.scores if name not in names]
            if strange:
                yield PITFALL.finding(
                    f"{field}[{item.id}]",
                    f"Nobody has defined {', '.join(strange)}, on which it is scored.",
                    f"Use {', '.join(names)}, or define a criterion of your own.",
                )


PITFALL = Pitfall(
    code="SC101",
    slug="score_on_unknown_dimension",
    title="A score stands on a dimension that nobody has defined",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
