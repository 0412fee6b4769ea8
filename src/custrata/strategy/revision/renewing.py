"""A claim written anew: the sentence stays, its numbers are those of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from custrata.strategy.document import Document
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.revision.rebuilding import rebuilt

Numbers = Mapping[str, float | None]


def renewed(document: Document, numbers: Mapping[str, Numbers], as_of: dt.date | None) -> Document:
    """The document with claims that hold the numbers of today.

    Args:
        document: The strategy.
        numbers: Numbers by claim id, then by name of the figure.
        as_of: The day at which the data stand.
    """

    def anew(part: Part) -> Part:
        if not isinstance(part, Claim) or part.id not in numbers:
            return part
        figures = tuple(figure_anew(f, numbers[part.id].get(f.name)) for f in part.figures)
        return part.model_copy(update={"figures": figures, "as_of": as_of or part.as_of})

    return rebuilt(document, anew)


def figure_anew(figure: Figure, now: float | None) -> Figure:
    """A figure that was written with the number of today, and may move as far as before, in proportion.

    Args:
        figure: The figure as it was written.
        now: The number of today; None where there is none, and the figure stays.

    Example:
        >>> old = Figure(name="days", measure="days_since_last_order", value=12, unit="days", tolerance=6)
        >>> new = figure_anew(old, 4)
        >>> new.value, new.tolerance
        (4.0, 2.0)
    """
    if now is None:
        return figure
    was = figure.value
    part = abs(now / was) if was else 1.0
    update: dict[str, float] = {"value": float(now)}
    if figure.tolerance is not None:
        update["tolerance"] = _digits(figure.tolerance * part)
    # The distance to the limit goes along, so that the number of today stands on the side that is meant.
    if figure.threshold is not None and was is not None:
        update["threshold"] = _limit(now, (was - figure.threshold) * part)
    return figure.model_copy(update=update)


def _limit(now: float, distance: float) -> float:
    """A limit at a distance below a number; rounded unless that would put the number beyond it."""
    exact = now - distance
    rounded = _digits(exact)
    return exact if (now - rounded) * distance < 0 or not distance else rounded


def _digits(value: float) -> float:
    return float(f"{value:.3g}")
