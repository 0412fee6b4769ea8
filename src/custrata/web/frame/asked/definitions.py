"""What a measure means, what it reads, and the query behind a reading."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from custrata.errors import DocumentError, SnapshotError
from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.scene import Scene
from custrata.web.frame.page import Page, show
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right


@require_safe
@needs(Right.SEE)
def definitions(request: HttpRequest, asking: Asking) -> HttpResponse:
    """All measures by name, with what they mean."""
    page = Page("", "Definitions", finding=f"{len(CATALOGUE)} measures, each said in one sentence")
    measures = sorted(CATALOGUE.values(), key=lambda measure: measure.title.lower())
    return show(request, asking, "frame/definitions.html", page, measures=measures)


@require_safe
@needs(Right.SEE)
def definition(request: HttpRequest, asking: Asking, measure: str) -> HttpResponse:
    """One measure: its meaning, and its readings over the whole base."""
    known = CATALOGUE.get(measure)
    if known is None:
        raise Http404("there is no such measure")
    scene = _scene(asking.workspace)
    found = [r for r in scene.snapshot.readings if r.measure == measure and not r.segment] if scene else []
    missing = scene.snapshot.manifest.missing.get(measure, "") if scene else ""
    page = Page("", known.title, lede=known.definition, crumbs=(("Definitions", _list(asking)),))
    facts: dict[str, Any] = {"measure": known, "readings": found, "missing": missing}
    return show(request, asking, "frame/definition.html", page, scene=scene, **facts)


@require_safe
@needs(Right.SEE)
def query(request: HttpRequest, asking: Asking, fingerprint: str) -> HttpResponse:
    """The query behind a reading, as a part of its popover or as a page."""
    scene = _scene(asking.workspace)
    text = scene.snapshot.queries.get(fingerprint, "") if scene else ""
    if not text:
        raise Http404("there is no such query in the latest snapshot")
    if request.headers.get("HX-Request"):
        return render(request, "frame/query_part.html", {"query": text})
    page = Page("", f"Query {fingerprint}", lede="It ran on the tables of the latest snapshot.")
    return show(request, asking, "frame/query.html", page, scene=scene, query=text)


def _list(asking: Asking) -> str:
    return reverse("definitions", args=[asking.workspace.slug])


def _scene(workspace: Workspace) -> Scene | None:
    try:
        return scene_of(workspace)
    except (SnapshotError, DocumentError):
        return None
