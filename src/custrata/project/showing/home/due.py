"""What a strategy asks for by a day: decisions, actions, results to read, what must be seen again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from custrata.project.reviewing.rhythm import dues
from custrata.reckoning import CALENDAR, Reckoning
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import ExperimentDecision, ExperimentState
from custrata.strategy.revision.content import SignState, signatures
from custrata.strategy.wording.dates import falls_on

SOON = 30
"""Days ahead that are looked at."""

NOBODY = Owner()

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Kind(StrEnum):
    """What kind of thing is due."""

    DECISION = "decision"
    ACTION = "action"
    EXPERIMENT = "experiment"
    ASSUMPTION = "assumption"
    REVIEW = "review"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True)
class Due:
    """Something that is due.

    Attributes:
        kind: What it is.
        title: What is to be done.
        origin: Address of what asks for it.
        on: The day; None where none is set.
        owner: Who does it.
        said: Where it comes from, in words.
    """

    kind: Kind
    title: str
    origin: str
    on: dt.date | None
    owner: Owner = NOBODY
    said: str = ""


def due(
    document: Document, today: dt.date, *, asked: bool = False, reckoning: Reckoning = CALENDAR
) -> tuple[Due, ...]:
    """What is due by a day and in the weeks after it, the earliest first, what has no day last.

    Args:
        document: The strategy.
        today: The day.
        asked: Whether the strategy was put up for signatures; before that nobody owes one.
        reckoning: Where the company's year begins.
    """
    last = today + dt.timedelta(days=SOON)
    found = [
        *_decisions(document),
        *_actions(document),
        *_experiments(document),
        *_assumptions(document),
        *_reviews(document, today, reckoning),
        *(_sign_offs(document) if asked else ()),
    ]
    near = (one for one in found if one.on is None or one.on <= last)
    return tuple(sorted(near, key=lambda one: (one.on is None, one.on or last, one.title)))


def day_in_words(on: dt.date | None, today: dt.date) -> str:
    """A due day as people say it.

    Args:
        on: The day; None for none.
        today: Today.

    Example:
        >>> day_in_words(dt.date(2026, 11, 24), dt.date(2026, 11, 26))
        '2 days late'
        >>> day_in_words(dt.date(2026, 11, 30), dt.date(2026, 11, 26))
        'Mon 30 Nov'
    """
    if on is None:
        return "no day set"
    ahead = (on - today).days
    if ahead < 0:
        return f"{-ahead:,} day{'s' if ahead < -1 else ''} late"
    if ahead < 2:
        return "tomorrow" if ahead else "today"
    year = f" {on.year}" if on.year != today.year else ""
    return f"{_DAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1]}{year}"


def _decisions(document: Document) -> Iterator[Due]:
    for decision in document.decisions:
        if not decision.decided:
            origin = f"decisions[{decision.id}]"
            yield Due(
                Kind.DECISION, decision.question.said(), origin, decision.by, decision.owner, "Decision"
            )


def _actions(document: Document) -> Iterator[Due]:
    for review in document.reviews:
        for action in review.actions:
            if action.done_on is None:
                said = f"Agreed in the {review.kind} review of {review.on:%-d %b}"
                yield Due(Kind.ACTION, action.text, f"reviews[{review.id}]", action.by, action.owner, said)


def _experiments(document: Document) -> Iterator[Due]:
    for one in document.experiments:
        ended = one.state in (ExperimentState.DONE, ExperimentState.STOPPED)
        unread = ended and one.decision is ExperimentDecision.OPEN
        if one.state is ExperimentState.RUNNING or unread:
            said = "Experiment, ended" if ended else "Experiment, running"
            title = f"Read the result: {one.hypothesis.said()}"
            yield Due(Kind.EXPERIMENT, title, f"experiments[{one.id}]", one.ends_on, one.owner, said)


def _assumptions(document: Document) -> Iterator[Due]:
    for one in document.assumptions:
        on = falls_on(one.expires_on, one.in_months, document.horizon.starts_on)
        if on is not None:
            title = f"Look at the assumption again: {one.statement.said()}"
            yield Due(Kind.ASSUMPTION, title, f"assumptions[{one.id}]", on, one.owner, "Assumption")


def _reviews(document: Document, today: dt.date, reckoning: Reckoning) -> Iterator[Due]:
    for one in dues(document, today, reckoning):
        if one.on is not None:
            yield Due(Kind.REVIEW, f"Hold the {one.kind} review", "page:reviews", one.on, said="Review")


def _sign_offs(document: Document) -> Iterator[Due]:
    for one in signatures(document):
        if one.state in (SignState.WAITING, SignState.OPEN_AGAIN):
            again = " again: the text has changed" if one.state is SignState.OPEN_AGAIN else ""
            title = f"Sign the strategy for {one.function}{again}"
            yield Due(Kind.SIGN_OFF, title, "page:signing", None, Owner(name=one.name), "Sign-off")
