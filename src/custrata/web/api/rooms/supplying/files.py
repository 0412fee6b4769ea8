"""Files of the data folder: sent many at once, listed, taken out, put back."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import File, Form, Path, Router, Schema, Status, UploadedFile

from custrata.project.supplying.receiving import files_of, replaced
from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.data.room import taking
from custrata.web.workspaces.rights import Right

router = Router(tags=["data"])

Name = Annotated[str, Path(..., description="The file, relative to the data folder.")]


class FileShape(Schema):
    """A file of the data folder."""

    name: str
    bytes: int
    modified: dt.datetime


class Files(Schema):
    """A page of files by name; ``replaced`` are kept aside until a build has succeeded."""

    items: list[FileShape]
    replaced: list[str]
    next: str | None


class RefusedShape(Schema):
    """A file that was not taken, and why."""

    name: str
    why: str


class Uploaded(Schema):
    """What came of an upload; the next step is to look at the files."""

    taken: list[str]
    refused: list[RefusedShape]


class PutBack(Schema):
    """Names of the files that had been replaced and are back."""

    items: list[str]
    next: str | None


@router.get("/workspaces/{slug:slug}/files", auth=asks(Right.SEE), response=answers(Files), summary="Files")
def files(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The files of the data folder."""
    place = asking_in(request).workspace.place
    items, following = page(files_of(place), limit, cursor)
    shapes = [
        {"name": f.name, "bytes": f.bytes, "modified": dt.datetime.fromtimestamp(f.modified, tz=dt.UTC)}
        for f in items
    ]
    return {"items": shapes, "replaced": list(replaced(place)), "next": following}


@router.post(
    "/workspaces/{slug:slug}/uploads",
    auth=asks(Right.DATA),
    response=answers(Uploaded, 409, 410),
    summary="Send files",
    url_name="uploads",
)
def upload(
    request: HttpRequest,
    slug: Slug,
    files: Annotated[list[UploadedFile], File(..., description="One or many.")],
    paths: Annotated[list[str], Form([], description="Beside each, its path within a folder.")],
) -> Any:
    """Take files into the data folder, each for itself: what is refused is named, the rest is taken."""
    asking = asking_in(request)
    received = taking.take_files(asking.workspace, asking.user, files, paths)
    refused = [{"name": name, "why": why} for name, why in received.refused]
    if not received.taken:
        errors = [{"where": one["name"], "detail": one["why"]} for one in refused]
        raise Refused(422, "no file was taken", errors=errors)
    return {"taken": received.taken, "refused": refused}


@router.delete(
    "/workspaces/{slug:slug}/files/{path:name}",
    auth=asks(Right.DATA),
    response=answers(None, status=204),
    summary="Take a file out",
)
def remove_file(request: HttpRequest, slug: Slug, name: Name) -> Any:
    """Take a file out of the data folder; it can be put back until a build has succeeded."""
    taking.remove_file(asking_in(request), name)
    return Status(204, None)


@router.post(
    "/workspaces/{slug:slug}/replaced-files/put-back",
    auth=asks(Right.DATA),
    response=answers(PutBack, 409, 410),
    summary="Put the files of the last build back",
)
def put_files_back(request: HttpRequest, slug: Slug) -> Any:
    """Put the files back that stood there at the last build; what came new goes."""
    return {"items": list(taking.put_files_back(asking_in(request))), "next": None}
