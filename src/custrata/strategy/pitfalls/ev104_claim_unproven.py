"""No reading proves a claim, or it rests on too few cases.

Avoid: a sentence that looks like evidence and is none.

Prefer: a claim with enough cases behind it, or the same sentence as a proposal with an owner.

Why: readers take a claim for computed; a handful of cases can say anything.

Mend: bring the data it needs, or make it a proposal.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.standing import standing
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import EvidenceState


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for place, reason in standing(document, known, EvidenceState.UNPROVEN):
        yield PITFALL.finding(place, reason, "Bring the data it needs, or make it a proposal.")


PITFALL = Pitfall(
    code="EV104",
    slug="claim_unproven",
    title="Nothing proves a claim",
    severity=Severity.NOTE,
    find=_find,
    needs_data=True,
)
"""This mistake."""
