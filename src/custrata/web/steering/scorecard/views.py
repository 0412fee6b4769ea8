"""The scorecard: now, base, target, the day by which, whether it is on course, and how it went."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from custrata.keeping import Kept
from custrata.project.place import Place
from custrata.project.showing.scene import Scene
from custrata.project.steering.course import bound_of, kept_snapshots, standings, title
from custrata.snapshot import Snapshot
from custrata.strategy.acting.targeting import row_named, with_target
from custrata.strategy.document import Document
from custrata.strategy.wording.typed import number_typed
from custrata.web.frame.kicker import kicker
from custrata.web.frame.page import Page
from custrata.web.steering.keeping import keep, unmoved
from custrata.web.steering.rooms import room
from custrata.web.steering.scorecard.drawing import drawn
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

HEAD = Page("scorecard", "Scorecard")


@needs(Right.SEE)
@require_safe
def scorecard(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Every measure as it stands."""
    scene = scene_of(asking.workspace)
    found = standings(scene, builds_of(scene))
    page = Page(
        "scorecard",
        "Scorecard",
        title(found) if found else "No measure stands on the scorecard yet",
        kicker(scene),
    )
    rows = [(one, *drawn(one)) for one in found]
    builds = max((len(one.history) for one in found), default=0)
    return room(request, asking, "scorecard", page, scene=scene, rows=rows, builds=builds)


@needs(Right.EDIT)
@require_POST
def target(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Where a measure is to be, set by somebody."""
    row, typed = request.POST.get("row", ""), request.POST.get("target", "")

    def aimed(document: Document) -> Document:
        now = next((r.target for r in document.scorecard if r.id == row), None)
        unmoved(request, document, f"target of {row}", "" if now is None else str(now), typed)
        return with_target(document, row, target_typed(document, row, typed))

    return keep(
        request,
        asking,
        aimed,
        reverse("scorecard", args=[asking.workspace.slug]),
        page=HEAD,
        said="The target is kept; it waits for its owner to sign.",
        act="target.set",
    )


def target_typed(document: Document, row: str, typed: str) -> float | None:
    """A target as somebody typed it, in the unit of its measure; None for none.

    Args:
        document: The strategy.
        row: Id of the row.
        typed: Such as ``82%``; empty takes the target out.

    Raises:
        InputError: There is no such row, or what was typed is no number.
    """
    bound = bound_of(row_named(document, row))
    return number_typed(typed, bound.unit if bound else "", "target")


def builds_of(scene: Scene) -> tuple[Snapshot, ...]:
    """The snapshots of a workspace, read once a process as long as there is no later one.

    Args:
        scene: Whose.
    """
    return _builds(scene.snapshot, scene.place)


def _until(latest: Snapshot, place: Place) -> tuple[Snapshot, ...]:
    return kept_snapshots(place, latest)


_builds: Kept[Snapshot, tuple[Snapshot, ...]] = Kept(_until, most=8)
