"""A review while it is held: its items with their clock, and what is noted under each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from custrata.delivery.deck.material import day_text
from custrata.errors import InputError
from custrata.project.reviewing.rhythm import open_actions
from custrata.web.audit.record import record
from custrata.web.frame.page import Page
from custrata.web.steering.models import Meeting, Note, Word
from custrata.web.steering.pitfalls.views import day_typed
from custrata.web.steering.reviews.closing import closed
from custrata.web.steering.rooms import room
from custrata.web.strategies.saving import change, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole

LONGEST = 1000
"""Letters of a note."""

SAID = ((Word.STOP, "Stop"), (Word.START, "Start"), (Word.GO_ON, "Continue"))


@needs(Right.SEE)
@require_safe
def meeting(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """A review that is held: everybody sees the same notes, who may edit adds to them."""
    held = found(asking, number)
    if held.closed_at is not None:
        return redirect("minutes", asking.workspace.slug, held.review)
    scene = scene_of(asking.workspace)
    name = f"{held.kind.capitalize()} review"
    items = held.agenda.get("items", [])
    asked = sum(1 for item in items if item.get("decision"))
    title = f"{len(items)} items, {held.agenda.get('minutes', 0)} minutes"
    page = Page(
        "reviews",
        name,
        f"{title}; {asked} ask{'s' if asked == 1 else ''} for a decision" if asked else title,
        (f"{name}, {day_text(held.on)}", f"Snapshot {held.snapshot[:8]}"),
        crumbs=(("Reviews", reverse("reviews", args=[asking.workspace.slug])),),
    )
    return room(
        request,
        asking,
        "meeting",
        page,
        scene=scene,
        meeting=held,
        actions="steering/meeting_actions.html",
        open_decisions=[d for d in scene.document.decisions if not d.decided],
        open_actions=open_actions(scene.document),
        functions=[sign.function for sign in scene.document.sign_offs],
        **_noted(held),
    )


@needs(Right.EDIT)
@require_POST
def note(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Add a note; it is kept at once."""
    held, posted = _open(asking, number), request.POST
    text = " ".join(posted.get("text", "").split())
    word = posted.get("word", "")
    if word not in Word.values:
        raise InputError("there is no such kind of note", where=word, remedy="choose one of the lists")
    if not text or len(text) > LONGEST:
        raise InputError(
            "a note has 1 to 1,000 letters", where=f"{len(text):,} letters", remedy="write it in fewer words"
        )
    item, items = whole(posted.get("item", "")), held.agenda.get("items", [])
    with transaction.atomic():
        Note.objects.create(
            meeting=held,
            item=item if item is not None and item < len(items) else None,
            word=word,
            text=text,
            owner=posted.get("owner", "").strip()[:120],
            by=day_typed(posted.get("by", "")),
            decision=posted.get("decision", "")[:80],
            author=asking.user,
        )
        record(
            "review.noted",
            workspace=asking.workspace,
            actor=asking.user,
            thing=f"{word} in {held.kind} {held.on}",
        )
    return redirect("meeting", asking.workspace.slug, held.pk)


@needs(Right.EDIT)
@require_POST
def drop(request: HttpRequest, asking: Asking, number: int, note: int) -> HttpResponse:
    """Take a note out of a review that is held."""
    held = _open(asking, number)
    with transaction.atomic():
        gone, _ = Note.objects.filter(meeting=held, pk=note).delete()
        if not gone:
            raise Http404("there is no such note")
        record(
            "review.note_dropped",
            workspace=asking.workspace,
            actor=asking.user,
            thing=f"{held.kind} {held.on}",
        )
    return redirect("meeting", asking.workspace.slug, held.pk)


@needs(Right.EDIT)
@require_POST
def turn(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Go to another item; its clock begins."""
    held = _open(asking, number)
    item = whole(request.POST.get("item", ""))
    if item is None or item >= len(held.agenda.get("items", [])):
        raise InputError("there is no such item", where="item", remedy="choose one of the agenda")
    with transaction.atomic():
        held.item, held.item_began_at = item, timezone.now()
        held.save(update_fields=["item", "item_began_at"])
        record(
            "review.turned", workspace=asking.workspace, actor=asking.user, thing=f"{held.kind} item {item}"
        )
    return redirect("meeting", asking.workspace.slug, held.pk)


@needs(Right.EDIT)
@require_POST
def close(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Write the minutes into the strategy; the notes become decisions, tasks and words."""
    with transaction.atomic():
        held = _open(asking, number, lock=True)
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
    messages.success(request, "The review is closed; its minutes stand in the strategy.")
    return redirect("minutes", asking.workspace.slug, held.review)


def found(asking: Asking, number: int, *, lock: bool = False) -> Meeting:
    """A review of this workspace.

    Args:
        asking: Who asks, where.
        number: Its number.
        lock: Whether nobody else may change it until the transaction ends.

    Raises:
        Http404: There is none of that number here.
    """
    rows = Meeting.objects.select_for_update() if lock else Meeting.objects
    held = rows.filter(workspace=asking.workspace, pk=number).first()
    if held is None:
        raise Http404("there is no such review")
    return held


def _open(asking: Asking, number: int, *, lock: bool = False) -> Meeting:
    held = found(asking, number, lock=lock)
    if held.closed_at is not None:
        raise InputError("this review is closed", where=str(held), remedy="its minutes stand in the strategy")
    return held


def _noted(held: Meeting) -> dict[str, Any]:
    notes = list(held.notes.select_related("author"))
    items = [
        {
            **item,
            "number": at,
            "notes": [n for n in notes if n.item == at and n.word == Word.MINUTES],
            "here": at == held.item,
        }
        for at, item in enumerate(held.agenda.get("items", []))
    ]
    here = next((item for item in items if item["here"]), None)
    return {
        "items": items,
        "here": here,
        "next_item": held.item + 1 if held.item + 1 < len(items) else None,
        "began": int(held.began_at.timestamp()),
        "whole": [n for n in notes if n.item is None and n.word == Word.MINUTES],
        "said": [(word, title, [n for n in notes if n.word == word]) for word, title in SAID],
        "decided": [n for n in notes if n.word == Word.DECIDED],
        "tasks": [n for n in notes if n.word == Word.ACTION],
        "present": [n for n in notes if n.word == Word.PRESENT],
        "done": {n.text for n in notes if n.word == Word.DONE},
    }
