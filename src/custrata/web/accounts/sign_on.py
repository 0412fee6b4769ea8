"""The page of single sign-on, for the owner of the site."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_POST

from custrata.errors import SettingError
from custrata.web.accounts.models import SignOn
from custrata.web.accounts.sealing import seal
from custrata.web.audit.record import record
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right


@require_GET
@needs(Right.ADMIN)
def page(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The providers of single sign-on."""
    return _page(request, asking)


@require_POST
@needs(Right.ADMIN)
def add(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Keep a provider; its secret is encrypted and never shown again."""
    _owner(request, asking)
    try:
        made = _read(request)
        with transaction.atomic():
            made.save()
            record("sign_on.added", workspace=None, actor=asking.user, thing=made.key, issuer=made.issuer)
    except (SettingError, IntegrityError) as error:
        typed = {key: value for key, value in request.POST.items() if key != "secret"}
        wrong = error if isinstance(error, SettingError) else _taken()
        return _page(request, asking, status=422, wrong=wrong, typed=typed)
    messages.info(request, f"People can sign in with {made.name}.")
    return redirect("sign_on", asking.workspace.slug)


@require_POST
@needs(Right.ADMIN)
def remove(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Take a provider away; nobody comes in by it any more."""
    _owner(request, asking)
    found = get_object_or_404(SignOn, pk=number)
    with transaction.atomic():
        record("sign_on.removed", workspace=None, actor=asking.user, thing=found.key)
        found.delete()
    return redirect("sign_on", asking.workspace.slug)


def _owner(request: HttpRequest, asking: Asking) -> None:
    # A provider speaks for people of every workspace: an admin of one must not bring it in.
    if not asking.user.is_superuser:
        raise PermissionDenied("sign-on is set by the owner of the site")
    raise_if_reauthentication_required(request, app="custrata")


def _read(request: HttpRequest) -> SignOn:
    given = {
        key: request.POST.get(key, "").strip() for key in ("name", "issuer", "client_id", "secret", "domains")
    }
    for key in ("name", "issuer", "client_id", "secret"):
        if not given[key] or len(given[key]) > (80 if key == "name" else 300):
            raise SettingError("this is missing or too long", where=key, remedy="copy it from the provider")
    parts = urlsplit(given["issuer"])
    if parts.scheme != "https" or not parts.hostname or parts.username:
        raise SettingError(
            "this is no https address", where="issuer", remedy="write https://login.example.org"
        )
    key = slugify(given["name"])[:40] or "sign-on"
    if SignOn.objects.filter(key=key).exists():
        raise _taken()
    domains = [part.strip().lower().removeprefix("@") for part in given["domains"].split(",") if part.strip()]
    return SignOn(
        key=key,
        name=given["name"],
        issuer=given["issuer"],
        client_id=given["client_id"],
        sealed=seal(given["secret"]),
        domains=domains,
    )


def _taken() -> SettingError:
    return SettingError("there is a provider of this name", where="name", remedy="choose another name")


def _page(request: HttpRequest, asking: Asking, *, status: int = 200, **given: Any) -> HttpResponse:
    kept = list(SignOn.objects.all())
    head = Page(
        "settings",
        "Sign-on",
        finding="People sign in with "
        + (", ".join(one.name for one in kept) if kept else "a password or a passkey"),
        lede="A provider by OpenID Connect says who somebody is; only people who are invited come in.",
        crumbs=(("Settings", f"/w/{asking.workspace.slug}/settings/"),),
    )
    given |= {"kept": kept, "tab": "sign_on", "back": request.build_absolute_uri("/account/oidc/")}
    return show(request, asking, "workspaces/sign_on.html", head, status=status, **given)
