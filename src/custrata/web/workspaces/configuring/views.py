"""The pages of the settings: the company, how things are shown, tokens of programs."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import available_timezones

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from custrata.errors import SettingError
from custrata.project.place import settings_of
from custrata.settings import Settings
from custrata.web.accounts import tokens as keys
from custrata.web.accounts.models import Token
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.configuring import display, fields
from custrata.web.workspaces.configuring.saving import save_display, save_settings
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within


@require_GET
@needs(Right.SEE)
def overview(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What the workspace is set to; admins change it here."""
    return _overview(request, asking)


@require_POST
@needs(Right.ADMIN)
def save(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Write settings into ``custrata.yaml``; the next build takes them into account."""
    typed = {key: value for key, value in request.POST.items() if isinstance(value, str)}
    try:
        save_settings(asking, fields.changes(typed))
    except SettingError as error:
        return _overview(request, asking, wrong=error, typed=typed)
    messages.info(request, "Saved. The next build computes with it.")
    return redirect("settings", asking.workspace.slug)


@require_POST
@needs(Right.ADMIN)
def show_as(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Keep the name of the workspace and how things are shown."""
    try:
        wanted = display.chosen({key: str(value) for key, value in request.POST.items()})
        save_display(asking, request.POST.get("name", ""), wanted)
    except SettingError as error:
        return _overview(request, asking, wrong=error)
    messages.info(request, "Saved.")
    return redirect("settings", asking.workspace.slug)


def _overview(
    request: HttpRequest,
    asking: Asking,
    wrong: SettingError | None = None,
    typed: dict[str, str] | None = None,
) -> HttpResponse:
    try:
        settings = settings_of(asking.workspace.place)
    except SettingError as error:
        wrong, settings = error, Settings()
    page = Page(
        "settings",
        "Settings",
        finding=f"How {asking.workspace.name} computes and shows things",
        lede="A build makes changes of the company, the tiers and the costs take effect.",
    )
    return show(
        request,
        asking,
        "workspaces/settings.html",
        page,
        status=422 if wrong else 200,
        groups=fields.groups(settings, typed),
        wrong=wrong,
        shown=display.display_of(asking.workspace.display),
        zones=sorted(available_timezones()),
        tab="settings",
    )


@never_cache
@require_GET
@needs(Right.SEE)
def tokens(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Tokens of one's own programs; an admin sees those of all."""
    return _tokens(request, asking)


@never_cache
@require_POST
@needs(Right.SEE)
def make_token(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Make a token; the answer shows it, this once."""
    raise_if_reauthentication_required(request, app="custrata")
    try:
        until = _until(request.POST.get("days", ""))
        name, scopes = request.POST.get("name", ""), request.POST.getlist("scopes")
        raw = keys.make(asking.user, asking.workspace, name, scopes, until)
    except SettingError as error:
        return _tokens(request, asking, status=422, wrong=error, typed=request.POST)
    return _tokens(request, asking, raw=raw)


@require_POST
@needs(Right.SEE)
def revoke_token(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Take back a token of one's own; an admin takes back any."""
    rows = Token.objects.select_related("workspace")
    mine = rows if asking.may(Right.ADMIN) else rows.filter(user=asking.user)
    found = within(asking, mine, number, "token")
    keys.revoke(found, asking.user)
    messages.info(request, "The token opens nothing any more.")
    return redirect("tokens", asking.workspace.slug)


def _tokens(request: HttpRequest, asking: Asking, *, status: int = 200, **given: Any) -> HttpResponse:
    found = Token.objects.select_related("user").filter(workspace=asking.workspace, revoked_at=None)
    if not asking.may(Right.ADMIN):
        found = found.filter(user=asking.user)
    standing, now = list(found), timezone.now()
    working = sum(1 for token in standing if token.expires_at is None or token.expires_at > now)
    many = {0: "No program comes in by a token", 1: "One program comes in by a token"}
    page = Page(
        "settings",
        "Tokens",
        finding=many.get(working, f"{working} programs come in by tokens"),
        lede="A program may do what you may here, narrowed to reading or writing.",
        crumbs=(("Settings", f"/w/{asking.workspace.slug}/settings/"),),
    )
    given |= {"tokens": standing, "now": now, "tab": "tokens"}
    return show(request, asking, "workspaces/tokens.html", page, status=status, **given)


def _until(days: str) -> dt.datetime | None:
    if days == "never":
        return None
    if days not in ("7", "30", "90", "365"):
        raise SettingError("choose how long the token lasts", where="days", remedy="choose one of the list")
    return timezone.now() + dt.timedelta(days=int(days))
