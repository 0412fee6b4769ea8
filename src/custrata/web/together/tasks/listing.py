"""Tasks as a page lists them: with their day in words, and what they follow from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, QuerySet

from custrata.project.showing.home.due import day_in_words
from custrata.web.accounts.models import User
from custrata.web.together.addresses import link_of, words_of
from custrata.web.together.models import Task
from custrata.web.workspaces.models import Workspace

MOST = 200
"""Tasks on one page."""

FILTERS = (
    ("open", "Open"),
    ("mine", "Mine"),
    ("late", "Late"),
    ("nobody", "Without an owner"),
    ("done", "Done"),
    ("all", "All"),
)
"""Filters by key, with what they are called."""


@dataclass(frozen=True)
class Listed:
    """A task as a page shows it.

    Attributes:
        task: What is kept.
        due: Its day in words.
        late: Whether the day has passed and it is open.
        href: The page of what it follows from; empty for nothing.
        source: What it follows from, in words.
    """

    task: Task
    due: str
    late: bool
    href: str
    source: str

    @property
    def key(self) -> str:
        """The key of the task, as text."""
        return str(self.task.pk)

    @property
    def day(self) -> str:
        """The day as a form holds it; empty where none is set."""
        return self.task.due_on.isoformat() if self.task.due_on else ""


def tasks_of(
    workspace: Workspace,
    looking: User,
    today: dt.date,
    *,
    only: str = "open",
    origin: str = "",
    most: int | None = MOST,
) -> tuple[Listed, ...]:
    """Tasks of a workspace through a filter, the earliest day first.

    Args:
        workspace: Where.
        looking: Who looks.
        today: The day against which they are late.
        only: Key of a filter.
        origin: Address of what they follow from; empty for any.
        most: How many at most; None for all.
    """
    rows = _filtered(_of(workspace, origin), looking, today, only)
    found = rows.select_related("owner", "maker")[:most]
    return tuple(listed(task, workspace.slug, today) for task in found)


def counted(
    workspace: Workspace, looking: User, today: dt.date, *, only: str = "open", origin: str = ""
) -> tuple[int, int]:
    """How many tasks a filter finds, however many a page lists, and how many of them are late.

    Args:
        workspace: Where.
        looking: Who looks.
        today: The day against which they are late.
        only: Key of a filter.
        origin: Address of what they follow from; empty for any.
    """
    rows = _filtered(_of(workspace, origin), looking, today, only).order_by()
    return rows.count(), rows.filter(done_at=None, due_on__lt=today).count()


def listed(task: Task, slug: str, today: dt.date) -> Listed:
    """A task with its day in words and the way back to what it follows from.

    Args:
        task: Which.
        slug: The workspace's part of the address.
        today: The day against which it is late.
    """
    late = task.done_at is None and task.due_on is not None and task.due_on < today
    href = link_of(slug, task.origin) if task.origin else ""
    source = task.origin_title or (words_of(task.origin) if task.origin else "")
    return Listed(task, day_in_words(task.due_on, today) if task.due_on else "", late, href, source)


def _of(workspace: Workspace, origin: str) -> QuerySet[Task]:
    rows = Task.objects.filter(workspace=workspace)
    return rows.filter(origin=origin) if origin else rows


def _filtered(rows: QuerySet[Task], looking: User, today: dt.date, only: str) -> QuerySet[Task]:
    if only == "done":
        return rows.exclude(done_at=None).order_by("-done_at")
    if only == "all":
        return rows.order_by(F("done_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")
    rows = rows.filter(done_at=None)
    if only == "mine":
        return rows.filter(owner=looking)
    if only == "late":
        return rows.filter(due_on__lt=today)
    return rows.filter(owner=None) if only == "nobody" else rows
