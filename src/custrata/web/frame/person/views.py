"""The menu at the face: how a person likes it, and where else the person belongs."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.typed import own_page

CHOICES = {"theme": ("", "light", "dark"), "density": ("", "compact", "comfortable")}
"""What may be chosen; empty is what the system says, or the usual."""


@require_POST
@login_required
def settings(request: HttpRequest) -> HttpResponse:
    """Keep how a person likes it; what was not sent or is none of the choices stays as it was."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=cast(User, request.user).pk)
        chosen = {k: v for k, allowed in CHOICES.items() if (v := request.POST.get(k)) in allowed}
        keys = request.POST.getlist("single_keys")
        changes: dict[str, Any] = chosen | ({"single_keys": "on" in keys} if keys else {})
        user.settings = user.settings | changes
        user.save(update_fields=["settings"])
        record("person.settings", workspace=None, actor=user, thing="", **changes)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect(_back(request))


@require_safe
@login_required
def workspaces(request: HttpRequest) -> HttpResponse:
    """The workspaces of a person, as a part of the menu."""
    mine = Workspace.objects.filter(memberships__user=cast(User, request.user))
    return render(request, "frame/workspaces_part.html", {"workspaces": mine})


def _back(request: HttpRequest) -> str:
    """The page from which the form was sent, if it is ours."""
    return own_page(request.POST.get("next", "")) or "/"
