"""Tokens by which programs come in: shown once, kept as a hash, narrowed by scopes, revoked at any time."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from custrata.errors import SettingError
from custrata.web.accounts.models import Token, User
from custrata.web.audit.record import record
from custrata.web.workspaces.models import Workspace

PREFIX = "cus_"
"""By this scanners of source code find a token that somebody published by mistake."""

PEOPLE = "people"
"""The scope without which no program invites anybody, gives roles or takes somebody out."""
SCOPES = frozenset({"read", "write", PEOPLE})
_NOTED_EVERY = timedelta(minutes=1)
_NOBODY = "0" * 64


class Bearer(NamedTuple):
    """For whom a program acts.

    Attributes:
        user: Who.
        scopes: Some of ``read``, ``write`` and ``people``.
        workspace: The one workspace that the token reaches.
    """

    user: User
    scopes: frozenset[str]
    workspace: Workspace


def make(
    user: User, workspace: Workspace, name: str, scopes: Iterable[str], expires: datetime | None = None
) -> str:
    """A new token; this is the only time that it can be read.

    Args:
        user: For whom the program acts.
        workspace: The one workspace that it reaches.
        name: What the person calls it.
        scopes: Some of ``read``, ``write`` and ``people``.
        expires: From when it opens nothing any more; None for never.

    Raises:
        SettingError: There is no name, no scope, an unknown scope, or the end lies in the past.
    """
    wanted = sorted(set(scopes))
    _check(name, wanted, expires)
    key = secrets.token_hex(6)
    raw = f"{PREFIX}{key}_{secrets.token_urlsafe(32)}"
    with transaction.atomic():
        Token.objects.create(
            user=user,
            workspace=workspace,
            name=name.strip(),
            key=key,
            digest=_digest(raw),
            scopes=wanted,
            expires_at=expires,
        )
        record("token.made", workspace=workspace, actor=user, thing=key, scopes=wanted)
    return raw


def revoke(token: Token, actor: User) -> None:
    """Take a token back, from now on.

    Args:
        token: Which.
        actor: Who takes it back.
    """
    with transaction.atomic():
        if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
            record("token.revoked", workspace=token.workspace, actor=actor, thing=token.key)


def user_of(raw: str) -> Bearer | None:
    """For whom a program acts; None for a token that is unknown, too old or taken back.

    The row is found by the public part; the secret part is compared in a time that says nothing about it.

    Args:
        raw: What the program showed.
    """
    key = raw.removeprefix(PREFIX).partition("_")[0]
    now = timezone.now()
    found = (
        Token.objects.select_related("user", "workspace")
        .filter(Q(expires_at=None) | Q(expires_at__gt=now), key=key, revoked_at=None, user__is_active=True)
        .first()
    )
    same = hmac.compare_digest(found.digest if found else _NOBODY, _digest(raw))
    if found is None or not same:
        return None
    if found.last_used_at is None or now - found.last_used_at > _NOTED_EVERY:
        Token.objects.filter(pk=found.pk).update(last_used_at=now)
    return Bearer(found.user, frozenset(found.scopes), found.workspace)


def _check(name: str, scopes: list[str], expires: datetime | None) -> None:
    if not name.strip() or len(name.strip()) > 80:
        raise SettingError("a token has a name of 1 to 80 letters", where="name", remedy="say what it is for")
    if not scopes or not SCOPES.issuperset(scopes):
        raise SettingError(
            "a token may read, write, or look after people",
            where="scopes",
            remedy="choose read, write or people",
        )
    if expires is not None and expires <= timezone.now():
        raise SettingError("this day has passed", where="expires", remedy="choose a day to come")


def _digest(raw: str) -> str:
    return hashlib.sha256(raw.encode("utf-8")).hexdigest()
