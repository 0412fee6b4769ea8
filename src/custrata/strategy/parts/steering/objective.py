"""Objectives and key results with base, target, date and benchmark; what people are paid for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Claim, Proposal, SegmentPairs, Statement
from custrata.vocabulary import Direction


class KeyResult(Part):
    """A number that shows whether an objective is reached.

    Attributes:
        id: Stable address.
        measure: Id in the catalogue, present or waited for.
        segment: Part of the base; empty for all of it.
        base: Where it stands, as a claim with the figure ``base``; None when it cannot be read yet.
        target: Where it is to be, in the measure's unit.
        benchmark: What others reach, with its source; never evidence about this company.
        on: The day by which.
        in_months: The same, counted from the start of the horizon.
        better: Which way is better.
        owner: Who answers for it.
    """

    id: Id
    measure: str
    segment: SegmentPairs = ()
    base: Claim | None = None
    target: float | None = None
    benchmark: str = ""
    on: dt.date | None = None
    in_months: Annotated[int, Field(ge=1)] | None = None
    better: Direction = Direction.HIGHER
    owner: Owner = Owner()


class Objective(Part):
    """An objective with its key results."""

    id: Id
    statement: Proposal
    goal: str = ""
    team: str = ""
    key_results: tuple[KeyResult, ...] = ()
    owner: Owner = Owner()


class Incentive(Part):
    """What a team is paid or praised for.

    Attributes:
        id: Stable address.
        team: Whom it moves.
        statement: What is rewarded.
        measure: Measure on which it is paid; empty when none is.
        serves: Ids of goals or customer groups it serves.
    """

    id: Id
    team: str
    statement: Statement
    measure: str = ""
    serves: tuple[str, ...] = ()
    owner: Owner = Owner()
