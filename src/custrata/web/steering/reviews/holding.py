"""A review is held: begun, its items gone through, noted in, closed; pages and programs do it by these."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from custrata.drafting.agenda.paper import as_values
from custrata.errors import InputError
from custrata.project.reviewing.agendas import PreparedReview, agenda_of
from custrata.project.showing.scene import Scene
from custrata.strategy.parts.running.review import ReviewKind
from custrata.web.audit.record import record
from custrata.web.steering.models import Meeting, Note, Word
from custrata.web.steering.reviews.closing import closed
from custrata.web.strategies.saving import change, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.within import within

LONGEST = 1000
"""Letters of a note."""


@dataclass(frozen=True)
class Noted:
    """What somebody notes.

    Attributes:
        word: What kind of note it is.
        text: The words.
        item: Number of the item under which it stands; None for the whole review.
        owner: Who does it, for a task.
        by: The day by which, for a task.
        decision: Id of the open decision that it answers; empty for a new one.
    """

    word: str
    text: str
    item: int | None = None
    owner: str = ""
    by: dt.date | None = None
    decision: str = ""


def prepared_for(scene: Scene, kind: ReviewKind, on: dt.date) -> PreparedReview:
    """The agenda of a review on a day.

    Args:
        scene: Snapshot beside strategy.
        kind: Weekly, monthly or yearly.
        on: The day.
    """
    return agenda_of(
        kind,
        scene.document,
        scene.snapshot,
        earlier=scene.earlier,
        on=on,
        evidence=scene.evidence,
        findings=scene.findings,
    )


def begin(asking: Asking, kind: ReviewKind) -> Meeting:
    """Begin a review; its agenda stays as it is now.

    Args:
        asking: Who, where.
        kind: Weekly, monthly or yearly.
    """
    scene, now, today = scene_of(asking.workspace), timezone.now(), timezone.localdate()
    prepared = prepared_for(scene, kind, scene.counted_from(today))
    with transaction.atomic():
        meeting = Meeting.objects.create(
            workspace=asking.workspace,
            kind=kind.value,
            on=today,
            agenda=as_values(prepared.agenda),
            snapshot=scene.snapshot.manifest.fingerprint,
            began_at=now,
            item_began_at=now,
            opened_by=asking.user,
        )
        _recorded("review.begun", asking, f"{kind.value} {today}")
    return meeting


def add(asking: Asking, number: int, noted: Noted) -> Note:
    """Add a note to a review that is held; it is kept at once.

    Args:
        asking: Who, where.
        number: Of the review.
        noted: What.

    Raises:
        Http404: There is no such review.
        InputError: The review is closed, or the note is none.
    """
    text = " ".join(noted.text.split())
    if noted.word not in Word.values:
        raise InputError("there is no such kind of note", where=noted.word, remedy="choose one of the lists")
    if not text or len(text) > LONGEST:
        raise InputError(
            "a note has 1 to 1,000 letters", where=f"{len(text):,} letters", remedy="write it in fewer words"
        )
    with transaction.atomic():
        # Nobody closes the review in between: its minutes would lack the note.
        held = open_one(asking, number, lock=True)
        item, items = noted.item, held.agenda.get("items", [])
        made = Note.objects.create(
            meeting=held,
            item=item if item is not None and item < len(items) else None,
            word=noted.word,
            text=text,
            owner=noted.owner.strip()[:120],
            by=noted.by,
            decision=noted.decision[:80],
            author=asking.user,
        )
        _recorded("review.noted", asking, f"{noted.word} in {held.kind} {held.on}")
    return made


def drop(asking: Asking, number: int, note: int) -> None:
    """Take a note out of a review that is held.

    Args:
        asking: Who, where.
        number: Of the review.
        note: Number of the note.

    Raises:
        Http404: There is no such review, or no such note in it.
        InputError: The review is closed.
    """
    with transaction.atomic():
        held = open_one(asking, number, lock=True)
        gone, _ = Note.objects.filter(meeting=held, pk=note).delete()
        if not gone:
            raise Http404("there is no such note")
        _recorded("review.note_dropped", asking, f"{held.kind} {held.on}")


def turn(asking: Asking, number: int, item: int | None) -> Meeting:
    """Go to another item; its clock begins.

    Args:
        asking: Who, where.
        number: Of the review.
        item: Number of the item.

    Raises:
        Http404: There is no such review.
        InputError: The review is closed, or there is no such item.
    """
    with transaction.atomic():
        held = open_one(asking, number, lock=True)
        if item is None or item >= len(held.agenda.get("items", [])):
            raise InputError("there is no such item", where="item", remedy="choose one of the agenda")
        held.item, held.item_began_at = item, timezone.now()
        held.save(update_fields=["item", "item_began_at"])
        _recorded("review.turned", asking, f"{held.kind} item {item}")
    return held


def close(asking: Asking, number: int) -> Meeting:
    """Write the minutes into the strategy; the notes become decisions, tasks and words.

    Args:
        asking: Who, where.
        number: Of the review.

    Raises:
        Http404: There is no such review.
        InputError: It is closed already, or what was noted cannot be kept.
    """
    with transaction.atomic():
        held = open_one(asking, number, lock=True)
        notes = list(held.notes.all())
        saved = change(
            strategy_of(asking.workspace),
            None,
            lambda document: closed(document, held, notes),
            asking.user,
            note=f"{held.kind} review",
            act="review.closed",
        )
        held.closed_at, held.review = timezone.now(), saved.document.reviews[-1].id
        held.save(update_fields=["closed_at", "review"])
    return held


def found(asking: Asking, number: int, *, lock: bool = False) -> Meeting:
    """A review of this workspace.

    Args:
        asking: Who asks, where.
        number: Its number.
        lock: Whether nobody else may change it until the transaction ends.

    Raises:
        Http404: There is none of that number here.
    """
    rows = Meeting.objects.select_for_update() if lock else Meeting.objects.all()
    return within(asking, rows, number, "review")


def open_one(asking: Asking, number: int, *, lock: bool = False) -> Meeting:
    """A review of this workspace that is still held.

    Args:
        asking: Who asks, where.
        number: Its number.
        lock: Whether nobody else may change it until the transaction ends.

    Raises:
        Http404: There is none of that number here.
        InputError: It is closed.
    """
    held = found(asking, number, lock=lock)
    if held.closed_at is not None:
        raise InputError("this review is closed", where=str(held), remedy="its minutes stand in the strategy")
    return held


def _recorded(act: str, asking: Asking, thing: str) -> None:
    record(act, workspace=asking.workspace, actor=asking.user, thing=thing)
