"""Maturity: what people say on five dimensions, beside what data and documents show."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from custrata.delivery.deck.material import DOCUMENT
from custrata.delivery.figures import Figure, derived, spelling
from custrata.errors import InputError
from custrata.project.steering.maturity import evidence_line
from custrata.strategy.maturity.answering import dimension_named, with_answer
from custrata.strategy.maturity.assessment import CriterionStanding, DimensionStanding, told
from custrata.strategy.maturity.cost import GapCost
from custrata.strategy.maturity.criterion import LEVELS, State
from custrata.web.frame.kicker import kicker
from custrata.web.frame.page import Page
from custrata.web.steering.keeping import keep
from custrata.web.steering.rooms import room, told_by
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole

HEAD = Page("maturity", "Maturity")
SIGN = {State.MET: "met", State.UNMET: "unmet", State.UNKNOWN: "open", State.SAID: "open"}
"""Class of a criterion by how it stands."""


@needs(Right.SEE)
@require_safe
def maturity(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The radar, and each dimension with its criteria and its form."""
    scene = scene_of(asking.workspace)
    found = scene.assessment
    page = Page(
        "maturity",
        "Maturity",
        told_by(scene, "maturity", "Nothing shows yet how mature the work with customers is"),
        kicker(scene),
    )
    return room(
        request,
        asking,
        "maturity",
        page,
        scene=scene,
        sheet_of=next((s for s in scene.composition.slides if s.row == "maturity"), None),
        dimensions=[
            (d, rungs(d), money(d.cost), told(d.answer) if d.answer else "") for d in found.dimensions
        ],
        levels=LEVELS,
    )


@needs(Right.EDIT)
@require_POST
def answer(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What somebody says about one dimension; name and day come from who is here, and when."""
    posted, today = request.POST, timezone.localdate()
    return keep(
        request,
        asking,
        lambda document: with_answer(
            document,
            dimension_named(posted.get("dimension", "")),
            level_typed(posted.get("level", "")) or 0,
            name=str(asking.user),
            on=today,
            because=posted.get("because", "").strip(),
            wanted=level_typed(posted.get("wanted", "")),
        ),
        reverse("maturity", args=[asking.workspace.slug]),
        page=HEAD,
        said="Your answer is kept with your name and today's day.",
        act="maturity.answered",
    )


def level_typed(text: str) -> int | None:
    """A level as it was chosen; None where none was.

    Args:
        text: ``1`` to ``5``, or empty.

    Raises:
        InputError: It is no whole number.
    """
    if not text.strip():
        return None
    level = whole(text)
    if level is None:
        raise InputError(
            "there are five levels", where=text[:40], remedy="choose 1 (ad hoc) to 5 (transformative)"
        )
    return level


def rungs(standing: DimensionStanding) -> list[tuple[CriterionStanding, str, str]]:
    """The criteria of one dimension up to its aim, with their sign and what shows them.

    Args:
        standing: The dimension.
    """
    upto = max(standing.aim, standing.said or 1)
    found = [c for c in standing.criteria if 1 < c.level <= upto]
    return [(c, SIGN[c.shown.state], evidence_line(c)) for c in found]


def money(cost: GapCost | None) -> Figure | None:
    """What goes with a gap in a year, as a figure that opens its readings.

    Args:
        cost: The money at stake; None where no reading tells.
    """
    if cost is None:
        return None
    written = spelling(cost.unit, (cost.a_year,))
    if not cost.readings:
        return Figure(written.text(cost.a_year), cost.a_year, source=DOCUMENT)
    return derived(cost.a_year, cost.unit, cost.readings, f"{cost.what}, a year", written=written)
