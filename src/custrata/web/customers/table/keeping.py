"""Views of the table as they are kept: made, changed over what was read, taken away."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import QueryDict

from custrata.errors import SettingError
from custrata.project.live.leaving import SINGLE
from custrata.segments.rules.fields import names_persons
from custrata.web.audit.record import record
from custrata.web.customers.models import TableView
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within

LONGEST = 80
"""Letters of a name."""
WIDEST = 2000
"""Letters of filters, columns and order."""
_PASSING = ("q", "after", "csrfmiddlewaretoken")
"""What belongs to one look at the table, not to a view: a name that was searched for, a page."""


def views_of(asking: Asking) -> list[TableView]:
    """The views that a person may open: their own, and what others share.

    Args:
        asking: Who, where.
    """
    mine = Q(user=asking.user) | Q(shared=True)
    return list(TableView.objects.filter(mine, workspace=asking.workspace))


def own_view(asking: Asking, number: int, *, lock: bool = False) -> TableView:
    """A view of one's own.

    Args:
        asking: Who, where.
        number: Its number.
        lock: Whether nobody else may change it until the transaction ends.

    Raises:
        Http404: There is none of that number that the person made here.
    """
    rows = TableView.objects.select_for_update() if lock else TableView.objects.all()
    return within(asking, rows.filter(user=asking.user), number, "view of yours")


def keep_view(asking: Asking, name: str, query: str, *, shared: bool, over: bool = False) -> TableView:
    """Keep what the table shows under a name; only who may edit shares it.

    Args:
        asking: Who, where.
        name: What it is called.
        query: The part of the address behind the question mark.
        shared: Whether everybody is to see it.
        over: Whether a view of one's own of that name is written over; else it is refused.

    Raises:
        SettingError: It has no name, or there is one of that name.
    """
    called, kept = _named(name), without_search(query)
    held = {"query": kept, "shared": shared and asking.may(Right.EDIT)}
    try:
        with transaction.atomic():
            rows = TableView.objects.filter(workspace=asking.workspace, user=asking.user, name=called)
            if not over and rows.exists():
                raise _taken(called)
            view, _ = TableView.objects.update_or_create(
                workspace=asking.workspace, user=asking.user, name=called, defaults=held
            )
            _recorded("table_view.kept", asking, view.pk, shared=view.shared)
    except IntegrityError as error:
        raise SettingError("the view was kept just now", where=called, remedy="look at it again") from error
    return view


def change_view(asking: Asking, view: TableView, name: str, query: str, *, shared: bool) -> TableView:
    """Give a view of one's own another name, other filters, or to others.

    Args:
        asking: Who, where.
        view: Which.
        name: What it is called from now on.
        query: The part of the address behind the question mark.
        shared: Whether everybody is to see it; only who may edit shares.

    Raises:
        SettingError: It has no name, or another of the person's views has it.
    """
    called = _named(name)
    view.name, view.query = called, without_search(query)
    view.shared = shared and asking.may(Right.EDIT)
    try:
        with transaction.atomic():
            view.save(update_fields=["name", "query", "shared"])
            _recorded("table_view.kept", asking, view.pk, shared=view.shared)
    except IntegrityError as error:
        raise _taken(called) from error
    return view


def drop_view(asking: Asking, view: TableView) -> None:
    """Take a view away.

    Args:
        asking: Who, where.
        view: Which; of the person's own.
    """
    number = view.pk
    with transaction.atomic():
        view.delete()
        _recorded("table_view.dropped", asking, number)


def without_search(text: str) -> str:
    """Filters, columns and order of an address, without what names a person.

    A view may be shared with who may not see persons, and outlives the erasure of whom it names.

    Args:
        text: The part of the address behind the question mark.

    Example:
        >>> without_search("tier=gold&q=Ada")
        'tier=gold'
        >>> without_search("tier=gold&name=~ada&customer_id=7&columns=name")
        'tier=gold&columns=name'
    """
    query = QueryDict(text[:WIDEST], mutable=True)
    for key in list(query):
        if key in _PASSING or key in SINGLE or names_persons(key):
            del query[key]
    return query.urlencode()


def _named(name: str) -> str:
    called = name.strip()[:LONGEST]
    if not called:
        raise SettingError("a view needs a name", where="name", remedy="type one, such as Gold at risk")
    return called


def _taken(name: str) -> SettingError:
    return SettingError(
        "you have a view of this name", where=name, remedy="choose another name, or change it"
    )


def _recorded(act: str, asking: Asking, number: int, **detail: bool) -> None:
    record(act, workspace=asking.workspace, actor=asking.user, thing=str(number), **detail)
