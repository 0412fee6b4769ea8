"""The log of one workspace, newest first, a page at a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Workspace

AT_ONCE = 50


@dataclass(frozen=True)
class Wanted:
    """Which entries somebody looks for; empty means any.

    Attributes:
        act: How the act begins, such as ``strategy``.
        actor: Number of the person.
        since: From this day on.
        until: Up to this day, the day included.
        before: Entries with a smaller number, for the next page.
    """

    act: str = ""
    actor: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    before: int | None = None


@dataclass(frozen=True)
class Line:
    """An entry with the name of who did it.

    Attributes:
        entry: The entry.
        who: Name of the person; the program where nobody did it.
    """

    entry: Entry
    who: str


def entries(workspace: Workspace, wanted: Wanted) -> tuple[list[Line], int | None]:
    """A page of the log of a workspace.

    Args:
        workspace: Whose; entries of other workspaces are never in it.
        wanted: Which entries.

    Returns:
        The entries, and from which number on the next page goes; None for the last page.
    """
    found = list(_found(workspace, wanted)[: AT_ONCE + 1])
    page = found[:AT_ONCE]
    # The log keeps numbers of people who have gone: names are looked up, never joined.
    names = {user.pk: str(user) for user in User.objects.filter(pk__in={e.actor_id for e in page})}
    lines = [Line(entry, _who(entry, names)) for entry in page]
    return lines, page[-1].pk if len(found) > AT_ONCE else None


def kinds(workspace: Workspace) -> list[str]:
    """What was done in a workspace, each kind once."""
    return sorted(set(Entry.objects.filter(workspace=workspace).order_by().values_list("act", flat=True)))


def _found(workspace: Workspace, wanted: Wanted) -> QuerySet[Entry]:
    found = Entry.objects.filter(workspace=workspace).order_by("-pk")
    if wanted.act:
        found = found.filter(act__startswith=wanted.act)
    if wanted.actor is not None:
        found = found.filter(actor_id=wanted.actor)
    if wanted.since is not None:
        found = found.filter(at__gte=_start(wanted.since))
    if wanted.until is not None:
        found = found.filter(at__lt=_start(wanted.until + dt.timedelta(days=1)))
    return found if wanted.before is None else found.filter(pk__lt=wanted.before)


def _start(day: dt.date) -> dt.datetime:
    """When a day begins where the workspace is, as its pages show it."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _who(entry: Entry, names: dict[int, str]) -> str:
    if entry.actor_id is None:
        return "the program"
    return names.get(entry.actor_id, f"person {entry.actor_id}, gone")
