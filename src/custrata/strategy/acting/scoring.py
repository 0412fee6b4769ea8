"""How goals and initiatives are scored and weighed, and how much can be done."""

from __future__ import annotations

import re
from typing import TypeVar

from custrata.errors import InputError
from custrata.strategy.document import Document
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.steering.scoring import Scored, Scoring, Weight
from custrata.strategy.prioritise.dimension import LEAST, MOST, dimensions_of

Item = TypeVar("Item", Goal, Initiative)
_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")
MOST_WEIGHT = 100


def with_score(document: Document, item: str, dimension: str, points: int | None) -> Document:
    """The document with another score of a goal or an initiative.

    Args:
        document: The strategy.
        item: Id of the goal or initiative.
        dimension: What it is scored on.
        points: 1 to 7; None takes it out.

    Raises:
        InputError: There is no such item or dimension, or the score lies outside 1 to 7.
    """
    if points is not None and not LEAST <= points <= MOST:
        raise InputError(
            "scores go from 1 to 7", where=f"{item}: {points}", remedy="give a whole number, 7 the best"
        )
    if item in {g.id for g in document.goals}:
        _asked(document.scoring, dimension, Scored.GOALS)
        goals = tuple(_scored(g, dimension, points) if g.id == item else g for g in document.goals)
        return document.model_copy(update={"goals": goals})
    if item not in {i.id for i in document.initiatives}:
        raise InputError("there is no such goal or initiative", where=item, remedy="look at the list again")
    _asked(document.scoring, dimension, Scored.INITIATIVES)
    changed = tuple(_scored(i, dimension, points) if i.id == item else i for i in document.initiatives)
    return document.model_copy(update={"initiatives": changed})


def with_weight(document: Document, dimension: str, weight: float) -> Document:
    """The document in which a dimension counts more or less.

    Args:
        document: The strategy.
        dimension: Which.
        weight: 0 to 100; 1 is what a dimension counts that nobody has weighed.

    Raises:
        InputError: There is no such dimension, or the weight lies outside 0 to 100.
    """
    if not 0 <= weight <= MOST_WEIGHT:
        raise InputError(
            "weights go from 0 to 100", where=f"{dimension}: {weight:g}", remedy="1 is the usual one"
        )
    _asked(document.scoring, dimension, *Scored)
    kept = tuple(w for w in document.scoring.weights if w.dimension != dimension)
    before = next((w for w in document.scoring.weights if w.dimension == dimension), None)
    name = before.id if before else f"weight-{_UNFIT.sub('-', dimension)}"
    added = () if weight == 1 else (Weight(id=name, dimension=dimension, weight=weight),)
    scoring = document.scoring.model_copy(update={"weights": (*kept, *added)})
    return document.model_copy(update={"scoring": scoring})


def with_capacity(document: Document, *, days: float | None, money: float | None) -> Document:
    """The document with how much there is for initiatives.

    Args:
        document: The strategy.
        days: Person-days over the horizon; None where nobody has said.
        money: Money; None where nobody has said.

    Raises:
        InputError: There is less than nothing.
    """
    for said in (days, money):
        if said is not None and said < 0:
            raise InputError("there is no less than nothing", where=f"{said:g}", remedy="give 0 or more")
    scoring = document.scoring.model_copy(update={"capacity_days": days, "capacity_money": money})
    return document.model_copy(update={"scoring": scoring})


def _asked(scoring: Scoring, dimension: str, *scored: Scored) -> None:
    known = [d.id for one in scored if one is not Scored.BOTH for d in dimensions_of(scoring, one)]
    if dimension not in known:
        raise InputError(
            "nothing is scored on this", where=dimension, remedy=f"choose {', '.join(dict.fromkeys(known))}"
        )


def _scored(item: Item, dimension: str, points: int | None) -> Item:
    others = tuple(pair for pair in item.scores if pair[0] != dimension)
    if points is None:
        return item.model_copy(update={"scores": others})
    order: list[str] = [*(name for name, _ in item.scores), dimension]
    pairs = dict(item.scores) | {dimension: points}
    return item.model_copy(update={"scores": tuple((name, pairs[name]) for name in dict.fromkeys(order))})
