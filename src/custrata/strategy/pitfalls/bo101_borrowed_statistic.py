"""A claim or a proof cites what research says of other companies.

Avoid: “Studies show that two of three customers …”, “the average company in our industry …”.

Prefer: a figure from the company's own data, with period, count and interval; or a gap that says which
figure is missing.

Why: what is true of others on average may be false here. Nobody can check it at the next build, and often
nobody knows the source.

Mend: replace it by a reading of your own, move it to the notes with its source, or name it as a benchmark
beside a key result.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document, claims_of
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.texts import texts
from custrata.strategy.parts.offering.proposition import ProofKind
from custrata.strategy.pitfalls.citing import cited, passed_on
from custrata.strategy.pitfalls.pitfall import Pitfall

SOURCED = ("notes[",)
BENCHMARK = ".benchmark"
"""Where a figure of others belongs: a note, and the benchmark of a key result."""

EVIDENCE = ("propositions[", "message_maps[")
"""Where sentences are to convince customers."""

OF_OTHERS = (ProofKind.BENCHMARK, ProofKind.CASE, ProofKind.REFERENCE)
"""Kinds of proof that speak of others, and may where a customer can look them up."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    claims = {path for path, _ in claims_of(document)}
    shown = set(_looked_up(document))
    for place, words in texts(document):
        if place.startswith(SOURCED) or place.endswith(BENCHMARK):
            continue
        evidence = (
            place in claims or place.startswith(EVIDENCE) or ".reason[" in place
        ) and place not in shown
        found = passed_on(words) or (cited(words) if evidence else "")
        if found:
            yield PITFALL.finding(
                place,
                f"“{found.strip()}” speaks of other companies; it proves nothing about this one.",
                "Bind a reading of your own, or move it to the notes with its source.",
            )


def _looked_up(document: Document) -> Iterator[str]:
    for proposition in document.propositions:
        for promise in proposition.promises:
            place = f"propositions[{proposition.id}].promises[{promise.id}]"
            for proof in promise.proofs:
                if proof.kind in OF_OTHERS and proof.where:
                    yield f"{place}.proofs[{proof.id}].statement"


PITFALL = Pitfall(
    code="BO101",
    slug="borrowed_statistic",
    title="A statistic of others stands for evidence",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
