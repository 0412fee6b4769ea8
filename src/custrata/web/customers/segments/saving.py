"""Saves of segments: each is a revision; the second on the same one is shown the first."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from custrata.segments.rules.fields import names_persons
from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import Rule, RuleError, columns_of, plain
from custrata.web.audit.record import record
from custrata.web.customers.models import Purpose, Segment, SegmentRevision
from custrata.web.customers.opening import opened
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within

_LONGEST = 120


class Conflict(Exception):
    """Somebody else has saved the segment since it was read; nothing was saved.

    Attributes:
        theirs: The segment as it stands.
    """

    def __init__(self, theirs: Segment) -> None:
        super().__init__(f"somebody else has saved {theirs} in the meantime")
        self.theirs = theirs


def create(asking: Asking, name: str, rule: Rule, purpose: str = Purpose.SEGMENT) -> Segment:
    """Save a new segment.

    Args:
        asking: Who, where.
        name: What people call its members.
        rule: Who they are.
        purpose: Segment or audience.

    Raises:
        PermissionDenied: The right to edit is missing.
        RuleError: The name is empty or taken.
    """
    _allow(asking)
    _check_nobody_named(rule)
    words = _named(name)
    try:
        with transaction.atomic():
            made = Segment.objects.create(
                workspace=asking.workspace,
                name=words,
                purpose=Purpose(purpose),
                rule=plain(rule),
                owner=asking.user,
            )
            _written(made, asking)
    except IntegrityError as error:
        raise _taken(words) from error
    return made


def save(asking: Asking, segment: Segment, name: str, rule: Rule, number: int) -> Segment:
    """Save a segment anew; where nothing was changed nothing is saved.

    Args:
        asking: Who, where.
        segment: Which.
        name: What people call its members.
        rule: Who they are.
        number: Number of the revision that was read.

    Raises:
        PermissionDenied: The right to edit is missing.
        Conflict: A later revision is there.
        RuleError: The name is empty or taken.
    """
    _allow(asking)
    _check_nobody_named(rule)
    words = _named(name)
    try:
        with transaction.atomic():
            held = within(asking, Segment.objects.select_for_update(), segment.pk, "segment")
            if held.number != number:
                raise Conflict(held)
            if (held.name, rule_of(held.rule)) == (words, rule):
                return held
            # On SQLite nothing is locked: the number decides which of two saves was first.
            changed = Segment.objects.filter(pk=held.pk, number=number).update(
                name=words, rule=plain(rule), number=number + 1, changed_at=timezone.now()
            )
            held.refresh_from_db()
            if not changed:
                raise Conflict(held)
            _written(held, asking)
    except IntegrityError as error:
        raise _taken(words) from error
    return held


def drop(asking: Asking, segment: Segment, number: int | None = None) -> None:
    """Take a segment out, with its revisions.

    Args:
        asking: Who, where.
        segment: Which.
        number: Its revision that is taken back; None takes it out however it stands.

    Raises:
        PermissionDenied: The right to edit is missing.
        Conflict: A later revision is there, which nobody means to take back.
    """
    _allow(asking)
    with transaction.atomic():
        held = within(asking, Segment.objects.select_for_update(), segment.pk, "segment")
        if number is not None and held.number != number:
            raise Conflict(held)
        record(
            "segment.dropped", workspace=asking.workspace, actor=asking.user, thing=f"segment:{segment.pk}"
        )
        segment.delete()


def save_audience(asking: Asking, name: str, rule: Any) -> Segment:
    """Save an audience; where the name is taken it gets a number.

    Args:
        asking: Who, where.
        name: What people call its members.
        rule: Who they are, as a rule or as plain values.

    Raises:
        PermissionDenied: The right to edit is missing.
        RuleError: It is no rule, or cannot be asked of these customers.
    """
    meant: Rule = rule_of(rule) if isinstance(rule, dict | list) else rule
    with opened(asking) as (_, desk):
        desk.check(meant, persons=asking.may(Right.PERSONS))
    return create(asking, free_name(asking.workspace, name), meant, Purpose.AUDIENCE)


def free_name(workspace: Workspace, name: str) -> str:
    """A name that no segment of a workspace has: the one given, or the same with a number.

    Args:
        workspace: Where.
        name: The name.
    """
    words = (" ".join(name.split()) or "Audience")[: _LONGEST - 6]
    taken = set(
        Segment.objects.filter(workspace=workspace, name__startswith=words).values_list("name", flat=True)
    )
    numbered = (f"{words} {number}" for number in range(2, len(taken) + 3))
    return next(one for one in (words, *numbered) if one not in taken)


def _written(segment: Segment, asking: Asking) -> None:
    """The revision of a save, and its line in the log."""
    number = segment.number
    SegmentRevision.objects.create(
        segment=segment, number=number, name=segment.name, rule=segment.rule, author=asking.user
    )
    thing = f"segment:{segment.pk}"
    record("segment.saved", workspace=asking.workspace, actor=asking.user, thing=thing, number=number)


def _allow(asking: Asking) -> None:
    if not asking.may(Right.EDIT):
        raise PermissionDenied("this needs the right to edit")


def _check_nobody_named(rule: Rule) -> None:
    """A segment is read by everybody of the workspace, so its rule must name no person."""
    named = sorted(column for column in columns_of(rule) if names_persons(column))
    if named:
        raise RuleError(
            f"a condition on {named[0]} names persons, and everybody reads what is saved",
            where="rule",
            remedy="leave it out, or use it in the table of customers",
        )


def _named(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise RuleError("a segment needs a name", where="name", remedy="type what its members are called")
    if len(words) > _LONGEST:
        raise RuleError("the name is too long", where="name", remedy=f"keep it under {_LONGEST} letters")
    return words


def _taken(name: str) -> RuleError:
    return RuleError("there is a segment of this name", where=name, remedy="choose another name")
