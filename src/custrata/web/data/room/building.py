"""Builds: start one, watch it, stop it, see what changed, hold two against each other."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from custrata.delivery.figures import Prose, count, say
from custrata.project.supplying.builds import builds_of, differences
from custrata.project.supplying.moved import news
from custrata.web.data.jobs.starting import cancel
from custrata.web.data.models import Job, State
from custrata.web.data.room.ordering import cut_at, job_of, order_build
from custrata.web.data.room.overview import ROWS, scene_or_none
from custrata.web.data.room.progress import Progress, progress_of
from custrata.web.frame.page import Page, show
from custrata.web.site.door.promises import SECONDS, promise
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.handover import waiting_for
from custrata.web.workspaces.rights import Right


@require_POST
@needs(Right.DATA)
def start_build(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Build in the background; the one that runs already is shown instead of a second."""
    again = request.POST.get("again") == "1"
    job = order_build(asking, again=again)
    return redirect("data_job", asking.workspace.slug, job.pk)


@require_POST
@needs(Right.DATA)
def cancel_job(request: HttpRequest, asking: Asking, pk: int) -> HttpResponse:
    """Stop a job at its next stage."""
    cancel(job_of(asking, pk), asking.user)
    return redirect("data_job", asking.workspace.slug, pk)


@require_POST
@needs(Right.DATA)
def set_day(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Cut the data at another day with the next build; empty takes the last day in the data."""
    cut_at(asking, request.POST.get("as_of", "").strip())
    job = order_build(asking)
    return redirect("data_job", asking.workspace.slug, job.pk)


@needs(Right.SEE)
def job(request: HttpRequest, asking: Asking, pk: int) -> HttpResponse:
    """One job: how far it is, or what came of it."""
    found = job_of(asking, pk)
    shown = progress_of(found)
    built = _built(found)
    with waiting_for(built):
        done = found.state == State.DONE and found.kind == "build"
        scene = scene_or_none(asking.workspace) if done else None
    page = Page(
        "data",
        shown.title,
        _finding(found, shown),
        crumbs=(("Data", f"/w/{asking.workspace.slug}/data/"),),
    )
    answer = show(
        request,
        asking,
        "data/job.html",
        page,
        scene=scene,
        job=shown,
        sheets=news(scene) if scene else (),
        note=scene.delta.note if scene and scene.delta else "",
        first=bool(scene and scene.earlier is None),
    )
    if built:
        promise(answer, asking.workspace.slug, built)
    return answer


@needs(Right.SEE)
def compare(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What differs between two builds."""
    builds = builds_of(asking.workspace.place)
    if len(builds) < 2:
        raise Http404("there are no two builds to hold against each other")
    by_name = {kept.name: kept for kept in builds}
    before = by_name.get(request.GET.get("before", ""), builds[1])
    after = by_name.get(request.GET.get("after", ""), builds[0])
    found = differences(before.manifest, after.manifest)
    finding = say(count(len(found), "the two manifests"), " things differ between the two builds")
    page = Page(
        "data",
        "Compare builds",
        finding if found else "The two builds are the same",
        crumbs=(("Data", f"/w/{asking.workspace.slug}/data/"),),
    )
    return show(
        request,
        asking,
        "data/compare.html",
        page,
        builds=builds,
        before=before,
        after=after,
        differences=found,
    )


def _built(job: Job) -> str:
    """The snapshot that this page says is built; empty where it stands so long that all pages show it."""
    ended = job.finished_at if job.kind == "build" and job.state == State.DONE else None
    fresh = ended is not None and timezone.now() - ended < dt.timedelta(seconds=SECONDS)
    return str(job.result.get("fingerprint", "")) if fresh else ""


def _finding(job: Job, shown: Progress) -> Prose | str:
    if job.state == State.DONE and job.kind == "build":
        rows = job.result.get("rows", {})
        if not job.result.get("rebuilt", True):
            return "Nothing has changed since the last build; its snapshot stands"
        return say("The snapshot is built: ", count(rows.get("loaded", 0), ROWS), " rows are loaded")
    if job.state == State.FAILED and job.result.get("questions"):
        return "The build waits for an answer"
    ends = {
        State.FAILED: f"{shown.title}: this did not work",
        State.CANCELLED: f"{shown.title}: cancelled"
        + ("; the last good snapshot stays in use" if shown.stands else ""),
        State.DONE: f"{shown.title}: done",
    }
    return ends.get(State(job.state), f"{shown.title}: under way; you can leave this page")
