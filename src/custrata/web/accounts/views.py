"""Coming in by a link of one's own machine, one's own account, and the way to a second factor."""

from __future__ import annotations

from typing import cast

from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from custrata.web.accounts import owner_link
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.workspaces.typed import own_page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Let the owner in by a one-time link, which only a POST uses up; whoever else asks learns nothing."""
    if not owner_link.from_here(request):
        raise Http404("there is nothing here")
    to = _inside(request.GET.get("to", ""))
    if request.user.is_authenticated:
        return redirect(to)
    if request.method != "POST" and owner_link.fresh(secret):
        return render(request, "accounts/enter.html")
    user = owner_link.use(secret) if request.method == "POST" else None
    if user is None:
        messages.info(request, "This link was used already, or is too old. For a new one: custrata owner")
        return redirect("account_login")
    # Through allauth: who has set up a second factor is still asked for it, and the session is a new one.
    return cast(HttpResponse, perform_login(request, user, email_verification="none", redirect_url=to))


def _inside(to: str) -> str:
    """The page of a workspace to which a link leads; the front where it would lead anywhere else."""
    return own_page(to, within="/w/") or "/"


@login_required
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: name, ways in, sessions."""
    user = cast(User, request.user)
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    given = {
        "app": "totp" in kinds,
        "keys": "webauthn" in kinds,
        "sessions": UserSession.objects.filter(user=user).count(),
        "wanted_by": request.session.get("second_factor_for", ""),
    }
    return render(request, "accounts/account.html", given)


@login_required
@require_POST
def rename(request: HttpRequest) -> HttpResponse:
    """Keep one's name."""
    user = cast(User, request.user)
    with transaction.atomic():
        user.name = request.POST.get("name", "").strip()[:120]
        user.save(update_fields=["name"])
        record("account.renamed", workspace=None, actor=user, thing=f"person {user.pk}")
    messages.info(request, "Saved.")
    return redirect("account")


@login_required
@require_GET
def second_factor(request: HttpRequest) -> HttpResponse:
    """What somebody does first whose workspace wants a second factor."""
    return render(
        request, "accounts/second_factor.html", {"wanted_by": request.session.get("second_factor_for", "")}
    )
