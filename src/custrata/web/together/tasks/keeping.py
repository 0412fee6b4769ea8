"""Tasks: made, changed, done, taken up again, dropped; each act on record."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.together.addresses import checked
from custrata.web.together.models import NoticeKind, Task
from custrata.web.together.notices.telling import tell
from custrata.web.together.people import name_of
from custrata.web.workspaces import typed
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import hold

LONGEST = 300
"""Letters of a title."""


def make(
    workspace: Workspace,
    maker: User,
    title: str,
    *,
    origin: str = "",
    origin_title: str = "",
    owner: User | None = None,
    due_on: dt.date | None = None,
    note: str = "",
) -> Task:
    """Make a task; whoever it is given to is told.

    Args:
        workspace: Where.
        maker: Who makes it.
        title: What is to be done.
        origin: Address of what it follows from; empty for nothing.
        origin_title: What that said.
        owner: Who does it; None while nobody does.
        due_on: By when; None where no day is set.
        note: More words.

    Raises:
        ValidationError: It has no title, or a title that is too long.
    """
    words = _title(title)
    with transaction.atomic():
        task = Task.objects.create(
            workspace=workspace,
            title=words,
            note=note.strip(),
            origin=checked(origin) if origin else "",
            origin_title=origin_title.strip()[:LONGEST],
            owner=owner,
            due_on=due_on,
            maker=maker,
        )
        record("task.made", workspace=workspace, actor=maker, thing=f"task:{task.pk}", origin=task.origin)
        _tell(task, maker, None)
    return task


def rewrite(
    task: Task, by: Asking, *, title: str, owner: User | None, due_on: dt.date | None, note: str = ""
) -> None:
    """Change a task; whoever it is given to now is told.

    Args:
        task: Which.
        by: Who, where.
        title: What is to be done.
        owner: Who does it.
        due_on: By when.
        note: More words.

    Raises:
        PermissionDenied: It is neither theirs nor may they edit.
        ValidationError: It has no title, or a title that is too long.
    """
    with transaction.atomic():
        hold(task)
        allow(task, by)
        before = task.owner_id
        task.title, task.owner, task.due_on, task.note = _title(title), owner, due_on, note.strip()
        _save(task, by, "task.changed", "title", "owner", "due_on", "note")
        _tell(task, by.user, before)


def finish(task: Task, by: Asking, *, done: bool) -> None:
    """Say that a task is done, or that it is open again; who says it first has said it.

    Args:
        task: Which.
        by: Who, where.
        done: Whether it is done now.
    """
    with transaction.atomic():
        hold(task)
        if done is (task.done_at is not None):
            return
        task.done_at, task.done_by = (timezone.now(), by.user) if done else (None, None)
        _save(task, by, "task.done" if done else "task.reopened", "done_at", "done_by")


def drop(task: Task, by: Asking) -> None:
    """Take a task out.

    Args:
        task: Which.
        by: Who, where.

    Raises:
        PermissionDenied: It is neither theirs nor may they edit.
    """
    with transaction.atomic():
        hold(task)
        allow(task, by)
        record("task.dropped", workspace=task.workspace, actor=by.user, thing=f"task:{task.pk}")
        task.delete()


def allow(task: Task, by: Asking) -> None:
    """Let pass who made a task, who does it, and who may edit.

    Args:
        task: Which.
        by: Who, where.

    Raises:
        PermissionDenied: It is somebody else.
    """
    if by.user.pk not in (task.maker_id, task.owner_id) and not by.may(Right.EDIT):
        raise PermissionDenied("only who made a task, who does it, or an editor changes it")


def day(written: str) -> dt.date | None:
    """A day as a form sends it; None for none.

    Args:
        written: Such as ``2026-11-30``.

    Raises:
        ValidationError: It is no day.
    """
    try:
        return typed.day(written)
    except ValueError as error:
        raise ValidationError(f"{written!r} is no day: write it as 2026-11-30, or leave it empty") from error


def _title(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise ValidationError("a task needs a title: say what is to be done")
    if len(words) > LONGEST:
        raise ValidationError(f"this title has {len(words):,} letters; {LONGEST} fit: shorten it")
    return words


def _save(task: Task, by: Asking, act: str, *fields: str, **detail: Any) -> None:
    task.save(update_fields=list(fields))
    record(act, workspace=task.workspace, actor=by.user, thing=f"task:{task.pk}", **detail)


def _tell(task: Task, by: User, before: int | None) -> None:
    if task.owner_id is not None and task.owner_id != before:
        text = f"{name_of(by)} gives you a task: {task.title}"
        tell(task.workspace, NoticeKind.TASK, [task.owner_id], text, f"task:{task.pk}", by)
