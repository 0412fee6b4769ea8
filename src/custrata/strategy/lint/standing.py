"""Claims that stand in one state against the data."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Known
from custrata.strategy.parts.statement import Claim
from custrata.vocabulary import EvidenceState


def standing(document: Document, known: Known, state: EvidenceState) -> Iterator[tuple[str, str]]:
    """Place and reason of every bound claim that stands in a state.

    Args:
        document: The strategy.
        known: How its claims stand.
        state: The state looked for.
    """
    for path, claim in document.statements():
        judged = known.evidence.get(claim.id) if isinstance(claim, Claim) and claim.figures else None
        if judged is not None and judged.state is state:
            yield path, f"{claim.id} is {state.value}: {judged.reason}"
