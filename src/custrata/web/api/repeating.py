"""A request that comes twice under one key is done once, and answered the same."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from custrata.web.accounts import tokens
from custrata.web.accounts.models import User
from custrata.web.api.models import Given
from custrata.web.api.problems import problem

HEADER = "Idempotency-Key"
KEPT = dt.timedelta(hours=24)
LONGEST = 255
GONE = 410
"""In place of the status of an answer that is not kept any more."""
_UNKEPT = frozenset({401, 403, 429})
_TOLD = "told_once"


def once(request: HttpRequest, do: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Do what a request asks for, unless it was done under the same key.

    Args:
        request: The request; without a key it is simply done.
        do: What it asks for.
    """
    key = request.headers.get(HEADER, "")
    user = who(request) if key and request.method == "POST" else None
    if user is None:
        return do()
    if len(key) > LONGEST or not key.isprintable():
        return problem(422, f"a key has at most {LONGEST} letters that can be read", where=HEADER)
    digest = digest_of(request)
    forget_old()
    kept, first = _begun(user, key, digest)
    return _done(request, kept, do) if first else _again(kept, digest)


def tell_once(request: HttpRequest, *names: str) -> None:
    """Keep parts of an answer out of what is kept of it: who sends it again is told null in their place.

    Args:
        request: The request that is being answered.
        names: Members of the answer that hold a secret.
    """
    request.told_once = names  # type: ignore[attr-defined]  # read when the answer is kept


def forget_old() -> int:
    """Take out answers that were kept long enough; returns how many."""
    old = Given.objects.filter(at__lt=timezone.now() - KEPT)
    return old.delete()[0] if old.exists() else 0


def forget_naming(names: Callable[[str], bool]) -> int:
    """Take out answers that name somebody who is erased: who sends the request again is not told them.

    Args:
        names: Whether a text names them.

    Returns:
        How many went.
    """
    gone = [kept.pk for kept in Given.objects.exclude(body="").iterator(500) if names(_plain(kept.body))]
    Given.objects.filter(pk__in=gone).update(body="", kind="text/plain", status=GONE)
    return len(gone)


def _plain(body: str) -> str:
    """An answer without escapes, behind which a name may hide."""
    try:
        return json.dumps(json.loads(body), ensure_ascii=False)
    except ValueError:
        return body


def _begun(user: User, key: str, digest: str) -> tuple[Given, bool]:
    try:
        with transaction.atomic():
            return Given.objects.create(user=user, key=key, digest=digest), True
    except IntegrityError:
        return Given.objects.get(user=user, key=key), False


def _again(kept: Given, digest: str) -> HttpResponse:
    if kept.digest != digest:
        return problem(422, "this key was used for another request", where=HEADER, remedy="use a new key")
    if not kept.status:
        return problem(409, "this request is still being done", where=HEADER, remedy="ask again in a moment")
    if kept.status == GONE:
        return problem(410, "this was done; its answer named a person who was erased", where=HEADER)
    answer = HttpResponse(kept.body, status=kept.status, content_type=kept.kind)
    answer["Idempotent-Replayed"] = "true"
    return answer


def _done(request: HttpRequest, kept: Given, do: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    try:
        answer = do()
    except BaseException:  # even a stopped process leaves no key that waits for ever
        kept.delete()
        raise
    if isinstance(answer, HttpResponse) and answer.status_code < 500 and answer.status_code not in _UNKEPT:
        kept.status, kept.kind = answer.status_code, answer.get("Content-Type", "")
        kept.body = _kept_of(answer.content.decode("utf-8", "replace"), getattr(request, _TOLD, ()))
        kept.save(update_fields=["status", "kind", "body"])
    else:
        kept.delete()
    return answer


def _kept_of(body: str, told_once: tuple[str, ...]) -> str:
    return json.dumps(json.loads(body) | dict.fromkeys(told_once)) if told_once else body


def who(request: HttpRequest) -> User | None:
    """Who sent a request; None for nobody who is known here.

    Args:
        request: With a token, or from a browser.
    """
    shown = request.headers.get("Authorization", "")
    if shown:
        # The gate takes the word before the token in any letters, and so does this.
        kind, _, token = shown.partition(" ")
        found = tokens.user_of(token) if kind.lower() == "bearer" else None
        return found.user if found else None
    return request.user if isinstance(request.user, User) else None


def digest_of(request: HttpRequest) -> str:
    """A hash of method, address, token and body: another request has another one.

    Args:
        request: The request.
    """
    # The token belongs to it: what one was answered is not told to another of fewer scopes or elsewhere.
    shown = request.headers.get("Authorization", "")
    said = (str(request.method).encode(), request.get_full_path().encode(), shown.encode(), _body(request))
    return hashlib.sha256(b"\n".join(said)).hexdigest()


def _body(request: HttpRequest) -> bytes:
    """The body, or a hash of what a form says: its files may be larger than the memory."""
    if request.content_type != "multipart/form-data":
        return request.body
    found = hashlib.sha256(json.dumps(list(request.POST.lists())).encode())
    for name, files in request.FILES.lists():
        for file in files:
            found.update(f"\n{name}\n{file.name}\n{file.size}\n".encode())
            for chunk in file.chunks():
                found.update(chunk)
            file.seek(0)
    return found.digest()
