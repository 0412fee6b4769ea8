"""Files come in from the browser, one by one or many at once; and go out again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from custrata.project.supplying.receiving import files_of
from custrata.web.accounts.models import User
from custrata.web.data.jobs.starting import start
from custrata.web.data.room.taking import Received, put_files_back, take_files
from custrata.web.data.room.taking import remove_file as remove
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right


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
    files = files_of(asking.workspace.place)
    page = Page("data", "Upload", _title(len(files)), crumbs=(("Data", f"/w/{asking.workspace.slug}/data/"),))
    return show(
        request,
        asking,
        "data/upload.html",
        page,
        status=422 if received.refused else 200,
        received=received,
        files=files,
    )


@require_POST
@needs(Right.DATA)
def remove_file(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Take a file out of the data folder; it is kept aside until a build has succeeded."""
    name = request.POST.get("name", "")
    remove(asking, name)
    messages.info(request, f"{name} is taken out; it can be put back until the next build.")
    return redirect("data", asking.workspace.slug)


@require_POST
@needs(Right.DATA)
def undo_files(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Put the files back that stood there at the last build."""
    back = put_files_back(asking)
    messages.info(request, f"The files of the last build are back ({len(back)} of them had been replaced).")
    return redirect("data", asking.workspace.slug)


def take_in(request: HttpRequest, workspace: Workspace, user: User) -> Received:
    """Take the files of a request, each for itself; what is refused is said with its reason.

    Args:
        request: With ``files``, and ``paths`` where a folder was dropped.
        workspace: Where they go.
        user: Who sends them.
    """
    return take_files(workspace, user, request.FILES.getlist("files"), request.POST.getlist("paths"))


def _title(files: int) -> str:
    """What lies there already, and what can be done about it."""
    if not files:
        return "No file is here yet: bring what your systems export"
    return f"{files} file{'s are' if files > 1 else ' is'} here; add more, or replace one by its name"
