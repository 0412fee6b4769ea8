"""The rooms of steering: each a page, and the same as a part that is swapped in after an edit."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse

from custrata.delivery.deck.material import day_text
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


def kicker(scene: Scene, *pieces: str) -> tuple[str, ...]:
    """The small line over a finding: of which day, of which revision.

    Args:
        scene: Snapshot and strategy.
        pieces: What else it says, after these.
    """
    day = f"Data to {day_text(scene.as_of)}" if scene.as_of else "Data without dates"
    return (day, f"Revision {scene.document.revision}", *pieces)


def counted(scene: Scene, today: dt.date) -> tuple[str, ...]:
    """The piece of a kicker that says from which day is counted, where that is not today.

    Args:
        scene: Snapshot and strategy.
        today: The day on which it is looked at.
    """
    day = scene.counted_from(today)
    return () if day == today else (f"Days count from the end of the data, {day_text(day)}",)
