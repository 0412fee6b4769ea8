"""The page of the log, for admins."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from custrata.web.accounts.models import User
from custrata.web.audit import reading
from custrata.web.audit.verify import sealed, verify
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import day, whole


@require_GET
@needs(Right.ADMIN)
def log(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What was done in the workspace, by whom, when."""
    wanted = _wanted(request)
    lines, more = reading.entries(asking.workspace, wanted)
    rest = request.GET.copy()
    rest["before"] = str(more or "")
    page = Page(
        "settings",
        "Log",
        finding="Everything that was done here, newest first",
        lede="Entries are added and never changed; each one holds the hash of the one before.",
        crumbs=(("Settings", f"/w/{asking.workspace.slug}/settings/"),),
    )
    return show(
        request,
        asking,
        "audit/log.html",
        page,
        lines=lines,
        wanted=wanted,
        kinds=reading.kinds(asking.workspace),
        people=User.objects.filter(memberships__workspace=asking.workspace).order_by("name", "email"),
        older=rest.urlencode() if more else "",
        seal=sealed(),
    )


@require_POST
@needs(Right.ADMIN)
def check(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Walk through the whole log and say whether it is whole."""
    said = str(verify())
    messages.info(request, said[0].upper() + said[1:])
    return redirect("audit", asking.workspace.slug)


def _wanted(request: HttpRequest) -> reading.Wanted:
    return reading.Wanted(
        act=request.GET.get("act", "")[:60],
        actor=whole(request.GET.get("actor", "")),
        since=_day(request.GET.get("since", "")),
        until=_day(request.GET.get("until", "")),
        before=whole(request.GET.get("before", "")),
    )


def _day(text: str) -> dt.date | None:
    try:
        found = day(text)
    except ValueError:
        return None
    return found if found and 1900 < found.year < 9000 else None
