"""Builds in the background, files to deliver, and the search."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status

from custrata.delivery.kinds import kinds
from custrata.errors import CustrataError
from custrata.project.delivering import deliverable
from custrata.web.api.gate import asks, scene_leaving
from custrata.web.api.paging import Cursor, Limit, page, read, written
from custrata.web.api.rooms.answering import Number, Slug, answers, asking_in
from custrata.web.data.jobs.starting import cancel, start
from custrata.web.data.models import Job
from custrata.web.frame.palette.entries import entries
from custrata.web.frame.palette.ranking import ranked
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["work"])


class BuildShape(Schema):
    """A build, how far it is, and what came of it."""

    number: int
    state: str
    stage: str
    share: float
    message: str
    remedy: str
    result: dict[str, Any]
    created_at: dt.datetime
    started_at: dt.datetime | None
    finished_at: dt.datetime | None


class Builds(Schema):
    """A page of builds, newest first."""

    items: list[BuildShape]
    next: str | None


class DeliverableShape(Schema):
    """A kind of file that can be made."""

    kind: str
    title: str
    endings: list[str]
    purpose: str
    holds: list[str]


class Deliverables(Schema):
    """A page of kinds."""

    items: list[DeliverableShape]
    next: str | None


class FoundShape(Schema):
    """Something that was found."""

    title: str
    kind: str
    href: str


class FoundPage(Schema):
    """What was found, best first."""

    items: list[FoundShape]
    next: str | None


@router.get(
    "/workspaces/{slug:slug}/builds", auth=asks(Right.SEE), response=answers(Builds), summary="Builds"
)
def builds(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The builds of the workspace, newest first."""
    rows = Job.objects.filter(workspace=asking_in(request).workspace, kind="build").order_by("-pk")
    before = read(cursor, int)
    found = list((rows.filter(pk__lt=before) if before is not None else rows)[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [_build(job) for job in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/builds",
    auth=asks(Right.DATA),
    response=answers(BuildShape, 409, 410, status=202),
    summary="Start a build",
)
def start_build(request: HttpRequest, slug: Slug) -> Any:
    """Start a build; the one that runs already is given back."""
    asking = asking_in(request)
    return Status(202, _build(start(asking.workspace, "build", asking.user)))


@router.get(
    "/workspaces/{slug:slug}/builds/{number}",
    auth=asks(Right.SEE),
    response=answers(BuildShape),
    summary="A build",
)
def build(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """How far a build is."""
    return _build(_job(asking_in(request), number))


@router.post(
    "/workspaces/{slug:slug}/builds/{number}/cancel",
    auth=asks(Right.DATA),
    response=answers(BuildShape, 409, 410, status=202),
    summary="Stop a build",
)
def cancel_build(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Ask for a build to be stopped; the last good snapshot stays in use."""
    asking = asking_in(request)
    return Status(202, _build(cancel(_job(asking, number), asking.user)))


@router.get(
    "/workspaces/{slug:slug}/deliverables",
    auth=asks(Right.SEE),
    response=answers(Deliverables),
    summary="Kinds of files",
)
def deliverables(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """Everything that can be delivered."""
    items, following = page(tuple(kinds().values()), limit, cursor)
    shapes = [
        {
            "kind": one.kind,
            "title": one.title,
            "endings": list(one.endings),
            "purpose": one.purpose,
            "holds": list(one.holds),
        }
        for one in items
    ]
    return {"items": shapes, "next": following}


@router.get(
    "/workspaces/{slug:slug}/deliverables/{kind}/file",
    auth=asks(Right.SEE),
    response=answers(None),
    summary="Make a file and download it",
    openapi_extra={
        "responses": {
            200: {
                "description": "The file.",
                "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
            }
        }
    },
)
def file(
    request: HttpRequest,
    slug: Slug,
    kind: str,
    group: Annotated[str, Query("", max_length=80, description="Id of a group, for what is made for one.")],
) -> Any:
    """Make a deliverable of what stands now; of few it tells nothing to who may not see persons."""
    if kind not in kinds():
        raise Http404("there is no such kind")
    scene = scene_leaving(asking_in(request))
    if group and group not in {g.id for g in scene.document.groups}:
        raise Http404("there is no such group")
    chosen = deliverable(kind)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"{kind}{chosen.endings[0]}"
        chosen.write(replace(scene.given, group=group), out)
        answer = HttpResponse(out.read_bytes(), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{kind}{chosen.endings[0]}"'
    return answer


@router.get(
    "/workspaces/{slug:slug}/search", auth=asks(Right.SEE), response=answers(FoundPage), summary="Search"
)
def search(
    request: HttpRequest,
    slug: Slug,
    q: Annotated[str, Query(..., min_length=1, max_length=100)],
    limit: Limit,
    cursor: Cursor,
) -> Any:
    """Pages, objects and definitions in which every word begins a word."""
    asking = asking_in(request)
    try:
        document = scene_leaving(asking).document
    except CustrataError:
        document = None
    found, following = page(ranked(entries(asking, document), q), limit, cursor)
    items = [{"title": one.title, "kind": one.kind, "href": one.href} for one in found]
    return {"items": items, "next": following}


def _job(asking: Asking, number: int) -> Job:
    found = Job.objects.filter(workspace=asking.workspace, kind="build", pk=number).first()
    if found is None:
        raise Http404("there is no such build")
    return found


def _build(job: Job) -> dict[str, Any]:
    names = ("state", "stage", "share", "message", "remedy", "result")
    times = ("created_at", "started_at", "finished_at")
    return {"number": job.pk} | {name: getattr(job, name) for name in (*names, *times)}
