"""The page behind an invitation: who has no account makes a password, who has one comes in first."""

from __future__ import annotations

from typing import cast

from allauth.account.utils import perform_login
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from custrata.web.accounts.models import User
from custrata.web.workspaces.models import Invitation
from custrata.web.workspaces.people import inviting


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """Join a workspace by a one-time link."""
    invitation = inviting.found(secret)
    if invitation is None:
        raise Http404("this link is unknown, used or too old")
    account = User.objects.filter(email__iexact=invitation.email).first()
    if account is None:
        return _new(request, invitation)
    if not request.user.is_authenticated:
        # Whether the address has an account is told only to who holds the link that was sent to it.
        return cast(HttpResponse, redirect_to_login(request.get_full_path()))
    if request.user.pk != account.pk:
        return _page(request, invitation, "This invitation is for another address than yours.", 403)
    if request.method == "POST":
        inviting.accept(invitation, account)
        return redirect("home", invitation.workspace.slug)
    return _page(request, invitation)


def _new(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    if request.method == "GET":
        return _page(request, invitation)
    name, password = request.POST.get("name", "").strip()[:120], request.POST.get("password", "")
    person = User(email=invitation.email, name=name)
    try:
        validate_password(password, person)
    except ValidationError as error:
        return _page(request, invitation, " ".join(error.messages), 422, name)
    where = f"/w/{invitation.workspace.slug}/"
    try:
        with transaction.atomic():
            person = User.objects.create_user(invitation.email, password, name=name)
            if not inviting.accept(invitation, person):
                raise Http404("this link was used in the meantime")
    except IntegrityError:
        # The form was sent twice, and the first has made the account: it lets the person in.
        return cast(HttpResponse, redirect_to_login(where))
    return cast(HttpResponse, perform_login(request, person, email_verification="none", redirect_url=where))


def _page(
    request: HttpRequest, invitation: Invitation, wrong: str = "", status: int = 200, name: str = ""
) -> HttpResponse:
    known = request.user.is_authenticated
    given = {"invitation": invitation, "wrong": wrong, "name": name, "known": known}
    return render(request, "workspaces/join.html", given, status=status)
