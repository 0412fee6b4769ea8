"""When reviews are held: those that were, and when the next of each kind is due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from custrata.reckoning import CALENDAR, Reckoning
from custrata.strategy.document import Document
from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.wording.dates import months_later


@dataclass(frozen=True)
class Due:
    """One kind of review.

    Attributes:
        kind: Weekly, monthly or yearly.
        last: The latest that was held; None where none was.
        on: When the next is due; None where none was held yet.
        late: Whether that day has passed.
        part: The fiscal quarter of that day; empty where the fiscal year is the calendar's.
    """

    kind: ReviewKind
    last: Review | None
    on: dt.date | None
    late: bool
    part: str = ""


def dues(document: Document, today: dt.date, reckoning: Reckoning = CALENDAR) -> tuple[Due, ...]:
    """Each kind of review with the day of its next.

    Args:
        document: The strategy.
        today: The day at which it is asked.
        reckoning: Where the company's year and week begin: weekly reviews are due on the first day of a week;
            where the year is not the calendar's, the yearly one is due as the last month of the fiscal year
            begins, half a year after the one before at the soonest.
    """
    return tuple(_due(document, kind, today, reckoning) for kind in ReviewKind)


def open_actions(document: Document) -> tuple[tuple[Review, Action], ...]:
    """What earlier reviews agreed and nobody has reported done, the oldest first.

    Args:
        document: The strategy.
    """
    reviews = sorted(document.reviews, key=lambda review: review.on)
    return tuple(
        (review, action) for review in reviews for action in review.actions if action.done_on is None
    )


def held(document: Document) -> tuple[Review, ...]:
    """The reviews that were held, the latest first.

    Args:
        document: The strategy.
    """
    return tuple(sorted(document.reviews, key=lambda review: (review.on, review.id), reverse=True))


def _due(document: Document, kind: ReviewKind, today: dt.date, reckoning: Reckoning) -> Due:
    last = next((review for review in held(document) if review.kind is kind), None)
    if last is None:
        return Due(kind, None, None, late=False)
    on = _after(last.on, kind, reckoning)
    return Due(kind, last, on, late=on < today, part=reckoning.said(on))


def _after(day: dt.date, kind: ReviewKind, reckoning: Reckoning) -> dt.date:
    if kind is ReviewKind.WEEKLY:
        return reckoning.next_week(day)
    if kind is ReviewKind.YEARLY and reckoning.ahead:
        return reckoning.closing(months_later(day, 6))
    return months_later(day, 12 if kind is ReviewKind.YEARLY else 1)
