"""Reviews are held, and nothing is decided in them.

Avoid: meetings that read figures aloud.

Prefer: every review ends with what is stopped, started and continued, and who does what by when.

Why: people stop preparing for a meeting that changes nothing, and soon stop coming.

Mend: write down what the last reviews decided, or hold them less often.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.running.review import Review
from custrata.strategy.pitfalls.pitfall import Pitfall

IN_A_ROW = 2
"""One review may end without a decision; two in a row are a habit."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    last = sorted(document.reviews, key=lambda review: review.on)[-IN_A_ROW:]
    if len(last) == IN_A_ROW and all(review.minutes and not _decided(review) for review in last):
        yield PITFALL.finding(
            f"reviews[{last[-1].id}]",
            f"The last {IN_A_ROW} reviews have minutes, and nothing was decided, stopped or started.",
            "Write down what follows from them, or hold them less often.",
        )


def _decided(review: Review) -> bool:
    return bool(review.decided or review.stop or review.start or review.go_on or review.actions)


PITFALL = Pitfall(
    code="RV101",
    slug="review_without_decision",
    title="The last reviews decided nothing",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
