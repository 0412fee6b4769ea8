"""The minutes of a review: kept in the strategy file, and shown in the next agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import InputError
from custrata.project.place import locate
from custrata.project.reviewing.agendas import day_of, review_kind
from custrata.project.revising.saving import save, standing
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.review import Action, Review, ReviewKind


@dataclass(frozen=True)
class Told:
    """What people say about a review that was held.

    Attributes:
        minutes: What was said, a line a point.
        decided: What was decided.
        stop: What is stopped.
        start: What is started.
        go_on: What is continued.
        actions: Who does what by when, each as ``what; owner; day``; owner and day may be missing.
        present: Functions or people who were there.
        done: Ids of earlier actions that are done.
    """

    minutes: Sequence[str] = ()
    decided: Sequence[str] = ()
    stop: Sequence[str] = ()
    start: Sequence[str] = ()
    go_on: Sequence[str] = ()
    actions: Sequence[str] = ()
    present: Sequence[str] = ()
    done: Sequence[str] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        parts = (self.minutes, self.decided, self.stop, self.start, self.go_on)
        return not any((*parts, self.actions, self.present, self.done))


def keep_review(path: Path, kind: str, told: Told, *, on: str = "") -> Review:
    """Add the minutes of a review to the strategy file; what stood there is kept among the revisions.

    Args:
        path: The project.
        kind: ``weekly``, ``monthly`` or ``yearly``.
        told: What was said.
        on: The day of the review as ``YYYY-MM-DD``; empty for the last day of the data.

    Returns:
        The review as it was kept.

    Raises:
        InputError: The kind, the day, an action or an id of an action is none.
        DocumentError: There is no strategy yet, or somebody saved it in between.
    """
    chosen, place = review_kind(kind), locate(path)
    snapshot = SnapshotStore(place.state).load()
    if not on and snapshot.manifest.notional:
        raise InputError(
            "the data carry no dates, so the day of the review must be named",
            where="--on",
            remedy="give --on 2026-01-31",
        )
    day = day_of(on) if on else snapshot.manifest.as_of
    before = standing(place)
    after, review = with_review(before.document, chosen, told, on=day, snapshot=snapshot.manifest.fingerprint)
    save(place, before, after)
    return review


def with_review(
    document: Document, kind: ReviewKind, told: Told, *, on: dt.date, snapshot: str
) -> tuple[Document, Review]:
    """The strategy with the minutes of a review.

    Args:
        document: The strategy.
        kind: Weekly, monthly or yearly.
        told: What was said.
        on: The day of the review.
        snapshot: Fingerprint of the snapshot that was looked at.

    Returns:
        The strategy, and the review as it stands in it.

    Raises:
        InputError: An action or an id of an action is none.
    """
    review = _review(document, kind, on, snapshot, told)
    reviews = (*_reported(document, told.done, on), review)
    return document.model_copy(update={"reviews": reviews}), review


def _review(document: Document, kind: ReviewKind, day: dt.date, snapshot: str, told: Told) -> Review:
    name = _free(f"{kind}-{day}", {r.id for r in document.reviews})
    return Review(
        id=name,
        kind=kind,
        on=day,
        snapshot=snapshot,
        present=tuple(told.present),
        minutes=tuple(line for text in told.minutes for line in text.splitlines() if line.strip()),
        decided=tuple(told.decided),
        stop=tuple(told.stop),
        start=tuple(told.start),
        go_on=tuple(told.go_on),
        actions=tuple(_action(f"{name}-{n}", text) for n, text in enumerate(told.actions, 1)),
    )


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number behind it where a review of that name was held on the same day."""
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}-no{number}", number + 1
    return free


def _action(name: str, text: str) -> Action:
    """An action out of ``what; owner; day``."""
    parts = [part.strip() for part in text.split(";")]
    if not parts[0] or len(parts) > 3:
        raise InputError(
            "this is no action", where=f"--action {text}", remedy="write it as what; owner; 2026-01-31"
        )
    what, owner, day = (*parts, "", "")[:3]
    return Action(id=name, text=what, owner=Owner(name=owner), by=day_of(day, "--action") if day else None)


def _reported(document: Document, done: Sequence[str], day: dt.date) -> tuple[Review, ...]:
    """Earlier reviews, with actions marked that are reported done."""
    open_ones = {a.id for r in document.reviews for a in r.actions if a.done_on is None}
    unknown = sorted(set(done) - open_ones)
    if unknown:
        raise InputError(
            "there is no open action of this id",
            where=f"--done {unknown[0]}",
            remedy=f"open are: {', '.join(sorted(open_ones)) or 'none'}",
        )

    def marked(action: Action) -> Action:
        return action.model_copy(update={"done_on": day}) if action.id in done else action

    return tuple(
        r.model_copy(update={"actions": tuple(marked(a) for a in r.actions)}) for r in document.reviews
    )
