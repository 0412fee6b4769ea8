"""Pages of segments: the list, the builder with live counts, revisions beside each other."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from custrata.project.live.desk import Desk
from custrata.project.showing.scene import Scene
from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import RuleError, steps
from custrata.segments.rules.short import short
from custrata.web.customers.models import Purpose, Segment
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.segments import saving
from custrata.web.customers.segments.building import Builder, choices, given, posted, stored
from custrata.web.customers.segments.building import count as counted
from custrata.web.customers.segments.comparing import compared
from custrata.web.customers.segments.ideas import ideas
from custrata.web.customers.segments.listing import listed
from custrata.web.customers.segments.telling import head_of, rule_words
from custrata.web.frame.page import Page, numbers_for, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole
from custrata.web.workspaces.within import within

_SAVE = frozenset({"save", "save-new", "save-over"})


@require_GET
@needs(Right.SEE)
def segments(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The segments of a workspace, with their counts now and when somebody last looked."""
    with opened(asking) as (scene, desk):
        found = listed(desk, asking, whole(request.GET.get("from", "")) or 0)
        begin = [] if found.rows else ideas(desk, fields_for(desk, asking))
        page = Page("segments", "Segments", finding=found.finding or "No segment is saved yet")
        return show(request, asking, "customers/segments.html", page, scene=scene, listed=found, ideas=begin)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Right.SEE)
def new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The builder of a segment that is not saved yet."""
    with opened(asking) as (scene, desk):
        fields = fields_for(desk, asking)
        made = posted(request, fields) if request.method == "POST" else given(request, desk, fields, asking)
        return _answer(request, asking, scene, desk, made, None)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Right.SEE)
def segment(request: HttpRequest, asking: Asking, segment: int) -> HttpResponse:
    """The builder of a saved segment."""
    kept = _kept(asking, segment)
    with opened(asking) as (scene, desk):
        made = posted(request, fields_for(desk, asking)) if request.method == "POST" else stored(kept)
        return _answer(request, asking, scene, desk, made, kept)


@require_POST
@needs(Right.SEE)
def count(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What the conditions come to while they are typed: the part under the builder."""
    with opened(asking) as (scene, desk):
        fields = fields_for(desk, asking)
        made = counted(posted(request, fields), desk, fields, asking)
        numbers = numbers_for(request, asking, scene)
        context = {"made": made, "numbers": numbers, "workspace": asking.workspace, "live": True}
        # Text that becomes rows has no rows on the page yet, into which their counts could go.
        context["shown"] = len(request.POST.getlist("column"))
        return render(request, "customers/results.html", context)


@require_GET
@needs(Right.SEE)
def compare(request: HttpRequest, asking: Asking, segment: int) -> HttpResponse:
    """Two revisions of a segment beside each other, counted in the customers of today."""
    kept = _kept(asking, segment)
    with opened(asking) as (scene, desk):
        context = compared(desk, kept, whole(request.GET.get("with", "")) or 0)
        page = Page(
            "segments", f"{kept.name}, compared", crumbs=(_crumb(asking), (kept.name, _href(asking, kept)))
        )
        return show(request, asking, "customers/compare.html", page, scene=scene, segment=kept, **context)


@require_POST
@needs(Right.EDIT)
def drop(request: HttpRequest, asking: Asking, segment: int) -> HttpResponse:
    """Take a segment out; with ``number``, only while nobody has saved it since."""
    kept = _kept(asking, segment)
    told, done = f"{kept.name} is taken out.", True
    try:
        saving.drop(asking, kept, whole(request.POST.get("number", "")))
    except saving.Conflict:
        told, done = f"{kept.name} stays: somebody has changed it since. Open it to take it out.", False
    if request.headers.get("HX-Request"):
        return HttpResponse(format_html('<span role="status">{}</span>', told))
    (messages.success if done else messages.error)(request, told)
    return HttpResponseRedirect(reverse("segments", args=[asking.workspace.slug]))


def _answer(
    request: HttpRequest, asking: Asking, scene: Scene, desk: Desk, made: Builder, kept: Segment | None
) -> HttpResponse:
    fields = fields_for(desk, asking)
    counted(made, desk, fields, asking, but=kept)
    theirs: Segment | None = None
    if request.method == "POST" and request.POST.get("do") in _SAVE and made.refused is None:
        try:
            return _saved(request, asking, made, kept)
        except saving.Conflict as conflict:
            theirs = conflict.theirs
        except RuleError as error:
            made.refused = error
    if kept is not None and made.found is not None and request.method == "GET":
        _look(kept, made.found.count.n)
    status = 409 if theirs else 422 if made.refused and request.method == "POST" else 200
    return _page(request, asking, scene, desk, made, kept, status, theirs=theirs)


def _page(
    request: HttpRequest,
    asking: Asking,
    scene: Scene,
    desk: Desk,
    made: Builder,
    kept: Segment | None,
    status: int,
    *,
    theirs: Segment | None,
) -> HttpResponse:
    title = made.name or ("New audience" if made.purpose == Purpose.AUDIENCE else "New segment")
    kicker = (
        Purpose(made.purpose).label.capitalize(),
        f"Revision {kept.number}" if kept else "Not saved yet",
    )
    page = Page(
        "segments",
        title,
        finding=head_of(made.found, title) if made.found else title,
        kicker=kicker,
        lede=rule_words(desk, made.rule) if made.rule is not None else "",
        crumbs=(_crumb(asking),),
    )
    context: dict[str, Any] = {
        "made": made,
        "segment": kept,
        "theirs": theirs,
        "theirs_words": rule_words(desk, rule_of(theirs.rule)) if theirs else "",
        "others": list(kept.revisions.all()) if kept else [],
        "address": f"segment:{kept.pk}" if kept else "",
        "members_query": _members_query(made),
        "live": False,
        **choices(desk, fields_for(desk, asking)),
    }
    return show(request, asking, "customers/builder.html", page, scene=scene, status=status, **context)


def _saved(request: HttpRequest, asking: Asking, made: Builder, kept: Segment | None) -> HttpResponse:
    if made.rule is None:
        raise RuleError(
            "there is no condition yet", where="rule", remedy="choose what the members have in common"
        )
    do = request.POST["do"]
    if kept is None or do == "save-new":
        saved = saving.create(asking, made.name, made.rule, made.purpose)
    else:
        number = made.number
        if do == "save-over":
            # Saved knowingly over theirs, whose revision stays in the history.
            kept.refresh_from_db()
            number = kept.number
        saved = saving.save(asking, kept, made.name, made.rule, number)
    messages.success(request, f"{saved.name} is saved as revision {saved.number}.")
    return HttpResponseRedirect(_href(asking, saved))


def _members_query(made: Builder) -> str:
    """The members as filters of the table; empty where a condition has no short form."""
    pairs = [short(step) for step in steps(made.rule)] if made.rule is not None else []
    if not pairs or None in pairs:
        return ""
    return urlencode([pair for found in pairs for pair in found or ()])


def _look(kept: Segment, n: int) -> None:
    """What was counted at the last look, so that the list says how it has changed."""
    Segment.objects.filter(pk=kept.pk).update(seen=n, seen_at=timezone.now())


def _kept(asking: Asking, pk: int) -> Segment:
    return within(asking, Segment.objects.select_related("owner"), pk, "segment")


def _crumb(asking: Asking) -> tuple[str, str]:
    return "Segments", reverse("segments", args=[asking.workspace.slug])


def _href(asking: Asking, kept: Segment) -> str:
    return reverse("segment", args=[asking.workspace.slug, kept.pk])
