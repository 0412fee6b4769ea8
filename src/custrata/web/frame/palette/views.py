"""The palette's list, as a part of a page that changes while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from custrata.errors import DocumentError, SnapshotError
from custrata.strategy.document import Document
from custrata.web.frame.palette.entries import customers_like, entries
from custrata.web.frame.palette.ranking import MOST, ranked
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right


@require_safe
@needs(Right.SEE)
def palette(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What fits what was typed."""
    typed = request.GET.get("q", "").strip()[:80]
    found = ranked(entries(asking, _document(asking.workspace)), typed)
    shown = [*found[: MOST - 1], *customers_like(asking, typed)]
    return render(request, "frame/palette.html", {"found": shown, "typed": typed})


def _document(workspace: Workspace) -> Document | None:
    """The strategy; None where nothing has been built or drafted yet."""
    try:
        return scene_of(workspace).document
    except (SnapshotError, DocumentError):
        return None
