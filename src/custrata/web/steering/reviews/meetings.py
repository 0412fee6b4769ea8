"""A review while it is held: its items with their clock, and what is noted under each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from custrata.delivery.deck.material import day_text
from custrata.project.reviewing.rhythm import open_actions
from custrata.web.frame.page import Page
from custrata.web.steering.models import Meeting, Word
from custrata.web.steering.pitfalls.views import day_typed
from custrata.web.steering.reviews import holding
from custrata.web.steering.reviews.holding import Noted
from custrata.web.steering.rooms import room
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.once import once
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole

SAID = ((Word.STOP, "Stop"), (Word.START, "Start"), (Word.GO_ON, "Continue"))


@needs(Right.SEE)
@require_safe
def meeting(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """A review that is held: everybody sees the same notes, who may edit adds to them."""
    held = holding.found(asking, number)
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
@once
def note(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Add a note; it is kept at once."""
    posted = request.POST
    holding.add(
        asking,
        number,
        Noted(
            posted.get("word", ""),
            posted.get("text", ""),
            whole(posted.get("item", "")),
            posted.get("owner", ""),
            day_typed(posted.get("by", "")),
            posted.get("decision", ""),
        ),
    )
    return redirect("meeting", asking.workspace.slug, number)


@needs(Right.EDIT)
@require_POST
def drop(request: HttpRequest, asking: Asking, number: int, note: int) -> HttpResponse:
    """Take a note out of a review that is held."""
    holding.drop(asking, number, note)
    return redirect("meeting", asking.workspace.slug, number)


@needs(Right.EDIT)
@require_POST
def turn(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Go to another item; its clock begins."""
    holding.turn(asking, number, whole(request.POST.get("item", "")))
    return redirect("meeting", asking.workspace.slug, number)


@needs(Right.EDIT)
@require_POST
def close(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Write the minutes into the strategy; the notes become decisions, tasks and words."""
    held = holding.close(asking, number)
    messages.success(request, "The review is closed; its minutes stand in the strategy.")
    return redirect("minutes", asking.workspace.slug, held.review)


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
