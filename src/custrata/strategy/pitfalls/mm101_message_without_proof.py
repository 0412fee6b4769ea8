"""A message is in use although nothing proves it, or the data speak against it.

Avoid: messages that went out before anybody asked what holds them up.

Prefer: a message only where its claim is supported or a customer finds the proof beside it.

Why: one customer who checks and finds nothing costs more trust than ten messages win.

Mend: take the message out of use, show the proof where it is used, or bring the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.papers.message_map import Message
from custrata.strategy.parts.statement import Claim
from custrata.strategy.pitfalls.agreement import meant
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import EvidenceState

WITHOUT = frozenset({EvidenceState.CONTRADICTED, EvidenceState.UNPROVEN})
"""States in which a claim holds nothing up."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    proven = {p.id: bool(p.proofs) for part in document.propositions for p in part.promises}
    for paper in document.message_maps:
        for message in paper.messages:
            why = _unproven(message, known, proven) if message.uses else ""
            if why:
                yield PITFALL.finding(
                    f"message_maps[{paper.id}].messages[{message.id}]",
                    f"It is used ({', '.join(use.channel for use in message.uses)}); {why}.",
                    "Take it out of use until there is a proof, or show the proof where it is used.",
                )


def _unproven(message: Message, known: Known, proven: Mapping[str, bool]) -> str:
    if isinstance(message.statement, Claim):
        judged = known.evidence.get(message.statement.id)
        return f"its claim is {judged.state.value}" if judged and judged.state in WITHOUT else ""
    shown = message.reasons or any(use.proof for use in message.uses) or proven.get(message.promise, False)
    return "" if shown or not meant(message.statement) else "it gives no reason and shows no proof"


PITFALL = Pitfall(
    code="MM101",
    slug="message_without_proof",
    title="A message is used without proof",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
