"""Reviews: which were held and are due, their agendas, and the minutes that are kept."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from custrata.delivery.deck.material import day_text
from custrata.drafting.agenda.agenda import GIVEN_BACK, Agenda
from custrata.project.reviewing.rhythm import dues, held, open_actions
from custrata.strategy.parts.running.review import ReviewKind
from custrata.web.frame.kicker import counted, kicker
from custrata.web.frame.page import Page
from custrata.web.steering.models import Meeting
from custrata.web.steering.reviews.holding import begin as begun
from custrata.web.steering.reviews.holding import prepared_for
from custrata.web.steering.rooms import room
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.once import once
from custrata.web.workspaces.rights import Right

COUNTING = (
    "Reviews and their tasks go by today’s calendar; what the strategy asks for by a day goes by the last "
    "day of the data, so that a record of the past is not late by years."
)
"""What is said where data end long ago, or are a sample."""


@needs(Right.SEE)
@require_safe
def reviews(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Each kind with its next day, what is open, and the minutes that are kept."""
    scene, today = scene_of(asking.workspace), timezone.localdate()
    found = dues(scene.document, today, scene.snapshot.manifest.reckoning)
    late = [due for due in found if due.late]
    title = f"The {late[0].kind} review is due since {day_text(late[0].on)}" if late and late[0].on else ""
    if not title and not scene.document.reviews:
        title = "No review has been held yet"
    page = Page(
        "reviews",
        "Reviews",
        title or "Every review was held on its day",
        kicker(scene, *counted(scene, today)),
        COUNTING if counted(scene, today) else "",
    )
    return room(
        request,
        asking,
        "reviews",
        page,
        scene=scene,
        dues=found,
        held=held(scene.document),
        open_actions=open_actions(scene.document),
        meetings=Meeting.objects.filter(workspace=asking.workspace, closed_at=None)[:10],
        today=today,
    )


@needs(Right.SEE)
@require_safe
def agenda(request: HttpRequest, asking: Asking, kind: str) -> HttpResponse:
    """The agenda of a kind of review as it would be today.

    What the strategy asks for by a day counts from the day that stands for today; people meet today.
    """
    scene, chosen, today = scene_of(asking.workspace), kind_named(kind), timezone.localdate()
    prepared = prepared_for(scene, chosen, scene.counted_from(today))
    page = Page(
        "reviews",
        f"{kind.capitalize()} review",
        _title(prepared.agenda),
        kicker(scene, day_text(today), *counted(scene, today)),
        crumbs=(("Reviews", reverse("reviews", args=[asking.workspace.slug])),),
    )
    return room(
        request,
        asking,
        "agenda",
        page,
        scene=scene,
        agenda=prepared.agenda,
        kind=kind,
        actions="steering/agenda_actions.html",
    )


@needs(Right.EDIT)
@require_POST
@once
def begin(request: HttpRequest, asking: Asking, kind: str) -> HttpResponse:
    """Begin a review; its agenda stays as it is now."""
    return redirect("meeting", asking.workspace.slug, begun(asking, kind_named(kind)).pk)


@needs(Right.SEE)
@require_safe
def minutes(request: HttpRequest, asking: Asking, review: str) -> HttpResponse:
    """The minutes of one review, to read and to print."""
    scene = scene_of(asking.workspace)
    found = next((r for r in scene.document.reviews if r.id == review), None)
    if found is None:
        raise Http404("there are no such minutes")
    title = f"{found.kind.value.capitalize()} review of {day_text(found.on)}"
    many = len(found.actions)
    said = f"{len(found.decided) or 'nothing'} decided, {many} task{'' if many == 1 else 's'}"
    page = Page(
        "reviews",
        title,
        f"{title}: {said}",
        (f"Snapshot {found.snapshot[:8]}" if found.snapshot else "No snapshot noted",),
        crumbs=(("Reviews", reverse("reviews", args=[asking.workspace.slug])),),
    )
    return room(request, asking, "minutes", page, scene=scene, review=found)


def kind_named(kind: str) -> ReviewKind:
    """The kind of review in an address.

    Args:
        kind: ``weekly``, ``monthly`` or ``yearly``.

    Raises:
        Http404: There is no such kind.
    """
    try:
        return ReviewKind(kind)
    except ValueError as error:
        raise Http404("there is no such review") from error


def _title(agenda: Agenda) -> str:
    """How many of the items there is something to talk about, and for how long."""
    items = [item for item in agenda.items if item.title != GIVEN_BACK]
    busy = sum(item.busy for item in items)
    if not busy:
        return "There is nothing to talk about: the meeting may be short"
    whole, rest = divmod(agenda.minutes, 60)
    length = f"{whole} hours" if whole > 1 and not rest else f"{agenda.minutes} minutes"
    if busy == len(items):
        return f"{busy} items to talk about in {length}"
    return f"{busy} of {len(items)} items need{'s' if busy == 1 else ''} time, {length} in all"
