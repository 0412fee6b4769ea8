"""Files that are made in the background: asked for, followed, listed, downloaded, taken away."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import FileResponse, HttpRequest
from ninja import File, Form, Router, Schema, Status, UploadedFile
from pydantic import Field

from custrata.web.api.gate import asks, leaves
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.rooms.answering import FILE, Number, Sent, Slug, Words, answers, asking_in
from custrata.web.deliveries.making import keeping
from custrata.web.deliveries.making.making import LEAVING, OPTIONS
from custrata.web.deliveries.models import Delivered, Progress
from custrata.web.workspaces.rights import Right

router = Router(tags=["deliveries"])

Short = Annotated[Words, Field(max_length=120)]


class OptionsShape(Schema):
    """What a file is made with."""

    group: str = ""
    team: str = ""
    against: str = ""
    paper: str = ""


class DeliveryShape(Schema):
    """A file: how far it is, what was said when it was made, what it shows.

    ``leaving`` is true where it was made without what rests on few.
    """

    number: int
    kind: str
    title: str
    options: OptionsShape
    template: bool
    leaving: bool
    progress: Progress
    said: str
    name: str
    size: int
    snapshot: str
    revision: int
    by: str | None
    made_at: dt.datetime


class Deliveries(Schema):
    """A page of files, newest first."""

    items: list[DeliveryShape]
    next: str | None


class DeliveryText(Sent):
    """Which file: for a group or a function, held against an earlier snapshot, on which paper."""

    kind: Annotated[Words, Field(max_length=40)]
    group: Short = ""
    team: Short = ""
    against: Short = ""
    paper: Literal["", "a4", "us-letter"] = ""


@router.get(
    "/workspaces/{slug:slug}/deliveries",
    auth=asks(Right.SEE),
    response=answers(Deliveries),
    summary="Files that were made",
)
def deliveries(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The files that were made, or are being made."""
    rows = Delivered.objects.filter(workspace=asking_in(request).workspace).order_by("-pk")
    before = read(cursor, int)
    rows = (rows.filter(pk__lt=before) if before is not None else rows).select_related("made_by", "workspace")
    found = list(rows[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [_shape(one) for one in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/deliveries",
    auth=asks(Right.EDIT),
    response=answers(DeliveryShape, 409, 410, status=202),
    summary="Make a file in the background",
)
def deliver(request: HttpRequest, slug: Slug, text: DeliveryText) -> Any:
    """Ask for a file of what stands now; for who may not see persons it tells of no few."""
    asking = asking_in(request)
    options = {name: getattr(text, name) for name in OPTIONS}
    return Status(202, _shape(keeping.order(asking, text.kind, options, leaving=leaves(asking))))


@router.post(
    "/workspaces/{slug:slug}/deliveries/from-template",
    auth=asks(Right.EDIT),
    response=answers(DeliveryShape, 409, 410, status=202),
    summary="Make a deck on a company's own slides",
    url_name="from_template",
)
def deliver_from_template(
    request: HttpRequest,
    slug: Slug,
    text: Annotated[DeliveryText, Form()],
    template: Annotated[UploadedFile, File(..., description="A .pptx of at most 20 MB.")],
) -> Any:
    """The same on a template that comes as a form with the options."""
    asking = asking_in(request)
    options = {name: getattr(text, name) for name in OPTIONS}
    made = keeping.order(asking, text.kind, options, template, leaving=leaves(asking))
    return Status(202, _shape(made))


@router.get(
    "/workspaces/{slug:slug}/deliveries/{number}",
    auth=asks(Right.SEE),
    response=answers(DeliveryShape),
    summary="A file, and how far it is",
)
def delivery(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """One file: waiting, done, or failed with the reason."""
    return _shape(keeping.delivery_of(asking_in(request), number))


@router.get(
    "/workspaces/{slug:slug}/deliveries/{number}/file",
    auth=asks(Right.SEE),
    response=answers(None),
    summary="Download a file",
    openapi_extra=FILE,
)
def delivery_file(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """The file itself; that it was taken is on record. What may tell of few goes to who may see persons."""
    asking = asking_in(request)
    made = keeping.delivery_of(asking, number)
    keeping.take(asking, made)
    answer = FileResponse(
        made.path.open("rb"), as_attachment=True, filename=made.name, content_type="application/octet-stream"
    )
    answer["Cache-Control"] = "private, no-store"
    return answer


@router.delete(
    "/workspaces/{slug:slug}/deliveries/{number}",
    auth=asks(Right.EDIT),
    response=answers(None, status=204),
    summary="Cancel or take away",
)
def drop_delivery(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take a file away; one that is being made is stopped."""
    asking = asking_in(request)
    keeping.take_away(asking, keeping.delivery_of(asking, number))
    return Status(204, None)


def _shape(made: Delivered) -> dict[str, Any]:
    names = ("kind", "title", "progress", "said", "size", "snapshot", "revision", "made_at")
    told: dict[str, Any] = {name: getattr(made, name) for name in names}
    return told | {
        "number": made.pk,
        "options": {name: made.options.get(name, "") for name in OPTIONS},
        "template": bool(made.options.get("template")),
        "leaving": bool(made.options.get(LEAVING)),
        "name": made.name if made.progress == Progress.DONE else "",
        "by": str(made.made_by) if made.made_by else None,
    }
