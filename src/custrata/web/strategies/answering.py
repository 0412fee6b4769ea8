"""A save that was overtaken, answered: 409 with both texts, theirs beside mine, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string

from custrata.web.frame.page import Page, show
from custrata.web.strategies.conflicts.showing import Clash, clashes
from custrata.web.strategies.saving import Conflict
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.typed import own_page

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Asking, P], HttpResponseBase]


def conflicts_shown(view: View[P]) -> View[P]:
    """A view whose refused saves are answered with both texts; it stands inside ``@needs``.

    Args:
        view: Saves, and lets :class:`custrata.web.strategies.saving.Conflict` through.
    """

    @wraps(view)
    def answering(
        request: HttpRequest, asking: Asking, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        try:
            return view(request, asking, *args, **kwargs)
        except Conflict as conflict:
            return conflict_answer(request, asking, conflict)

    return cast(View[P], answering)


def conflict_answer(request: HttpRequest, asking: Asking, conflict: Conflict) -> HttpResponse:
    """The answer to a save that was overtaken: a page, a dialog for htmx, or values for a program.

    Args:
        request: The request.
        asking: Who asks, where.
        conflict: What was refused.
    """
    found = clashes(conflict, asking.workspace)
    if wants_values(request):
        dialog = _dialog(request, asking, found)
        return JsonResponse(
            {
                "number": conflict.number,
                "theirs": conflict.theirs,
                "mine": conflict.mine,
                "by": conflict.by,
                "dialog": dialog,
            },
            status=409,
        )
    if request.headers.get("HX-Request"):
        return HttpResponse(_dialog(request, asking, found), status=409)
    page = Page(
        "canvas",
        "Two edits of one block",
        finding="Somebody saved this block while you edited it; nothing is lost, choose what stands",
    )
    return show(request, asking, "strategies/conflict.html", page, status=409, clashes=found)


def wants_values(request: HttpRequest) -> bool:
    """Whether a script asks, which takes JSON."""
    return "application/json" in request.headers.get("Accept", "")


def page_wanted(request: HttpRequest, asking: Asking) -> str:
    """The page of this workspace to which a form asks to go; empty for none: nobody is sent elsewhere."""
    return own_page(request.POST.get("next", ""), within=f"/w/{asking.workspace.slug}/")


def _dialog(request: HttpRequest, asking: Asking, found: list[Clash]) -> str:
    return render_to_string(
        "strategies/conflict_dialog.html", {"clashes": found, "workspace": asking.workspace}, request
    )
