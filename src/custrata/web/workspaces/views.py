"""The front page: the workspaces of a person."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from custrata.web.accounts.models import User
from custrata.web.workspaces.models import Workspace


@login_required
def front(request: HttpRequest) -> HttpResponse:
    """The workspaces of a person; who has one alone is taken there."""
    mine = list(Workspace.objects.filter(memberships__user=cast(User, request.user)))
    if len(mine) == 1:
        return redirect("home", mine[0].slug)
    return render(request, "workspaces/front.html", {"workspaces": mine})
