"""Scores of goals and initiatives: dimensions, weights, polarity, capacity."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer

from custrata.strategy.parts.part import Id, Part


def _pairs(value: object) -> object:
    return tuple((str(k), v) for k, v in value.items()) if isinstance(value, Mapping) else value


Score = Annotated[int, Field(ge=1, le=7, strict=True)]
"""A score, 1 to 7."""

Scores = Annotated[
    tuple[tuple[str, Score], ...],
    BeforeValidator(_pairs),
    PlainSerializer(lambda pairs: dict(pairs)),
]
"""Scores by dimension; written as a mapping."""


class Scored(StrEnum):
    """What is scored on a dimension."""

    GOALS = "goals"
    INITIATIVES = "initiatives"
    BOTH = "both"


class Polarity(StrEnum):
    """What a high score says: ``better``, or ``worse`` and then it is turned round before it counts."""

    BETTER = "better"
    WORSE = "worse"


class Criterion(Part):
    """A dimension of the company's own, such as region or consensus.

    Attributes:
        id: Name of the dimension.
        title: What is asked.
        scores: Whether goals, initiatives or both are scored on it.
        polarity: Whether a high score is better or worse.
        low: What 1 means.
        middle: What 4 means.
        high: What 7 means.
    """

    id: Id
    title: str
    scores: Scored = Scored.INITIATIVES
    polarity: Polarity = Polarity.BETTER
    low: str = ""
    middle: str = ""
    high: str = ""


class Weight(Part):
    """How much a dimension counts against the others; 1 for those not named."""

    id: Id
    dimension: str
    weight: Annotated[float, Field(ge=0, le=100)]


class Scoring(Part):
    """How goals and initiatives are ranked, and how much can be done.

    Attributes:
        weights: Weights by dimension.
        criteria: Dimensions of the company's own.
        capacity_days: Person-days there are for initiatives over the horizon; None when nobody has said.
        capacity_money: Money there is, in the currency of the document; None when nobody has said.
    """

    weights: tuple[Weight, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    capacity_days: Annotated[float, Field(ge=0)] | None = None
    capacity_money: Annotated[float, Field(ge=0)] | None = None
