"""The page of personal data, for admins: look for a person, give what is known, erase."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from custrata.errors import CustrataError, InputError
from custrata.project.erasing.finding import find
from custrata.project.supplying.left_out import MASK
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.persons import acting
from custrata.web.workspaces.rights import Right

SURE = "erase"
"""What an admin writes to say that they mean it."""


@never_cache
@require_GET
@needs(Right.ADMIN)
def persons(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Where a person is looked for."""
    return _page(request, asking)


@never_cache
@require_POST
@needs(Right.ADMIN)
def look(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Who is meant, and how much is known; by POST, so that no address stands in an address or a log."""
    wanted = request.POST.get("person", "").strip()
    try:
        traces = find(asking.workspace.place, wanted)
    except CustrataError as error:
        return _page(request, asking, status=422, wrong=error, wanted=wanted)
    names = sorted(traces.names | traces.emails | traces.phones)
    shown = names if asking.may(Right.PERSONS) else [MASK] * len(names)
    return _page(request, asking, traces=traces, shown=shown, wanted=wanted)


@never_cache
@require_POST
@needs(Right.ADMIN)
def give(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Everything that is known of one person, as a zip."""
    if not asking.may(Right.PERSONS):
        raise PermissionDenied("this needs the right to persons")
    raise_if_reauthentication_required(request, app="custrata")
    traces = find(asking.workspace.place, request.POST.get("person", ""))
    packed = acting.given(asking.workspace, traces, asking.user)
    answer = HttpResponse(packed, content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="personal-data.zip"'
    return answer


@never_cache
@require_POST
@needs(Right.ADMIN)
def erase(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Erase one person; the answer says what was done and what is left to decide."""
    raise_if_reauthentication_required(request, app="custrata")
    wanted = request.POST.get("person", "").strip()
    try:
        if request.POST.get("sure", "").strip().lower() != SURE:
            raise InputError(
                "nothing was erased", where="sure", remedy=f"write {SURE} to say that you mean it"
            )
        traces = find(asking.workspace.place, wanted)
    except CustrataError as error:
        return _page(request, asking, status=422, wrong=error, wanted=wanted)
    return _page(request, asking, done=acting.erased(asking.workspace, traces, asking.user))


def _page(request: HttpRequest, asking: Asking, *, status: int = 200, **given: Any) -> HttpResponse:
    page = Page(
        "settings",
        "Personal data",
        finding="One person's data: given to them, or erased",
        lede="By the key of a customer, the key of one of its people, or a mail address.",
        crumbs=(("Settings", f"/w/{asking.workspace.slug}/settings/"),),
    )
    given |= {"tab": "persons", "sure": SURE}
    return show(request, asking, "workspaces/persons.html", page, status=status, **given)
