"""A row of this workspace; what belongs to another is not there, whoever asks."""

from __future__ import annotations

from typing import TypeVar

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
