"""Goals and initiatives: what comes first, what fits, and who does what."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from custrata.project.showing.scene import Scene
from custrata.strategy.acting.scoring import with_capacity, with_score, with_weight
from custrata.strategy.document import Document
from custrata.strategy.prioritise.capacity import RULE, Fit
from custrata.strategy.prioritise.ranking import Ranking
from custrata.strategy.wording.typed import number_typed
from custrata.web.frame.kicker import kicker
from custrata.web.frame.page import Page
from custrata.web.steering.goals.shown import duties_of, goals_of, initiatives_of, people_of, titles_of
from custrata.web.steering.keeping import keep, unmoved
from custrata.web.steering.rooms import room, told_by
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

HEAD = Page("goals", "Goals")


@needs(Right.SEE)
@require_safe
def goals(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The goals, the initiatives by rank, and the work around them."""
    scene = scene_of(asking.workspace)
    document = scene.document
    page = Page(
        "goals",
        "Goals",
        told_by(scene, "ranking", "No goal is set yet"),
        kicker(scene, f"{document.horizon.months} months ahead"),
    )
    initiatives = initiatives_of(scene)
    waiting = [i for i in initiatives if i.fitted is not None and i.fitted.fit is Fit.TOO_MUCH]
    return room(
        request,
        asking,
        "goals",
        page,
        scene=scene,
        goals=goals_of(scene),
        initiatives=initiatives,
        waiting=waiting,
        firm=firm_words(scene),
        weights=weights_of(scene),
        capacity=document.scoring,
        rule=RULE,
        people=people_of(document),
        duties=duties_of(document),
        coverage=scene.priorities.coverage,
        titles=titles_of(scene),
        groups={g.id: g.name for g in document.groups},
    )


@needs(Right.EDIT)
@require_POST
def rate(request: HttpRequest, asking: Asking) -> HttpResponse:
    """One score of a goal or an initiative."""
    item, dimension = request.POST.get("item", ""), request.POST.get("dimension", "")
    typed = request.POST.get("score", "")

    def scored(document: Document) -> Document:
        unmoved(request, document, f"{item}: {dimension}", given(document, item, dimension), typed)
        return with_score(document, item, dimension, whole(number_typed(typed, "", "score")))

    return keep(request, asking, scored, _here(asking), page=HEAD, said="The score is kept.", act="score.set")


@needs(Right.EDIT)
@require_POST
def weight(request: HttpRequest, asking: Asking) -> HttpResponse:
    """How much a dimension counts."""
    dimension, typed = request.POST.get("dimension", ""), request.POST.get("weight", "")

    def weighed(document: Document) -> Document:
        now = next((w.weight for w in document.scoring.weights if w.dimension == dimension), 1.0)
        unmoved(request, document, f"weight of {dimension}", f"{round(now, 2):g}", typed)
        return with_weight(document, dimension, _or_one(number_typed(typed, "", "weight")))

    return keep(
        request, asking, weighed, _here(asking), page=HEAD, said="The weight is kept.", act="weight.set"
    )


@needs(Right.EDIT)
@require_POST
def capacity(request: HttpRequest, asking: Asking) -> HttpResponse:
    """How many days and how much money there are."""
    days, money = request.POST.get("days", ""), request.POST.get("money", "")

    return keep(
        request,
        asking,
        lambda document: with_capacity(
            document, days=number_typed(days, "", "days"), money=number_typed(money, "", "money")
        ),
        _here(asking),
        page=HEAD,
        said="The capacity is kept.",
        act="capacity.set",
    )


def whole(number: float | None) -> int | None:
    """A score as a whole number; one that is none becomes 0, which no scale has.

    Example:
        >>> whole(5.0), whole(2.5), whole(None)
        (5, 0, None)
    """
    if number is None:
        return None
    return int(number) if number == int(number) else 0


def weights_of(scene: Scene) -> list[tuple[str, list[tuple[str, str, float]]]]:
    """The dimensions of goals and of initiatives with what each asks and how much it counts."""

    def listed(ranking: Ranking) -> list[tuple[str, str, float]]:
        asked = {d.id: d.title for d in ranking.dimensions}
        return [(name, asked[name], weight) for name, weight in ranking.weights]

    found = scene.priorities
    return [("Goals", listed(found.goals)), ("Initiatives", listed(found.initiatives))]


def firm_words(scene: Scene) -> str:
    """How firm the order of the initiatives is, in a sentence; empty where none has a place."""
    ranking = scene.priorities.initiatives
    if not ranking.ranked:
        return ""
    if not ranking.firm:
        return "Which comes first hangs on a single score: no head of the list is firm."
    heads = ", ".join(str(k) for k in ranking.firm)
    return f"Whichever single score is a point off, the same first {heads} lead."


def given(document: Document, item: str, dimension: str) -> str:
    """The score that stands, as the page spells it; empty where none does.

    Args:
        document: The strategy.
        item: Id of the goal or initiative.
        dimension: What it is scored on.
    """
    scores = {goal.id: dict(goal.scores) for goal in document.goals}
    scores |= {initiative.id: dict(initiative.scores) for initiative in document.initiatives}
    found = scores.get(item, {}).get(dimension)
    return "" if found is None else str(found)


def _or_one(number: float | None) -> float:
    return 1.0 if number is None else number


def _here(asking: Asking) -> str:
    return reverse("goals", args=[asking.workspace.slug])
