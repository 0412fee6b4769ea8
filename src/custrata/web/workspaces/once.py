"""A form that is sent twice, by a double click or a line that broke, is done once."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from functools import partial, wraps
from typing import ParamSpec, cast

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from custrata.errors import InputError
from custrata.web.api.models import Given
from custrata.web.api.repeating import digest_of, forget_old
from custrata.web.workspaces.asking import Asking, View, by_script

P = ParamSpec("P")

HELD = dt.timedelta(minutes=1)
"""After it, the same words from the same page are meant, and done again."""

WAITS = 5.0
"""Seconds for which the second waits for the first, to be answered as it was."""

GLANCE = 0.05
"""Seconds between two looks whether it has ended."""

MARK = "csrfmiddlewaretoken"
"""Each time a page is made, its forms carry another one: by it the same form is told from the same words."""


def once(view: View[P]) -> View[P]:
    """A view that makes something, done once for each time that its form is shown and filled in.

    A form that was refused may be sent again, and so may one without the mark of a page: whatever sent it was
    no form.

    Args:
        view: The view; it stands below ``needs``, and leads on to a page when it has made something.
    """

    @wraps(view)
    def guarded(request: HttpRequest, asking: Asking, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method != "POST" or MARK not in request.POST:
            return view(request, asking, *args, **kwargs)
        forget_old()
        key, until = f"form:{digest_of(request)}", time.monotonic() + WAITS
        while time.monotonic() < until:
            held = _begun(asking, key)
            if held is not None:
                return _done(held, request, partial(view, request, asking, *args, **kwargs))
            found = Given.objects.filter(user=asking.user, key=key).first()
            if found is not None and found.status:
                return _again(found)
            time.sleep(GLANCE)
        raise InputError("this is still being done", remedy="look at the page again in a moment")

    return cast(View[P], guarded)


def _begun(asking: Asking, key: str) -> Given | None:
    """What is kept of a form from now on, if it is this one that does it."""
    rows, now = Given.objects.filter(user=asking.user, key=key), timezone.now()
    try:
        with transaction.atomic():
            return Given.objects.create(user=asking.user, key=key, digest="")
    except IntegrityError:
        # Of several that come at once after the minute, one does it.
        taken = rows.filter(at__lt=now - HELD).update(at=now, status=0, body="")
    return rows.first() if taken else None


def _done(held: Given, request: HttpRequest, do: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    try:
        answer = do()
    except BaseException:  # even a stopped process leaves no form that can never be sent again
        held.delete()
        raise
    if 300 <= answer.status_code < 400:
        held.status, held.body = answer.status_code, answer["Location"]
    elif answer.status_code < 300 and by_script(request):
        held.status = 204
    if not held.status:
        held.delete()
        return answer
    held.save(update_fields=["status", "body"])
    return answer


def _again(found: Given) -> HttpResponse:
    """Where the first one led; a script that swaps a part has the page shown as it is now."""
    if found.body:
        return HttpResponse(status=found.status, headers={"Location": found.body})
    return HttpResponse(status=204, headers={"HX-Refresh": "true"})
