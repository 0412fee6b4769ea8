"""The deck of one function: its measures, stages, initiatives, standards and scorecard rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from custrata.delivery.deck.chapters import lifecycle, plan
from custrata.delivery.deck.chapters.strategy import duties
from custrata.delivery.deck.ledger import printed_figures
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Deck, Slide
from custrata.delivery.deck.storyline import STORY, Composition
from custrata.delivery.deck.variants.binding import bind
from custrata.delivery.deck.variants.functions import Function, function_of
from custrata.delivery.deck.variants.paging import paged, paired, told_apart
from custrata.strategy.document import Document

MOST, LEAST = 15, 12
_MEASURED = 5
"""Slides on the function's measures at most."""

_ALWAYS = ("summary", "intents")
_OWN = frozenset({"summary", "intents", "scorecard", "stage_plan", "gaps", "data"})
"""Rows that a team sees in full already or in rows of its own."""


def team_deck(whole: Composition, team: str, *, example: str = "") -> Deck:
    """Slides of the board's deck that carry a function's measures, with its own rows of the plans.

    Args:
        whole: All slides that there are.
        team: The function, such as ``marketing``.
        example: Words that open the evidence line when the data are no company's own.

    Raises:
        DeliveryError: The strategy names no such function.
    """
    function = function_of(whole.material.document, team)
    slides = told_apart(chosen(whole, function))
    title = f"Customer strategy: for {function.name}"
    return bind(whole.material, slides[: MOST - 1], ids=whole.ids, title=title, example=example)


def chosen(whole: Composition, function: Function) -> tuple[Slide, ...]:
    """The slides of a function, in order.

    Args:
        whole: All slides that there are.
        function: The function.
    """
    material = whole.material
    own = replace(material, document=_only(material.document, function))
    made = (
        _as("stage_plan", lifecycle.plan, own),
        duties.initiatives(material, function),
        duties.interlocks(material, function),
        _as("scorecard", plan.scorecard, own),
        duties.standards(material, function),
        duties.next_review(material, function),
    )
    measured = _measured(whole, _measures(material.document, function))
    first = [s for s in whole.slides if s.row in _ALWAYS]
    last = paged(paired([s for s in made if s is not None]))
    spare = LEAST - 1 - len(first) - len(measured) - len(last)
    common = _common(whole, {s.row for s in (*first, *measured, *last)}, spare)
    middle = [s for s in whole.slides if s in measured or s in common]
    return (*first, *middle, *last)


def _common(whole: Composition, taken: set[str], room: int) -> list[Slide]:
    """What every function has to know, where its own parts leave room: the rows kept longest."""
    ranks = {told.row: told.keep for told in STORY}
    left = [s for s in whole.story if s.row not in taken | {"data"}]
    return sorted(left, key=lambda s: ranks.get(s.row, 99))[: max(room, 0)]


def _as(row: str, make: Callable[[Material], Slide | None], own: Material) -> Slide | None:
    slide = make(own)
    return None if slide is None else replace(slide, row=row)


def _only(document: Document, function: Function) -> Document:
    """The document with only those stages and measures that the function answers for."""
    stages = tuple(s for s in document.lifecycle if function.owns(s.owner))
    rows = tuple(r for r in document.scorecard if function.owns(r.owner))
    return document.model_copy(update={"lifecycle": stages, "scorecard": rows})


def _measures(document: Document, function: Function) -> frozenset[str]:
    """The measures that the function answers for: of its rows, goals, objectives and stages."""
    found = {r.measure for r in document.scorecard if function.owns(r.owner)}
    found |= {s.metric for s in document.lifecycle if function.owns(s.owner)}
    for goal in document.goals:
        if function.owns(goal.owner):
            found |= {*goal.leading, *goal.lagging}
    for objective in document.objectives:
        mine = function.is_called(objective.team) or function.owns(objective.owner)
        found |= {k.measure for k in objective.key_results if mine or function.owns(k.owner)}
    return frozenset(found - {""})


def _measured(whole: Composition, measures: frozenset[str]) -> list[Slide]:
    """Slides with a figure of these measures, the best kept first, set in the order of the story."""
    ranks = {told.row: told.keep for told in STORY}
    found = [
        s
        for s in whole.slides
        if s.row not in _OWN and any(r.measure in measures for f in printed_figures(s) for r in f.readings)
    ]
    best = sorted(found, key=lambda s: ranks.get(s.row, 99))[:_MEASURED]
    return [s for s in found if s in best]
