"""Files come in from the browser, one by one or many at once; and go out again."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from custrata.errors import CustrataError
from custrata.project.supplying.receiving import check_room, files_of, put_back, receive, take_out
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.data.jobs.starting import start
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right


@dataclass
class Received:
    """What came of an upload: names that were taken, and names that were refused with the reason."""

    taken: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


@needs(Right.DATA)
def upload(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Take files into the data folder. A script sends them one at a time; a plain form all at once."""
    received = Received()
    if request.method == "POST":
        received = take_in(request, asking.workspace, asking.user)
        if request.headers.get("X-One-File"):
            said = {"taken": received.taken, "refused": [{"name": n, "why": w} for n, w in received.refused]}
            return JsonResponse(said, status=200 if received.taken else 422)
        if received.taken and not received.refused:
            start(asking.workspace, "map", asking.user)
            return redirect("data_mapping", asking.workspace.slug)
    page = Page("data", "Upload", crumbs=(("Data", f"/w/{asking.workspace.slug}/data/"),))
    return show(
        request,
        asking,
        "data/upload.html",
        page,
        status=422 if received.refused else 200,
        received=received,
        files=files_of(asking.workspace.place),
    )


@require_POST
@needs(Right.DATA)
def remove_file(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Take a file out of the data folder; it is kept aside until a build has succeeded."""
    name = request.POST.get("name", "")
    with transaction.atomic():
        record("data.file_removed", workspace=asking.workspace, actor=asking.user, thing=name[:300])
        take_out(asking.workspace.place, name)
    messages.info(request, f"{name} is taken out; it can be put back until the next build.")
    return redirect("data", asking.workspace.slug)


@require_POST
@needs(Right.DATA)
def undo_files(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Put the files back that stood there at the last build."""
    with transaction.atomic():
        record("data.files_put_back", workspace=asking.workspace, actor=asking.user)
        back = put_back(asking.workspace.place)
    messages.info(request, f"The files of the last build are back ({len(back)} of them had been replaced).")
    return redirect("data", asking.workspace.slug)


def take_in(request: HttpRequest, workspace: Workspace, user: User) -> Received:
    """Take the files of a request, each for itself; what is refused is said with its reason.

    Args:
        request: With ``files``, and ``paths`` where a folder was dropped.
        workspace: Where they go.
        user: Who sends them.
    """
    received = Received()
    files = request.FILES.getlist("files")
    paths = request.POST.getlist("paths")
    if not files:
        received.refused.append(("No file", "choose at least one"))
    for number, file in enumerate(files):
        path = paths[number] if number < len(paths) and paths[number] else file.name or ""
        _take(workspace, user, path, file, received)
    return received


def _take(workspace: Workspace, user: User, path: str, file: UploadedFile[bytes], received: Received) -> None:
    place = workspace.place
    try:
        check_room(place, file.size or 0, path)
        with transaction.atomic():
            kept = receive(place, path, file.chunks())
            record("data.file_received", workspace=workspace, actor=user, thing=kept.name, bytes=kept.bytes)
    except CustrataError as error:
        shown = "".join(c if c.isprintable() else "?" for c in path)[:80] or "A file without a name"
        received.refused.append((shown, f"{error.what}. To do: {error.remedy}"))
    else:
        received.taken.append(kept.name)
