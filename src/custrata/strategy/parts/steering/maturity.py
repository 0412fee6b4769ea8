"""Maturity: what people answer on five dimensions and five levels, and what they want to reach."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part

Level = Annotated[int, Field(ge=1, le=5)]
"""1 ad hoc, 2 emerging, 3 structured, 4 advanced, 5 transformative."""


class Dimension(StrEnum):
    """The five dimensions of maturity."""

    SEGMENTATION = "segmentation sophistication"
    PROPOSITION = "proposition specificity"
    LIFECYCLE = "lifecycle orchestration"
    INTELLIGENCE = "customer intelligence"
    ALIGNMENT = "organisational alignment"


class MaturityAnswer(Part):
    """What somebody answers about one dimension.

    Attributes:
        id: Stable address.
        dimension: Which.
        level: Where the company stands by their own judgement.
        wanted: Where it is to be at the end of the horizon; None when nobody has said.
        because: What they point at.
        said_by: Who answered.
        on: When.
    """

    id: Id
    dimension: Dimension
    level: Level | None = None
    wanted: Level | None = None
    because: str = ""
    said_by: Owner = Owner()
    on: dt.date | None = None
