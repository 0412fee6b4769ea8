"""Views of the table that people keep under a name, for themselves or for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from custrata.web.customers.table.keeping import drop_view, keep_view, own_view
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right


@require_POST
@needs(Right.SEE)
def keep(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Keep what the table shows under a name; only who may edit shares it."""
    posted = request.POST
    shared = bool(posted.get("shared"))
    view = keep_view(asking, posted.get("name", ""), posted.get("query", ""), shared=shared, over=True)
    return HttpResponseRedirect(f"{reverse('customers', args=[asking.workspace.slug])}?{view.query}")


@require_POST
@needs(Right.SEE)
def drop(request: HttpRequest, asking: Asking, view: int) -> HttpResponse:
    """Take a view of one's own away."""
    drop_view(asking, own_view(asking, view))
    return HttpResponseRedirect(reverse("customers", args=[asking.workspace.slug]))
