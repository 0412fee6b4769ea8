"""Audit of existing customer initiatives: what each costs, and what it has changed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class Comparison(StrEnum):
    """With whom those who were reached are compared; the first alone shows an effect."""

    RANDOMISED = "randomised"
    MATCHED = "matched"
    BEFORE_AFTER = "before and after"
    REACHED_AND_NOT = "reached and not reached"
    NONE = "none"


class Verdict(StrEnum):
    """What is to become of it."""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"
    MERGE = "merge"
    OPEN = "open"


class MeasuredEffect(Part):
    """What an initiative changed, in one region.

    Attributes:
        id: Stable address.
        on: Retention, renewal or expansion, or another measure.
        region: Where; empty for everywhere.
        comparison: With whom those reached are compared.
        effect: The change, as a claim or gap.
    """

    id: Id
    on: str
    region: str = ""
    comparison: Comparison = Comparison.NONE
    effect: Statement


class AuditedInitiative(Part):
    """An initiative that runs already.

    Attributes:
        id: Stable address.
        name: What it is called.
        function: Who runs it.
        campaign: Its id in the data; empty when it is not there.
        stages: What it touches is said in words here.
        cost: Money a year, in the currency of the document.
        effects: What it changed.
        verdict: Keep, change, stop, merge or open.
        because: Why.
        owner: Who answers for it.
    """

    id: Id
    name: str
    function: str = ""
    campaign: str = ""
    stages: str = ""
    cost: Annotated[float, Field(ge=0)] | None = None
    effects: tuple[MeasuredEffect, ...] = ()
    verdict: Verdict = Verdict.OPEN
    because: str = ""
    owner: Owner = Owner()
