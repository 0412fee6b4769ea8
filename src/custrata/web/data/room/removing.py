"""A workspace goes: its rows, and its folder where that lies inside the site; the log stays."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from custrata.web.audit.record import record
from custrata.web.data.jobs.starting import cancel
from custrata.web.data.models import OPEN, Job
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.turned_down import turn_down


@needs(Right.ADMIN)
def remove_workspace(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask for the name of the workspace, then remove it."""
    workspace = asking.workspace
    typed = request.POST.get("name", "").strip()
    if request.method == "POST" and typed == workspace.name:
        for job in Job.objects.filter(workspace=workspace, state__in=OPEN):
            cancel(job, asking.user)
        folder = workspace.path if lies_inside(workspace) else None
        with transaction.atomic():
            thing = f"{workspace.slug}{' (sample)' if workspace.sample else ''}"
            record("workspace.removed", workspace=workspace, actor=asking.user, thing=thing)
            if workspace.sample:
                turn_down(workspace.path)
            workspace.delete()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        messages.info(request, f"{workspace.name} is removed.")
        return redirect("front")
    page = Page("data", "Remove this workspace", crumbs=(("Data", f"/w/{workspace.slug}/data/"),))
    wrong = request.method == "POST"
    return show(
        request,
        asking,
        "data/remove.html",
        page,
        status=422 if wrong else 200,
        wrong=wrong,
        typed=typed,
        inside=lies_inside(workspace),
    )


def lies_inside(workspace: Workspace) -> bool:
    """Whether the folder of a workspace belongs to the site; a person's own project is never deleted."""
    site, folder = Path(settings.SITE_FOLDER).resolve(), workspace.path.resolve()
    return folder != site and folder.is_relative_to(site)
