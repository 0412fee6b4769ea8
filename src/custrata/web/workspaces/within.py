"""A row of this workspace, found and held; what belongs to another is not there, whoever asks."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.http import Http404

from custrata.web.workspaces.asking import Asking

M = TypeVar("M", bound=Model)


def within(asking: Asking, rows: QuerySet[M], number: int, called: str) -> M:
    """A row of this workspace.

    Args:
        asking: Who, where.
        rows: Among which; of all workspaces.
        number: Its number.
        called: What people call it.

    Raises:
        Http404: There is none of that number here.
    """
    found = rows.filter(workspace=asking.workspace, pk=number).first()
    if found is None:
        raise Http404(f"there is no such {called}")
    return found


def hold(row: Model) -> None:
    """Read a row anew, and let nobody else change it until the transaction ends.

    Call it inside a transaction, before the row is looked at: SQLite's begin as writers, which is the same.

    Args:
        row: Which.

    Raises:
        Http404: Somebody has taken it out since it was read.
    """
    rows = type(row)._base_manager.select_for_update()
    try:
        row.refresh_from_db(from_queryset=rows)
    except ObjectDoesNotExist as error:
        raise Http404("somebody has taken this out in the meantime") from error
