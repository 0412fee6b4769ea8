"""Comments and tasks."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from custrata.web.accounts.models import User
from custrata.web.api.gate import asks
from custrata.web.api.paging import LARGEST, Cursor, Limit, page, read, written
from custrata.web.api.rooms.answering import Number, Sent, Slug, Words, answers, asking_in
from custrata.web.together.models import Comment, Task
from custrata.web.together.people import name_of
from custrata.web.together.talking import threads
from custrata.web.together.tasks import keeping
from custrata.web.together.tasks.listing import tasks_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within

router = Router(tags=["together"])

Key = Annotated[int, Field(ge=1, le=LARGEST)]


class CommentShape(Schema):
    """Something said; its words are empty once they were taken back."""

    number: int
    address: str
    parent: int | None
    who: str
    text: str
    at: dt.datetime
    edited_at: dt.datetime | None
    resolved_at: dt.datetime | None


class Comments(Schema):
    """A page of comments, in the order in which they were said."""

    items: list[CommentShape]
    next: str | None


class CommentText(Sent):
    """What is said about what; an answer names what it answers."""

    address: Words = ""
    text: Words
    parent: Key | None = None


class CommentChange(Sent):
    """Other words, or whether the thread is settled."""

    text: Words | None = None
    resolved: bool | None = None


class TaskShape(Schema):
    """Something that somebody is to do."""

    number: int
    title: str
    note: str
    origin: str
    owner: str | None
    due_on: dt.date | None
    late: bool
    done_at: dt.datetime | None


class Tasks(Schema):
    """A page of tasks, the earliest day first."""

    items: list[TaskShape]
    next: str | None


class TaskText(Sent):
    """A task; its owner is named by the address with which the person comes in."""

    title: Words
    note: Words = ""
    origin: Words = ""
    owner: Words | None = None
    due_on: dt.date | None = None


class TaskChange(Sent):
    """What of a task is to be otherwise; what is left out stays."""

    title: Words | None = None
    note: Words | None = None
    owner: Words | None = None
    due_on: dt.date | None = None
    done: bool | None = None


@router.get(
    "/workspaces/{slug:slug}/comments", auth=asks(Right.SEE), response=answers(Comments), summary="Comments"
)
def comments(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor, address: str = "") -> Any:
    """What was said in the workspace, or about one thing."""
    rows = Comment.objects.filter(workspace=asking_in(request).workspace).select_related("author")
    rows = rows.filter(address=address.replace("\x00", "")) if address else rows
    found = list(rows.filter(pk__gt=read(cursor, int) or 0).order_by("pk")[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [_comment(c) for c in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/comments",
    auth=asks(Right.COMMENT),
    response=answers(CommentShape, 409, 410, status=201),
    summary="Say something",
)
def say(request: HttpRequest, slug: Slug, text: CommentText) -> Any:
    """Begin a thread, or answer in one."""
    asking = asking_in(request)
    parent = _comment_of(asking, text.parent) if text.parent else None
    return Status(201, _comment(threads.say(asking.workspace, asking.user, text.address, text.text, parent)))


@router.patch(
    "/workspaces/{slug:slug}/comments/{number}",
    auth=asks(Right.COMMENT),
    response=answers(CommentShape),
    summary="Change or settle",
)
def change_comment(request: HttpRequest, slug: Slug, number: Number, text: CommentChange) -> Any:
    """Change the words of one's own comment, or settle its thread."""
    asking = asking_in(request)
    found = _comment_of(asking, number)
    if text.text is not None:
        threads.reword(found, asking.user, text.text)
    if text.resolved is not None:
        threads.settle(found, asking.user, resolved=text.resolved)
    return _comment(_comment_of(asking, number))


@router.delete(
    "/workspaces/{slug:slug}/comments/{number}",
    auth=asks(Right.COMMENT),
    response=answers(None, status=204),
    summary="Take back",
)
def take_back(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take back one's own comment: its words are gone, its place stays."""
    asking = asking_in(request)
    threads.take_back(_comment_of(asking, number), asking.user)
    return Status(204, None)


@router.get("/workspaces/{slug:slug}/tasks", auth=asks(Right.SEE), response=answers(Tasks), summary="Tasks")
def tasks(
    request: HttpRequest,
    slug: Slug,
    limit: Limit,
    cursor: Cursor,
    only: Literal["open", "mine", "late", "nobody", "done"] = "open",
) -> Any:
    """The tasks of the workspace through a filter."""
    asking = asking_in(request)
    found = tasks_of(asking.workspace, asking.user, timezone.localdate(), only=only, most=None)
    items, following = page(found, limit, cursor)
    return {"items": [_task(one.task) for one in items], "next": following}


@router.post(
    "/workspaces/{slug:slug}/tasks",
    auth=asks(Right.COMMENT),
    response=answers(TaskShape, 409, 410, status=201),
    summary="Make a task",
)
def make_task(request: HttpRequest, slug: Slug, text: TaskText) -> Any:
    """Make a task; whoever it is given to is told."""
    asking = asking_in(request)
    made = keeping.make(
        asking.workspace,
        asking.user,
        text.title,
        origin=text.origin,
        owner=_owner(asking, text.owner),
        due_on=text.due_on,
        note=text.note,
    )
    return Status(201, _task(made))


@router.patch(
    "/workspaces/{slug:slug}/tasks/{number}",
    auth=asks(Right.COMMENT),
    response=answers(TaskShape),
    summary="Change a task",
)
def change_task(request: HttpRequest, slug: Slug, number: Number, text: TaskChange) -> Any:
    """Change a task, or say that it is done; what is left out stays."""
    asking = asking_in(request)
    task, given = _task_of(asking, number), text.model_fields_set - {"done"}
    if given:
        keeping.rewrite(
            task,
            asking,
            title=text.title if text.title is not None else task.title,
            owner=_owner(asking, text.owner) if "owner" in given else task.owner,
            due_on=text.due_on if "due_on" in given else task.due_on,
            note=text.note if text.note is not None else task.note,
        )
    if text.done is not None:
        keeping.finish(task, asking, done=text.done)
    return _task(_task_of(asking, number))


@router.delete(
    "/workspaces/{slug:slug}/tasks/{number}",
    auth=asks(Right.COMMENT),
    response=answers(None, status=204),
    summary="Drop a task",
)
def drop_task(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take a task out."""
    asking = asking_in(request)
    keeping.drop(_task_of(asking, number), asking)
    return Status(204, None)


def _comment_of(asking: Asking, number: int) -> Comment:
    rows = Comment.objects.select_related("author", "parent", "workspace")
    return within(asking, rows, number, "comment")


def _task_of(asking: Asking, number: int) -> Task:
    return within(asking, Task.objects.select_related("owner"), number, "task")


def _owner(asking: Asking, address: str | None) -> User | None:
    if not address:
        return None
    rows = Membership.objects.filter(workspace=asking.workspace, user__email__iexact=address)
    found = rows.select_related("user").first()
    if found is None:
        raise Http404("nobody of this workspace comes in with that address")
    return found.user


def _comment(row: Comment) -> dict[str, Any]:
    return {
        "number": row.pk,
        "address": row.address,
        "parent": row.parent_id,
        "who": name_of(row.author),
        "text": row.text,
        "at": row.created_at,
        "edited_at": row.edited_at,
        "resolved_at": row.resolved_at,
    }


def _task(row: Task) -> dict[str, Any]:
    late = row.done_at is None and row.due_on is not None and row.due_on < timezone.localdate()
    return {
        "number": row.pk,
        "title": row.title,
        "note": row.note,
        "origin": row.origin,
        "owner": str(row.owner) if row.owner else None,
        "due_on": row.due_on,
        "late": late,
        "done_at": row.done_at,
    }
