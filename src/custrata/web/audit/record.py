"""Write down what was done, in the transaction in which it is done."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Workspace

BEGINNING = "0" * 64
"""What stands before the first entry."""

_LOCK = 7_201_955
"""One number for the whole site: on PostgreSQL entries are added one after another."""


def record(
    act: str, *, workspace: Workspace | None, actor: User | None, thing: str = "", **detail: Any
) -> Entry:
    """Add an entry; call it inside the transaction of the act itself, so that neither stands alone.

    Args:
        act: What was done, such as ``strategy.saved``.
        workspace: Where; None for the site.
        actor: Who; None for the program itself.
        thing: To what.
        detail: Further facts; never secrets, never names of customers.
    """
    with transaction.atomic():
        _one_after_another()
        last = Entry.objects.order_by("-pk").values_list("hash", flat=True).first() or BEGINNING
        entry = Entry(
            workspace=workspace,
            actor=actor,
            act=act,
            thing=thing,
            detail=detail,
            at=timezone.now(),
            previous=last,
        )
        entry.hash = hash_of(entry)
        entry.save(force_insert=True)
    return entry


def hash_of(entry: Entry) -> str:
    """The hash of an entry and, through ``previous``, of all before it."""
    said = [
        entry.previous,
        entry.workspace_id,
        entry.actor_id,
        entry.act,
        entry.thing,
        _plain(entry.detail),
        entry.at.isoformat(),
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    """A value as every database gives it back: PostgreSQL makes whole numbers of ``1e20``."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _one_after_another() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
