"""Who is here now: signs of life that run out by themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from custrata.web.accounts.models import User
from custrata.web.strategies.models import Presence
from custrata.web.workspaces.models import Workspace

RUNS_OUT = dt.timedelta(seconds=40)
"""How long after the last sign of life somebody counts as here."""


@dataclass(frozen=True)
class Face:
    """Somebody who is here.

    Attributes:
        name: What others see.
        initials: Two letters.
        block: Address of the block that the person edits; empty for none.
        you: Whether it is the one who asks.
    """

    name: str
    initials: str
    block: str
    you: bool


def seen(workspace: Workspace, user: User, block: str, now: dt.datetime) -> None:
    """Note a sign of life.

    Args:
        workspace: Where.
        user: Whose.
        block: Address of the block that is edited; empty for none.
        now: When.
    """
    with transaction.atomic():
        Presence.objects.update_or_create(
            workspace=workspace, user=user, defaults={"block": block[:200], "at": now}
        )
        Presence.objects.filter(workspace=workspace, at__lt=now - RUNS_OUT).delete()


def faces(workspace: Workspace, user: User, now: dt.datetime) -> list[Face]:
    """Who is here now, the one who asks first.

    Args:
        workspace: Where.
        user: Who asks.
        now: When.
    """
    rows = Presence.objects.filter(workspace=workspace, at__gte=now - RUNS_OUT).select_related("user")
    found = [Face(str(r.user), r.user.initials, r.block, r.user_id == user.pk) for r in rows.order_by("user")]
    return sorted(found, key=lambda face: not face.you)
