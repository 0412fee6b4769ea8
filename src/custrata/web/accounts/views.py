"""Coming in by a link of one's own machine."""

from __future__ import annotations

from typing import cast

from allauth.account.utils import perform_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from custrata.web.accounts import owner_link


@never_cache
@require_GET
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Let the owner in by a one-time link; whoever else asks learns nothing."""
    if not owner_link.from_here(request):
        raise Http404("there is nothing here")
    if request.user.is_authenticated:
        return redirect("front")
    user = owner_link.use(secret)
    if user is None:
        return redirect("account_login")
    # Through allauth: who has set up a second factor is still asked for it, and the session is a new one.
    return cast(HttpResponse, perform_login(request, user, email_verification="none", redirect_url="/"))
