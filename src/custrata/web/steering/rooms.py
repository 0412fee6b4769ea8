"""The rooms of steering: each a page, and the same as a part that is swapped in after an edit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from custrata.delivery.figures import Prose
from custrata.project.showing.scene import Scene
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking


def room(
    request: HttpRequest,
    asking: Asking,
    name: str,
    page: Page,
    *,
    scene: Scene | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A room: the whole page, or the part of it that changes where htmx asks for it.

    Args:
        request: The request.
        asking: Who asks, where.
        name: Name of its template in this app, without the ending.
        page: Its head.
        scene: Snapshot and strategy.
        status: Of the answer.
        context: What else the template needs.
    """
    part = bool(getattr(request, "htmx", False))
    context |= {
        "room": f"steering/{name}.html",
        "part": part,
        "base": scene.document.revision if scene else 0,
        "slug": asking.workspace.slug,
    }
    template = "steering/part.html" if part else "steering/page.html"
    return show(request, asking, template, page, scene=scene, status=status, **context)


def told_by(scene: Scene, row: str, otherwise: str) -> Prose | str:
    """The finding of a sheet of the deck, so that page and deck say the same.

    Args:
        scene: Snapshot and strategy.
        row: Row of the story, such as ``ranking``.
        otherwise: What is said where the deck has no such sheet.
    """
    found = next((s for s in scene.composition.slides if s.row == row), None)
    return found.titles[0] if found else otherwise
