"""Work in the background: builds started, jobs followed by their stages and stopped, snapshots compared."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema, Status

from custrata.project.supplying.builds import builds_of, differences
from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.rooms.answering import Number, Sent, Slug, answers, asking_in
from custrata.web.data.jobs.starting import cancel
from custrata.web.data.models import Job
from custrata.web.data.room import ordering
from custrata.web.data.room.progress import progress_of
from custrata.web.workspaces.rights import Right

router = Router(tags=["data"])

MOST_KEPT = 1000
"""Snapshots among which two are looked for."""
Named = Annotated[str, Query("", max_length=120, description="Name of a snapshot.")]


class StageShape(Schema):
    """A stage of a job: done, now, or still to wait for."""

    title: str
    state: str


class JobShape(Schema):
    """A job, how far it is, and what came of it."""

    number: int
    kind: str
    state: str
    stage: str
    share: float
    stages: list[StageShape]
    message: str
    remedy: str
    result: dict[str, Any]
    created_at: dt.datetime
    started_at: dt.datetime | None
    finished_at: dt.datetime | None


class Jobs(Schema):
    """A page of builds, newest first."""

    items: list[JobShape]
    next: str | None


class BuildText(Sent):
    """How to build: anew though nothing changed; the data cut at a day, or at their last where it is null."""

    again: bool = False
    as_of: dt.date | None = None


class DifferenceShape(Schema):
    """One thing in which two snapshots differ."""

    what: str
    before: str
    after: str


class Differences(Schema):
    """In what two snapshots differ."""

    before: str
    after: str
    items: list[DifferenceShape]
    next: str | None


@router.get("/workspaces/{slug:slug}/builds", auth=asks(Right.SEE), response=answers(Jobs), summary="Builds")
def builds(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The builds of the workspace, newest first."""
    rows = Job.objects.filter(workspace=asking_in(request).workspace, kind="build").order_by("-pk")
    before = read(cursor, int)
    found = list((rows.filter(pk__lt=before) if before is not None else rows)[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [job_shape(job) for job in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/builds",
    auth=asks(Right.DATA),
    response=answers(JobShape, 409, 410, status=202),
    summary="Start a build",
)
def start_build(request: HttpRequest, slug: Slug, text: BuildText | None = None) -> Any:
    """Start a build; the one that runs already is given back."""
    asking, wanted = asking_in(request), text or BuildText()
    if "as_of" in wanted.model_fields_set:
        ordering.cut_at(asking, wanted.as_of)
    return Status(202, job_shape(ordering.order_build(asking, again=wanted.again)))


@router.get(
    "/workspaces/{slug:slug}/builds/{number}",
    auth=asks(Right.SEE),
    response=answers(JobShape),
    summary="A build",
)
def build(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """How far a build is."""
    return job_shape(ordering.job_of(asking_in(request), number, "build"))


@router.post(
    "/workspaces/{slug:slug}/builds/{number}/cancel",
    auth=asks(Right.DATA),
    response=answers(JobShape, 409, 410, status=202),
    summary="Stop a build",
)
def cancel_build(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Ask for a build to be stopped; the last good snapshot stays in use."""
    asking = asking_in(request)
    return Status(202, job_shape(cancel(ordering.job_of(asking, number, "build"), asking.user)))


@router.get(
    "/workspaces/{slug:slug}/jobs/{number}",
    auth=asks(Right.SEE),
    response=answers(JobShape),
    summary="Any work in the background",
)
def job(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """How far a job is, of whatever kind."""
    return job_shape(ordering.job_of(asking_in(request), number))


@router.post(
    "/workspaces/{slug:slug}/jobs/{number}/cancel",
    auth=asks(Right.DATA),
    response=answers(JobShape, 409, 410, status=202),
    summary="Stop any work in the background",
)
def cancel_job(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Ask for a job to be stopped at its next stage."""
    asking = asking_in(request)
    return Status(202, job_shape(cancel(ordering.job_of(asking, number), asking.user)))


@router.get(
    "/workspaces/{slug:slug}/snapshot-differences",
    auth=asks(Right.SEE),
    response=answers(Differences),
    summary="Two snapshots side by side",
)
def snapshot_differences(request: HttpRequest, slug: Slug, before: Named, after: Named) -> Any:
    """In what two snapshots differ; without names, the last two. There are few, so they stand on one page."""
    found = builds_of(asking_in(request).workspace.place, MOST_KEPT)
    by_name = {kept.name: kept for kept in found}
    chosen = [
        by_name.get(name) if name else next(iter(found[at : at + 1]), None)
        for name, at in ((before, 1), (after, 0))
    ]
    earlier, later = chosen
    if earlier is None or later is None:
        raise Http404("there are no two such snapshots")
    names = ("what", "before", "after")
    items = [{n: getattr(one, n) for n in names} for one in differences(earlier.manifest, later.manifest)]
    return {"before": earlier.name, "after": later.name, "items": items, "next": None}


def job_shape(job: Job) -> dict[str, Any]:
    """A job as plain values.

    Args:
        job: The job.
    """
    names = ("kind", "state", "stage", "share", "message", "remedy", "result")
    times = ("created_at", "started_at", "finished_at")
    stages = [{"title": one.title, "state": one.state} for one in progress_of(job).stages]
    told = {name: getattr(job, name) for name in (*names, *times)}
    return {"number": job.pk, "stages": stages} | told
