"""Claims that stand in one state against the data."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Judged, Known
from custrata.strategy.parts.statement import Claim
from custrata.vocabulary import Direction, EvidenceState


def standing(document: Document, known: Known, state: EvidenceState) -> Iterator[tuple[str, str]]:
    """Place and reason of every bound claim that stands in a state.

    The base of a target says where it began: when the measure has moved the wanted way since, that is
    progress and no mistake, and nothing is told of it.

    Args:
        document: The strategy.
        known: How its claims stand.
        state: The state looked for.
    """
    wanted = _wanted(document)
    for path, claim in document.statements():
        if not isinstance(claim, Claim) or not claim.figures:
            continue
        judged = known.evidence.get(claim.id)
        if judged is None or judged.state is not state or _progress(claim, judged, wanted):
            continue
        yield path, f"{claim.id} is {state.value}: {judged.reason}"


def _wanted(document: Document) -> dict[str, Direction]:
    """Which way is better, by the id of each claim that is the base of a target."""
    found = {row.base.id: row.better for row in document.scorecard}
    results = (k for objective in document.objectives for k in objective.key_results)
    return found | {k.base.id: k.better for k in results if k.base is not None}


def _progress(claim: Claim, judged: Judged, wanted: dict[str, Direction]) -> bool:
    way, base = wanted.get(claim.id), claim.figure("base")
    if way is None or base is None or base.value is None:
        return False
    now = judged.values.get("base")
    if now is None or way is Direction.NEITHER:
        return False
    return now > base.value if way is Direction.HIGHER else now < base.value
