"""Where texts of people may hold personal data, and what is left of somebody who is removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models.signals import pre_delete
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.together.models import Comment, Notice, Task
from custrata.web.workspaces.models import Workspace

REMOVED = "[removed]"
"""What stands in place of words that were erased."""


@dataclass(frozen=True)
class Holding:
    """A place where personal data may stand.

    Attributes:
        model: Which table.
        field: Which column.
        what: What stands there, in words.
        number: Rows that hold something.
    """

    model: str
    field: str
    what: str
    number: int


FREE_TEXTS: tuple[tuple[type[models.Model], str, str], ...] = (
    (Comment, "text", "what people write in comments"),
    (Task, "title", "titles of tasks"),
    (Task, "note", "notes on tasks"),
    (Task, "origin_title", "what a task follows from"),
    (Notice, "text", "what people are told"),
)
"""Free texts of this app."""


def persons_in(workspace: Workspace) -> tuple[Holding, ...]:
    """Where texts may hold personal data, for the data map.

    Args:
        workspace: Where.
    """
    return tuple(
        Holding(model.__name__, field, what, _rows(model, workspace).exclude(**{field: ""}).count())
        for model, field, what in FREE_TEXTS
    )


def naming(workspace: Workspace, words: str) -> dict[str, list[int]]:
    """Rows whose texts hold some words, by table and column: what an export of a person must show.

    Args:
        workspace: Where.
        words: Such as a name or an address; letters' case does not count.
    """
    found = {}
    for model, field, _ in FREE_TEXTS:
        rows = _rows(model, workspace).filter(**{f"{field}__icontains": words})
        keys = list(rows.values_list("pk", flat=True))
        if keys:
            found[f"{model.__name__}.{field}"] = keys
    return found


def erase_words(workspace: Workspace, words: str, by: User | None) -> int:
    """Take some words out of every text, as the erasure of a customer asks.

    Args:
        workspace: Where.
        words: Such as a name; empty erases nothing.
        by: Who asked.

    Returns:
        How many texts were changed.
    """
    if not words.strip():
        return 0
    changed = 0
    with transaction.atomic():
        for model, field, _ in FREE_TEXTS:
            for row in _rows(model, workspace).filter(**{f"{field}__icontains": words}):
                setattr(row, field, _without(getattr(row, field), words))
                row.save(update_fields=[field])
                changed += 1
        record("texts.erased", workspace=workspace, actor=by, number=changed)
    return changed


def forget(user: User) -> int:
    """Leave of somebody's comments only their places; their tasks have no owner any more.

    Args:
        user: Who is removed.

    Returns:
        How many comments were emptied.
    """
    with transaction.atomic():
        own = Comment.objects.filter(author=user, removed_at=None)
        number = own.update(text="", mentioned=[], removed_at=timezone.now())
        Notice.objects.filter(actor=user).delete()
        Notice.objects.filter(person=user).delete()
        for named in Comment.objects.filter(text__icontains=f"@{user}"):
            named.text = _without(named.text, f"@{user}")
            named.mentioned = [key for key in named.mentioned if key != user.pk]
            named.save(update_fields=["text", "mentioned"])
    return number


def watch() -> None:
    """Forget whoever is deleted, wherever that is done."""
    pre_delete.connect(_gone, sender=User, dispatch_uid="together.forget")


def _gone(sender: Any, instance: User, **kwargs: Any) -> None:
    forget(instance)


def _rows(model: type[models.Model], workspace: Workspace) -> models.QuerySet[Any]:
    return model._default_manager.filter(workspace=workspace)


def _without(text: str, words: str) -> str:
    """A text without some words, whatever their letters' case."""
    low, wanted, out, at = text.casefold(), words.casefold(), [], 0
    while (found := low.find(wanted, at)) >= 0:
        out += [text[at:found], REMOVED]
        at = found + len(wanted)
    return "".join([*out, text[at:]])
