"""Reviews that were held: minutes, what is stopped, started and continued."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from custrata.strategy.parts.part import Id, Owner, Part


class ReviewKind(StrEnum):
    """How often a review is held: weekly for 30 minutes, monthly for 60, yearly for a day."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class Action(Part):
    """Something that was agreed: what, who, by when."""

    id: Id
    text: str
    owner: Owner = Owner()
    by: dt.date | None = None
    done_on: dt.date | None = None


class Review(Part):
    """The minutes of a review.

    Attributes:
        id: Stable address, such as ``weekly-2026-03-02``.
        kind: Weekly, monthly or yearly.
        on: The day.
        snapshot: Fingerprint of the snapshot that was looked at.
        present: Functions or people who were there.
        minutes: What was said, a line a point.
        decided: What was decided.
        stop: What is stopped.
        start: What is started.
        go_on: What is continued.
        actions: Who does what by when.
    """

    id: Id
    kind: ReviewKind
    on: dt.date
    snapshot: str = ""
    present: tuple[str, ...] = ()
    minutes: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    go_on: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
