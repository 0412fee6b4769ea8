"""The data behind a claim end longer ago than the claim allows.

Avoid: presenting last year's figure as today's.

Prefer: claims that say how many days their data may be old, and data that are brought up to date before a
review.

Why: old data neither support nor contradict a sentence about today.

Mend: build again from newer data, or say in the claim which period it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.standing import standing
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import EvidenceState


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for place, reason in standing(document, known, EvidenceState.STALE):
        yield PITFALL.finding(place, reason, "Build again from newer data.")


PITFALL = Pitfall(
    code="EV103",
    slug="claim_stale",
    title="A claim rests on old data",
    severity=Severity.WARNING,
    find=_find,
    needs_data=True,
)
"""This mistake."""
