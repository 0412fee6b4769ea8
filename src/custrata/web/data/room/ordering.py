"""Work that somebody orders in the data room, as pages and programs do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db import transaction

from custrata.project.adjusting.settings_file import adjust
from custrata.project.supplying.left_out import left_out_csv
from custrata.web.audit.record import record
from custrata.web.data.jobs.starting import start
from custrata.web.data.models import Job
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within


def cut_at(asking: Asking, day: dt.date | str | None) -> None:
    """Cut the data at another day from the next build on.

    Args:
        asking: Who, where.
        day: The day, or what somebody typed; None and empty take the last day in the data.

    Raises:
        SettingError: It is no day, or the settings cannot be written.
    """
    with transaction.atomic():
        record("data.cut", workspace=asking.workspace, actor=asking.user, thing=str(day or "last day"))
        adjust(asking.workspace.place, {"as_of": day or None})


def order_build(asking: Asking, *, again: bool = False) -> Job:
    """Build in the background; the build that runs already is given back instead of a second.

    Args:
        asking: Who, where.
        again: Whether it is built even where nothing has changed.
    """
    return start(asking.workspace, "build", asking.user, again=again)


def order_look(asking: Asking, *, again: bool = False) -> Job:
    """Look at the files in the background.

    Args:
        asking: Who, where.
        again: Whether their meaning is guessed anew over what a person corrected.
    """
    return start(asking.workspace, "map", asking.user, again=again)


def job_of(asking: Asking, number: int, *kinds: str) -> Job:
    """A job of this workspace.

    Args:
        asking: Who, where.
        number: Its number.
        kinds: Of these kinds; none for any.

    Raises:
        Http404: There is none of that number here.
    """
    rows = Job.objects.select_related("user", "workspace")
    return within(asking, rows.filter(kind__in=kinds) if kinds else rows, number, "job")


def set_aside_taken(asking: Asking, reason: str) -> Iterator[str]:
    """The rows that were set aside, as lines of CSV; that they were taken is on record.

    Args:
        asking: Who, where.
        reason: Only of this reason; empty for all.
    """
    persons = asking.may(Right.PERSONS)
    with transaction.atomic():
        record("data.set_aside_taken", workspace=asking.workspace, actor=asking.user, persons=persons)
    return left_out_csv(asking.workspace.place, reason=reason, persons=persons)
