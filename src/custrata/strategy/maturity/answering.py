"""An answer on one dimension goes into the document, in the place of the one before."""

from __future__ import annotations

import datetime as dt

from custrata.errors import InputError
from custrata.strategy.document import Document
from custrata.strategy.maturity.assessment import HIGHEST, LOWEST, latest_answer
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.maturity import Dimension, MaturityAnswer


def dimension_named(text: str) -> Dimension:
    """The dimension of this name, or whose name begins with it.

    Args:
        text: ``customer intelligence``, ``segmentation``, ``life`` …

    Raises:
        InputError: No dimension, or more than one, is called so.

    Example:
        >>> dimension_named("Lifecycle").value
        'lifecycle orchestration'
    """
    wanted = " ".join(text.lower().split())
    found = [d for d in Dimension if wanted and (d.startswith(wanted) or wanted in d.split())]
    if len(found) != 1:
        raise InputError(
            "no dimension of maturity is called so" if not found else "more than one dimension is called so",
            where=text,
            remedy=f"choose one of {', '.join(Dimension)}",
        )
    return found[0]


def with_answer(
    document: Document,
    dimension: Dimension,
    level: int,
    *,
    name: str,
    on: dt.date,
    because: str = "",
    wanted: int | None = None,
) -> Document:
    """The document with one more answer; it takes the place of the latest one on the same dimension.

    Args:
        document: The strategy.
        dimension: What is answered.
        level: 1 to 5.
        name: Who answers.
        on: When.
        because: What they point at.
        wanted: The level to be reached; None keeps the one that was wanted before.

    Raises:
        InputError: A level lies outside 1 to 5, or nobody answers.
    """
    for said in (level, wanted):
        if said is not None and not LOWEST <= said <= HIGHEST:
            raise InputError(
                "there are five levels", where=str(said), remedy="give 1 (ad hoc) to 5 (transformative)"
            )
    if not name.strip():
        raise InputError("nobody answers", where=str(dimension), remedy="say who with --name")
    before = latest_answer(document, dimension)
    answer = MaturityAnswer(
        id=before.id if before else f"maturity-{dimension.name.lower()}",
        dimension=dimension,
        level=level,
        wanted=wanted if wanted is not None else (before.wanted if before else None),
        because=because,
        said_by=Owner(role=before.said_by.role if before else "", name=name),
        on=on,
    )
    kept = tuple(answer if a is before else a for a in document.maturity)
    answers = kept if before else (*kept, answer)
    return document.model_copy(update={"maturity": answers, "revision": document.revision + 1})
