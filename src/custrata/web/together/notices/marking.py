"""Notices of somebody are marked as read, or as new again, each with its entry in the log."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from custrata.web.audit.record import record
from custrata.web.together.models import Notice
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.within import within


def read_notices(asking: Asking, number: int | None = None) -> int:
    """Mark notices as read; returns how many were new.

    Args:
        asking: Whose, where.
        number: Which; None for all.
    """
    rows = _own(asking).filter(read_at=None)
    with transaction.atomic():
        marked = (rows if number is None else rows.filter(pk=number)).update(read_at=timezone.now())
        if marked:
            record("notices.read", workspace=asking.workspace, actor=asking.user, number=marked)
    return marked


def unread_notice(asking: Asking, number: int) -> None:
    """Mark a notice as new again.

    Args:
        asking: Whose, where.
        number: Which.

    Raises:
        Http404: There is no such notice of theirs.
    """
    with transaction.atomic():
        if not _own(asking).filter(pk=number).update(read_at=None):
            raise Http404("there is no such notice")
        record("notices.unread", workspace=asking.workspace, actor=asking.user, number=1)


def notice_of(asking: Asking, number: int) -> Notice:
    """A notice of somebody.

    Args:
        asking: Whose, where.
        number: Which.

    Raises:
        Http404: There is no such notice of theirs.
    """
    return within(asking, _own(asking), number, "notice")


def _own(asking: Asking) -> QuerySet[Notice]:
    return Notice.objects.filter(workspace=asking.workspace, person=asking.user)
