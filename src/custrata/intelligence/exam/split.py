"""Which part of the history is held out, and from which earlier days can be learnt?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from custrata.errors import EstimateError
from custrata.vocabulary import Period

LEARNT_AT = (Fraction(1, 3), Fraction(1, 2), Fraction(2, 3))
"""Where in a part of the history trees learn: early, in the middle and late, each with what came after."""

LEAST_DAYS = 56
"""Days of history that a model needs before the holdout: eight weeks."""
LEAST_CUSTOMERS = 50
LEAST_REPEATS = 30
"""Fewer customers or repeat orders than that, and marks are chance."""

_TOO_SHORT = "wait for a longer history; until then read the repeat rate and the revenue by cohort instead"


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A day at which customers are looked at, and the last day of the orders to be predicted.

    Attributes:
        origin: Everything up to this day is known.
        until: Orders after ``origin``, up to this day, are predicted.
    """

    origin: dt.date
    until: dt.date

    @property
    def days(self) -> int:
        """Length of the time ahead."""
        return (self.until - self.origin).days

    def __str__(self) -> str:
        return f"{self.days} days after {self.origin}"


@dataclass(frozen=True, slots=True)
class Split:
    """A history in two parts, with the days inside the first from which can be learnt.

    Attributes:
        start: First day of the history.
        held_out: Where the first part ends, and up to where orders are predicted.
        learnt: Earlier points, whose time ahead ends within the first part.
    """

    start: dt.date
    held_out: Point
    learnt: tuple[Point, ...]

    @property
    def inner(self) -> Split:
        """A split of the first part alone: there a weight may be chosen without seeing the holdout.

        It stands at the last of the points to learn at: halved once more, a short history would leave weeks,
        from which many models have no maximum.
        """
        return split_at(self.start, self.learnt[-1].origin, self.held_out.origin, self.held_out.days)


def split_at(start: dt.date, origin: dt.date, end: dt.date, most_days: int) -> Split:
    """The split of a history at a day.

    Args:
        start: First day of the history.
        origin: Last day of the first part.
        end: Last day of the second part.
        most_days: No more days than this are looked ahead from any point.

    Example:
        >>> day = dt.date
        >>> half = split_at(day(1997, 1, 1), day(1997, 9, 30), day(1998, 6, 30), 365)
        >>> str(half.held_out), [str(point) for point in half.learnt]
        ('273 days after 1997-09-30',
         ['181 days after 1997-04-02', '136 days after 1997-05-17', '91 days after 1997-07-01'])
    """
    known = (origin - start).days
    days = [start + dt.timedelta(days=round(known * share)) for share in LEARNT_AT]
    return Split(start, _ahead(origin, end, most_days), tuple(_ahead(d, origin, most_days) for d in days))


def split(start: dt.date, holdout: Period | None) -> Split:
    """The split of a company's history, for the exam of models of buying.

    Args:
        start: Day of the first order.
        holdout: The last part of the history: the latest year, or the latest half of a shorter history.

    Raises:
        EstimateError: The history is too short to learn from its first part.
    """
    if holdout is None:
        raise EstimateError("the history is too short to hold out a part of it", remedy=_TOO_SHORT)
    origin = holdout.start - dt.timedelta(days=1)
    if (origin - start).days + 1 < LEAST_DAYS:
        raise EstimateError(
            f"orders begin on {start}, fewer than {LEAST_DAYS} days before the holdout of {holdout.days}",
            remedy=_TOO_SHORT,
        )
    return split_at(start, origin, holdout.end, holdout.days)


def check_enough(origin: dt.date, customers: int, repeats: int, later: int) -> None:
    """Refuse an exam whose marks would be chance.

    Args:
        origin: Last day before the holdout.
        customers: How many had ordered up to it.
        repeats: Repeat orders of theirs up to it.
        later: Orders of theirs after it.

    Raises:
        EstimateError: There are too few; says of what.
    """
    counts = (
        (customers, LEAST_CUSTOMERS, "customers up to"),
        (repeats, LEAST_REPEATS, "repeat orders up to"),
    )
    for n, least, what in (*counts, (later, LEAST_REPEATS, "orders of known customers after")):
        if n < least:
            raise EstimateError(f"there are {n:,} {what} {origin}, fewer than {least}", remedy=_TOO_SHORT)


def _ahead(origin: dt.date, end: dt.date, most_days: int) -> Point:
    return Point(origin, min(end, origin + dt.timedelta(days=most_days)))
