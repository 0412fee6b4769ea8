"""Where a measure of the scorecard is to be, as somebody sets it."""

from __future__ import annotations

from custrata.errors import InputError
from custrata.strategy.document import Document
from custrata.strategy.parts.scorecard import ScoreRow


def row_named(document: Document, row: str) -> ScoreRow:
    """A row of the scorecard.

    Args:
        document: The strategy.
        row: Its id.

    Raises:
        InputError: There is no such row.
    """
    found = next((r for r in document.scorecard if r.id == row), None)
    if found is None:
        raise InputError(
            "there is no such measure on the scorecard", where=row, remedy="look at the list again"
        )
    return found


def with_target(document: Document, row: str, target: float | None) -> Document:
    """The document with another target of a row; who signed the former one has not signed this.

    Args:
        document: The strategy.
        row: Id of the row.
        target: In the unit of its measure; None takes the target out.

    Raises:
        InputError: There is no such row.
    """
    found = row_named(document, row)
    if target == found.target:
        return document
    changed = found.model_copy(update={"target": target, "signed_on": None})
    return document.model_copy(
        update={"scorecard": tuple(changed if r is found else r for r in document.scorecard)}
    )
