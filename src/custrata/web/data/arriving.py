"""A new workspace from the front page: a name and files, and the way is open."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify

from custrata.project.adjusting.settings_file import adjust
from custrata.project.place import locate
from custrata.project.starting import new_project
from custrata.web.accounts.models import User
from custrata.web.data.jobs.starting import start
from custrata.web.data.room.receiving import take_in
from custrata.web.data.room.taking import Received
from custrata.web.workspaces.models import FOLDER, Workspace
from custrata.web.workspaces.opening import adopt

LONGEST = 80


@login_required
def new_workspace(request: HttpRequest) -> HttpResponse:
    """Ask for a name and files; make the workspace, take the files, look at them."""
    name, error, received = request.POST.get("name", "").strip(), "", Received()
    if request.method == "POST":
        error = problem_of(name)
        if not error:
            assert isinstance(request.user, User)
            workspace = open_workspace(name, request.user)
            if request.headers.get("X-One-File"):
                return JsonResponse(_ways(workspace))
            received = take_in(request, workspace, request.user)
            start_looking(workspace, request.user, received)
            return redirect("data_mapping" if received.taken else "data_upload", workspace.slug)
        if request.headers.get("X-One-File"):
            return JsonResponse({"error": error}, status=422)
    person = getattr(request.user, "settings", {})
    shown = {"name": name, "error": error, "received": received, "person": person}
    return render(request, "data/new.html", shown, status=422 if error else 200)


def problem_of(name: str) -> str:
    """What is wrong with the name of a workspace; empty for nothing.

    Args:
        name: What was typed.
    """
    if not name:
        return "Give it a name, such as that of the company."
    if len(name) > LONGEST:
        return f"The name has {len(name)} signs; {LONGEST} are possible."
    return "" if name.isprintable() else "The name holds signs that cannot be shown; type it anew."


def open_workspace(name: str, owner: User) -> Workspace:
    """An empty project inside the site, with its workspace; who made it is its admin.

    Args:
        name: What people call it.
        owner: Who.
    """
    folder = _free_folder(name)
    new_project(folder, data=None, example_customers=None, seed=0)
    adjust(locate(folder), {"company": name})
    return adopt(folder, owner, name=name)


def start_looking(workspace: Workspace, user: User, received: Received) -> None:
    """Look at the files that came, if any did."""
    if received.taken:
        start(workspace, "map", user)


def _ways(workspace: Workspace) -> dict[str, str]:
    return {
        "upload": reverse("data_upload", args=[workspace.slug]),
        "look": reverse("data_look", args=[workspace.slug]),
    }


def _free_folder(name: str) -> Path:
    within = Path(settings.SITE_FOLDER) / FOLDER
    wanted = slugify(name)[:50] or "workspace"
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, 10_000)))
    return next(folder for candidate in names if not (folder := within / candidate).exists())
