"""A decision is past its day and still open.

Avoid: decisions that move from one agenda to the next.

Prefer: one who decides, a day, and what waiting costs beside it.

Why: work that waits for it stands still, and its cost grows unseen.

Mend: decide it, or write why it may wait and until when.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for decision in document.decisions:
        still_open = not decision.decided and decision.decided_on is None
        if still_open and known.on is not None and decision.by is not None and decision.by < known.on:
            yield PITFALL.finding(
                f"decisions[{decision.id}]",
                f"It was to be decided by {decision.by.isoformat()}; it is {known.on.isoformat()}.",
                "Decide it, or write why it may wait and until when.",
            )


PITFALL = Pitfall(
    code="DE101",
    slug="decision_overdue",
    title="A decision is past its day",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
