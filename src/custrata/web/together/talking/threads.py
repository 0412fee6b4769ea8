"""Threads of comments: begun, answered, changed, taken back, settled; and as values for a page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.safestring import SafeString

from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.together.addresses import checked, words_of
from custrata.web.together.models import Comment, NoticeKind
from custrata.web.together.notices.telling import tell
from custrata.web.together.people import Person, name_of, people_of
from custrata.web.together.talking.mentions import marked, mentioned
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.within import hold

LONGEST = 5000
"""Letters of a comment."""

MOST = 100
"""Comments that a page shows at once, the newest; earlier ones are a step away."""


@dataclass(frozen=True)
class Said:
    """One comment as a page shows it.

    Attributes:
        comment: What is kept.
        who: Name of who said it.
        initials: For the face.
        words: The text with names marked; empty where it was taken back.
        mine: Whether whoever looks said it.
    """

    comment: Comment
    who: str
    initials: str
    words: SafeString
    mine: bool


@dataclass(frozen=True)
class Thread:
    """A comment with its answers.

    Attributes:
        first: What began it.
        answers: What was answered, in order.
    """

    first: Said
    answers: tuple[Said, ...] = field(default=())

    @property
    def resolved(self) -> bool:
        """Whether it is settled."""
        return self.first.comment.resolved_at is not None

    @property
    def last_at(self) -> dt.datetime:
        """When something was said last."""
        return (self.answers[-1] if self.answers else self.first).comment.created_at


class Threads(tuple[Thread, ...]):
    """Threads as a page shows them.

    Attributes:
        before: Key before which earlier comments lie; 0 where there are none.
    """

    before = 0


def threads_at(workspace: Workspace, address: str, looking: User, *, before: int = 0) -> Threads:
    """The threads on something, the open ones first, in the order in which they began.

    Args:
        workspace: Where.
        address: What they are about.
        looking: Who looks.
        before: Key before which comments are shown; 0 for the newest.
    """
    people = people_of(workspace)
    rows, earlier = _newest(workspace, address, before)
    said = [_said(row, people, looking) for row in rows]
    answers: dict[int, list[Said]] = {}
    for one in said:
        if one.comment.parent_id is not None:
            answers.setdefault(one.comment.parent_id, []).append(one)
    found = [Thread(s, tuple(answers.get(s.comment.pk, ()))) for s in said if s.comment.parent_id is None]
    shown = [t for t in found if t.first.comment.removed_at is None or t.answers]
    made = Threads(sorted(shown, key=lambda thread: thread.resolved))
    made.before = earlier
    return made


def _newest(workspace: Workspace, address: str, before: int) -> tuple[list[Comment], int]:
    """As many comments as a page shows, with what began their threads; and before which earlier ones lie."""
    every = Comment.objects.filter(workspace=workspace, address=address)
    every = every.select_related("author", "resolved_by")
    rows = list((every.filter(pk__lt=before) if before else every).order_by("-pk")[: MOST + 1])
    found, more = rows[:MOST], len(rows) > MOST
    there = {row.pk for row in found}
    wanted = {row.parent_id for row in found if row.parent_id is not None} - there
    begun = list(every.filter(pk__in=wanted)) if wanted else []
    in_order = sorted([*begun, *found], key=lambda row: (row.created_at, row.pk))
    return in_order, found[-1].pk if more else 0


def counts(workspace: Workspace) -> dict[str, int]:
    """Comments in open threads by address, in one query.

    Args:
        workspace: Where.
    """
    standing = Comment.objects.filter(workspace=workspace, removed_at=None, resolved_at=None)
    standing = standing.exclude(parent__resolved_at__isnull=False)
    rows = standing.order_by().values("address").annotate(number=Count("pk"))
    return {row["address"]: row["number"] for row in rows}


def say(
    workspace: Workspace, author: User, address: str, text: str, parent: Comment | None = None
) -> Comment:
    """Begin a thread, or answer in one; whoever is named and whoever began the thread is told.

    Args:
        workspace: Where.
        author: Who.
        address: What it is about; an answer is about what its thread is about.
        text: The words.
        parent: What it answers; an answer to an answer joins the same thread.

    Raises:
        ValidationError: There are no words, or too many, or the address is none.
    """
    top = parent.parent if parent is not None and parent.parent is not None else parent
    about = checked(top.address if top is not None else address)
    words = _words(text)
    with transaction.atomic():
        named = mentioned(words, people_of(workspace))
        made = Comment.objects.create(
            workspace=workspace, address=about, parent=top, author=author, text=words, mentioned=named
        )
        record("comment.made", workspace=workspace, actor=author, thing=about, comment=made.pk)
        _tell(made, named, set())
    return made


def reword(comment: Comment, by: User, text: str) -> None:
    """Change the words of one's own comment; who is named now and was not is told.

    Args:
        comment: Which.
        by: Who.
        text: The new words.

    Raises:
        PermissionDenied: It is not theirs.
        ValidationError: There are no words, or too many.
    """
    words = _words(text)
    with transaction.atomic():
        hold(comment)
        _own(comment, by)
        before = set(comment.mentioned)
        comment.text, comment.edited_at = words, timezone.now()
        comment.mentioned = mentioned(words, people_of(comment.workspace))
        comment.save(update_fields=["text", "edited_at", "mentioned"])
        record(
            "comment.reworded",
            workspace=comment.workspace,
            actor=by,
            thing=comment.address,
            comment=comment.pk,
        )
        _tell(comment, comment.mentioned, before, answers=False)


def take_back(comment: Comment, by: User) -> None:
    """Take back one's own comment: its words are gone, its place stays.

    Args:
        comment: Which.
        by: Who.

    Raises:
        PermissionDenied: It is not theirs.
    """
    with transaction.atomic():
        hold(comment)
        _own(comment, by)
        comment.text, comment.mentioned, comment.removed_at = "", [], timezone.now()
        comment.save(update_fields=["text", "mentioned", "removed_at"])
        record(
            "comment.removed",
            workspace=comment.workspace,
            actor=by,
            thing=comment.address,
            comment=comment.pk,
        )


def settle(comment: Comment, by: User, *, resolved: bool) -> None:
    """Settle a thread, or open it again; who says it first has said it.

    Args:
        comment: What began it, or an answer in it.
        by: Who.
        resolved: Whether it is settled now.
    """
    first = comment.parent or comment
    with transaction.atomic():
        hold(first)
        if resolved is (first.resolved_at is not None):
            return
        first.resolved_at, first.resolved_by = (timezone.now(), by) if resolved else (None, None)
        first.save(update_fields=["resolved_at", "resolved_by"])
        act = "comment.resolved" if resolved else "comment.reopened"
        record(act, workspace=first.workspace, actor=by, thing=first.address, comment=first.pk)


def _said(row: Comment, people: tuple[Person, ...], looking: User) -> Said:
    who = name_of(row.author)
    initials = row.author.initials if row.author is not None else "?"
    return Said(row, who, initials, marked(row.text, people), row.author_id == looking.pk)


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise ValidationError("there are no words in this comment: write some, then send it")
    if len(words) > LONGEST:
        raise ValidationError(f"this comment has {len(words):,} letters; {LONGEST:,} fit: shorten it")
    return words


def _own(comment: Comment, by: User) -> None:
    if comment.author_id != by.pk or comment.removed_at is not None:
        raise PermissionDenied("only who wrote a comment changes it or takes it back")


def _tell(comment: Comment, named: list[int], before: set[int], *, answers: bool = True) -> None:
    """Tell who is named, and who began the thread or answered in it."""
    author, where = comment.author, words_of(comment.address)
    new = [key for key in named if key not in before]
    text = f"{name_of(author)} names you in a comment on {where}"
    tell(comment.workspace, NoticeKind.MENTION, new, text, comment.address, author)
    if answers and comment.parent is not None:
        others = Comment.objects.filter(parent=comment.parent).values_list("author_id", flat=True)
        thread = {comment.parent.author_id, *others} - {None, *named}
        text = f"{name_of(author)} answers in a thread of yours on {where}"
        tell(comment.workspace, NoticeKind.ANSWER, [k for k in thread if k], text, comment.address, author)
