"""A promise is made for which no customer can check anything.

Avoid: “We answer within an hour.” with nothing beside it.

Prefer: for each promise a measure, a demonstration, a case, a benchmark, a reference or a guarantee, and
where customers find it.

Why: everybody promises; what can be checked is believed, and only that tells us from the alternative.

Mend: bring a proof, give a guarantee, or take the promise out until there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import meant
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for proposition in document.propositions:
        for promise in proposition.promises:
            if not promise.proofs and meant(promise.statement, proposition):
                yield PITFALL.finding(
                    f"propositions[{proposition.id}].promises[{promise.id}]",
                    f"Nothing proves the promise “{promise.statement.said().rstrip('.')}”.",
                    "Bring a proof that customers can check, or take the promise out until there is one.",
                )


PITFALL = Pitfall(
    code="VP101",
    slug="claim_without_proof",
    title="A promise has no proof",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
