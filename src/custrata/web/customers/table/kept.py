"""Views of the table that people keep under a name, for themselves or for everybody."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from custrata.errors import SettingError
from custrata.web.audit.record import record
from custrata.web.customers.models import TableView
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right


def views_of(asking: Asking) -> list[TableView]:
    """The views that a person may open: their own, and what others share.

    Args:
        asking: Who, where.
    """
    mine = Q(user=asking.user) | Q(shared=True)
    return list(TableView.objects.filter(mine, workspace=asking.workspace))


@require_POST
@needs(Right.SEE)
def keep(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Keep what the table shows under a name; only who may edit shares it."""
    name = request.POST.get("name", "").strip()[:80]
    if not name:
        raise SettingError("a view needs a name", where="name", remedy="type one, such as Gold at risk")
    query = _without_search(request.POST.get("query", ""))
    shared = bool(request.POST.get("shared")) and asking.may(Right.EDIT)
    try:
        with transaction.atomic():
            view, _ = TableView.objects.update_or_create(
                workspace=asking.workspace,
                user=asking.user,
                name=name,
                defaults={"query": query, "shared": shared},
            )
            record(
                "table_view.kept",
                workspace=asking.workspace,
                actor=asking.user,
                thing=str(view.pk),
                shared=shared,
            )
    except IntegrityError as error:
        raise SettingError("the view was kept just now", where=name, remedy="look at it again") from error
    return HttpResponseRedirect(f"{reverse('customers', args=[asking.workspace.slug])}?{query}")


@require_POST
@needs(Right.SEE)
def drop(request: HttpRequest, asking: Asking, view: int) -> HttpResponse:
    """Take a view of one's own away."""
    found = TableView.objects.filter(workspace=asking.workspace, user=asking.user, pk=view).first()
    if found is None:
        raise Http404("there is no such view of yours")
    with transaction.atomic():
        found.delete()
        record("table_view.dropped", workspace=asking.workspace, actor=asking.user, thing=str(view))
    return HttpResponseRedirect(reverse("customers", args=[asking.workspace.slug]))


def _without_search(text: str) -> str:
    query = QueryDict(text[:2000], mutable=True)
    for key in ("q", "after", "csrfmiddlewaretoken"):
        query.pop(key, None)
    return query.urlencode()
