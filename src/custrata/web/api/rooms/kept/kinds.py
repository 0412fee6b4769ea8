"""Kinds of files that can be made, and one that is made while one waits."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from custrata.delivery.kinds import kinds
from custrata.project.delivering import deliverable
from custrata.web.api.gate import asks, scene_leaving
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.rooms.answering import FILE, Slug, answers, asking_in
from custrata.web.workspaces.rights import Right

router = Router(tags=["work"])


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
    openapi_extra=FILE,
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
