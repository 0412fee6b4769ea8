"""How somebody wants to be told: kinds that are muted, the weekly mail."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from custrata.web.audit.record import record
from custrata.web.together.models import NoticeKind, Preference
from custrata.web.workspaces.asking import Asking


def preference_of(asking: Asking) -> Preference:
    """How somebody wants to be told; what everybody gets where nothing was chosen, not kept yet.

    Args:
        asking: Who, where.
    """
    found = Preference.objects.filter(workspace=asking.workspace, person=asking.user).first()
    return found or Preference(workspace=asking.workspace, person=asking.user)


def choose(asking: Asking, wanted: Iterable[str], *, digest: bool) -> Preference:
    """Choose what to be told.

    Args:
        asking: Who, where.
        wanted: Kinds of notices that are wanted; all others are muted.
        digest: Whether the weekly mail comes.
    """
    kept = set(wanted)
    muted = [kind.value for kind in NoticeKind if kind.value not in kept]
    return _set(asking, "notices.chosen", muted=muted, digest=digest)


def hide_checklist(asking: Asking, *, hidden: bool) -> Preference:
    """Put the list of first steps away, or bring it back.

    Args:
        asking: Who, where.
        hidden: Whether it is away.
    """
    return _set(asking, "checklist.hidden" if hidden else "checklist.shown", checklist_hidden=hidden)


def _set(asking: Asking, act: str, **fields: object) -> Preference:
    with transaction.atomic():
        kept, _ = Preference.objects.update_or_create(
            workspace=asking.workspace, person=asking.user, defaults=fields
        )
        record(act, workspace=asking.workspace, actor=asking.user, thing=f"person:{asking.user.pk}")
    return kept
