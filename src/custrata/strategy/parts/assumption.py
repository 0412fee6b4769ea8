"""Assumptions: what must hold, how it would be seen to fail, and when it lapses."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Proposal


class Assumption(Part):
    """Something taken for true until a measure says otherwise.

    Attributes:
        id: Stable address.
        statement: What is assumed; its figures say where the measure stands.
        measure: The measure that would show it false; empty when none can yet.
        threshold: The number it must not cross, in the measure's unit.
        direction: On which side of the threshold it holds.
        expires_on: The day after which it must be looked at again; None where the data carry no dates.
        in_months: The same, counted from the start of the horizon.
        kill_criterion: What is stopped when it fails.
        owner: Who watches it.
    """

    id: Id
    statement: Proposal
    measure: str = ""
    threshold: float | None = None
    direction: Literal["at least", "at most"] | None = None
    expires_on: dt.date | None = None
    in_months: int | None = None
    kill_criterion: str = ""
    owner: Owner = Owner()
