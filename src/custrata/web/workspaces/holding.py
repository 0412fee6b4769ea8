"""A row held while it is changed, so that what was checked of it stays true."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.http import Http404


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
