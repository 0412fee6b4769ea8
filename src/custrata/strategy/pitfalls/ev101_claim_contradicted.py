"""A claim says what the data no longer say.

Avoid: leaving a sentence in the strategy whose number has left the bounds that the claim allows.

Prefer: a claim that is rewritten, or a choice that is looked at again, as soon as the figure behind it has
moved.

Why: people decide on what the strategy says; a sentence that has become false leads them the old way.

Mend: change the claim, or find out what changed the figure. The finding names the number then and now, with
its interval. The base of a target that moved the wanted way is progress, and no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.standing import standing
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import EvidenceState


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for place, reason in standing(document, known, EvidenceState.CONTRADICTED):
        yield PITFALL.finding(place, reason, "Change the claim, or find out what changed the figure.")


PITFALL = Pitfall(
    code="EV101",
    slug="claim_contradicted",
    title="The data contradict a claim",
    severity=Severity.ERROR,
    find=_find,
    needs_data=True,
)
"""This mistake."""
