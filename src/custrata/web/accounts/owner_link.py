"""The link that lets the owner of a machine in: made at start, used once, only from the machine itself.

Looking at it does not use it up: what looks ahead at links, and an answer that came too late, ask by GET. The
page behind it comes in by POST, by itself in a window that somebody sees, else by its button.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from datetime import timedelta
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from custrata.web.accounts.models import OwnerLink, User
from custrata.web.audit.record import record

LASTS = timedelta(minutes=10)
OWNER = "owner@localhost"
"""Address of the owner until they give another; nothing is sent there."""

_PASSED_ON = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")


def first_owner() -> User:
    """The owner of the site: its first user, made without a password where there is none yet."""
    found = User.objects.filter(is_active=True).order_by("pk").first()
    return found or User.objects.create_user(OWNER, name="Owner", is_superuser=True)


def make(user: User, to: str = "") -> str:
    """The path of a link that lets a person in once, within ten minutes, from this machine.

    Args:
        user: Who.
        to: Path of the page to which it leads; empty for the front.
    """
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        OwnerLink.objects.filter(expires_at__lt=timezone.now()).delete()
        OwnerLink.objects.create(user=user, digest=_digest(secret), expires_at=timezone.now() + LASTS)
        record("owner_link.made", workspace=None, actor=user)
    return reverse("enter", args=[secret]) + (f"?{urlencode({'to': to})}" if to else "")


def fresh(secret: str) -> bool:
    """Whether a link would let somebody in; asking does not use it up.

    Args:
        secret: The random part of the path.
    """
    return _fresh(secret).exists()


def use(secret: str) -> User | None:
    """Who a link lets in; it is used up by this. None where it is unknown, used or too old.

    Args:
        secret: The random part of the path.
    """
    with transaction.atomic():
        # One statement decides who is first: of two at once, one changes a row and the other none.
        if _fresh(secret).update(used_at=timezone.now()) != 1:
            return None
        user = OwnerLink.objects.select_related("user").get(digest=_digest(secret)).user
        record("owner_link.used", workspace=None, actor=user)
    return user


def from_here(request: HttpRequest) -> bool:
    """Whether a request comes from the machine itself, and nobody passed it on.

    Args:
        request: The request.
    """
    if any(request.META.get(header) for header in _PASSED_ON):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _fresh(secret: str) -> QuerySet[OwnerLink]:
    return OwnerLink.objects.filter(
        digest=_digest(secret), used_at=None, expires_at__gt=timezone.now(), user__is_active=True
    )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()
