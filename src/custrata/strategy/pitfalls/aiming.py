"""Which numbers the strategy aims at, once somebody has taken them: scorecard and key results."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.steering.objective import KeyResult
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.certainty import PERCENT_FROM

Aim = ScoreRow | KeyResult
"""A measure with a target."""


def aims(document: Document) -> Iterator[tuple[str, Aim]]:
    """Place and target of every row of the scorecard and every key result that somebody has taken."""
    for row in document.scorecard:
        if row.target is not None and taken(row):
            yield f"scorecard[{row.id}]", row
    for objective in document.objectives:
        for result in objective.key_results:
            if result.target is not None and (taken(result) or taken(objective)):
                yield f"objectives[{objective.id}].key_results[{result.id}]", result


def percent_typed(row: Aim) -> bool:
    """Whether the target of a share was typed in percent; told by the unit of its base."""
    figure = row.base.figure("base") if row.base is not None else None
    if figure is None or figure.unit != "share" or row.target is None or figure.value is None:
        return False
    return row.target >= PERCENT_FROM and abs(figure.value) < PERCENT_FROM / 2
