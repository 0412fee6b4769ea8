"""Experiments by where they stand, and what must hold."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from custrata.delivery.deck.material import DOCUMENT
from custrata.delivery.figures import Figure, Prose, say, stated
from custrata.project.steering.assumptions import Holding, Watched, watched
from custrata.project.steering.tracking import MEANING, Step, Tracked, tracked
from custrata.strategy.acting.testing import with_test_of
from custrata.web.frame.kicker import kicker
from custrata.web.frame.page import Page
from custrata.web.steering.keeping import keep
from custrata.web.steering.rooms import room
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.once import once
from custrata.web.workspaces.rights import Right

HEAD = Page("experiments", "Experiments")


@needs(Right.SEE)
@require_safe
def experiments(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The tracker, and the assumptions beneath it."""
    scene = scene_of(asking.workspace)
    today = scene.counted_from(timezone.localdate())
    lanes, held = tracked(scene, today), watched(scene, today)
    page = Page("experiments", "Experiments", finding(lanes, held), kicker(scene))
    return room(
        request,
        asking,
        "experiments",
        page,
        scene=scene,
        lanes=[(step, MEANING[step], lanes[step]) for step in Step],
        any_test=bool(scene.document.experiments),
        assumptions=held,
        groups={g.id: g.name for g in scene.document.groups},
    )


@needs(Right.EDIT)
@require_POST
@once
def test(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Plan a test of an assumption."""
    assumption = request.POST.get("assumption", "")
    return keep(
        request,
        asking,
        lambda document: with_test_of(document, assumption)[0],
        reverse("experiments", args=[asking.workspace.slug]),
        page=HEAD,
        said="The test is planned. Say next whom it draws, and how many.",
        act="experiment.planned",
    )


def finding(lanes: dict[Step, tuple[Tracked, ...]], held: tuple[Watched, ...]) -> Prose | str:
    """What the tracker says, in a sentence.

    Args:
        lanes: Experiments by column.
        held: Assumptions as they stand.
    """
    counts = {step: len(lanes[step]) for step in Step}
    broken = sum(1 for one in held if one.holding is Holding.BROKEN)
    lapsed = sum(1 for one in held if one.holding is Holding.LAPSED)
    if not sum(counts.values()) and not held:
        return "No test with customers is planned yet"
    running = say(_count(counts[Step.RUNNING]), " running") if counts[Step.RUNNING] else say("No test runs")
    lead = say(running, ", ", _count(counts[Step.PLANNED]), " planned")
    if counts[Step.READ]:
        lead = say(lead, ", ", _count(counts[Step.READ]), " wait for a decision")
    if broken:
        return say(lead, "; the data show ", _count(broken), " of ", _count(len(held)), " assumptions broken")
    if lapsed:
        return say(
            lead, "; ", _count(lapsed), " of ", _count(len(held)), " assumptions are to be looked at again"
        )
    return lead


def _count(number: int) -> Figure:
    return stated(float(number), "tests", DOCUMENT)
