"""How many different questions about customers one person may ask outside, whatever programs ask for them."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from custrata.errors import CustrataError
from custrata.project.live.desk import Desk
from custrata.project.live.leaving import BUDGET
from custrata.segments.rules.normal import normal
from custrata.segments.rules.reading import json_text
from custrata.segments.rules.rule import Rule
from custrata.web.customers.models import CountAsked
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Membership

A_DAY = dt.timedelta(days=1)
KEPT = dt.timedelta(days=400)
"""Snapshots that are asked so long are rare, and their questions are few."""


class SpentError(CustrataError):
    """Somebody has asked as many questions as one may."""


def spend(asking: Asking, desk: Desk, rule: Rule) -> None:
    """Note a question, unless it was asked before: an equal one costs nothing.

    All programs of a person share one budget, or each new token would bring a new one. It is counted in the
    database, where all processes see it.

    Args:
        asking: Who asks, where.
        desk: The customers who are asked about.
        rule: What is asked.

    Raises:
        SpentError: It would be one too many.
    """
    text = json_text(normal(rule, desk.groups))
    mine = CountAsked.objects.filter(workspace=asking.workspace, user=asking.user)
    today = Q(at__gt=timezone.now() - A_DAY)
    asked = hashlib.sha256(text.encode("utf-8")).hexdigest()
    with transaction.atomic():
        # One after another, so that of many at once none slips past the last one.
        Membership.objects.select_for_update().get(pk=asking.membership.pk)
        if mine.filter(asked=asked, snapshot=desk.manifest.fingerprint).exists():
            return
        # Who may build would else begin anew with each build, as often as they like.
        if mine.filter(Q(snapshot=desk.manifest.fingerprint) | today).count() >= BUDGET:
            raise SpentError(
                f"{BUDGET} different questions were asked of this snapshot or today, and more would tell of "
                "single customers",
                where="rule",
                remedy="ask again what was asked before, which costs nothing; wait for tomorrow's build; "
                "or let an admin give the right to see persons",
            )
        CountAsked.objects.create(
            workspace=asking.workspace, user=asking.user, snapshot=desk.manifest.fingerprint, asked=asked
        )


def forget_old() -> int:
    """Take out questions to snapshots of long ago.

    Returns:
        How many went.
    """
    return CountAsked.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
