"""The number behind a claim is moving, though it is still within what the claim allows.

Avoid: waiting until the claim is false.

Prefer: a look at what moves it while there is still time to act or to explain.

Why: a number that moves in one direction build after build seldom stops by itself.

Mend: look at it before the next review. When the movement is wanted, write the claim anew from today's data.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.standing import standing
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import EvidenceState


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for place, reason in standing(document, known, EvidenceState.DRIFTING):
        yield PITFALL.finding(place, reason, "Look at it before the next review.")


PITFALL = Pitfall(
    code="EV102",
    slug="claim_drifting",
    title="A claim is about to break",
    severity=Severity.WARNING,
    find=_find,
    needs_data=True,
)
"""This mistake."""
