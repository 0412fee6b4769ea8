"""Channel charters: what each channel is for, by which motion, within which guardrails."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class Motion(StrEnum):
    """How growth comes about in a channel."""

    PRODUCT_LED = "product-led"
    SALES_LED = "sales-led"
    PARTNER = "partner"
    COMMUNITY = "community"
    MARKETING_LED = "marketing-led"


class ChannelGoal(Part):
    """A goal of a channel: measure, target, date."""

    id: Id
    measure: str
    target: float | None = None
    base: Statement | None = None
    in_months: Annotated[int, Field(ge=1)] | None = None


class ChannelCharter(Part):
    """The charter of a channel.

    Attributes:
        id: Stable address.
        channel: Its name; the same word as in the data where it is there.
        role: What it is for, in one sentence.
        motion: Product-led, sales-led, partner, community or marketing-led.
        goals: At most three.
        guardrails: What must not be crossed.
        kpis: Measures, present or waited for.
        does_not: What the channel does not do.
        handovers: To whom a customer goes next.
        budget: Money over the horizon, in the currency of the document.
        review_on: When the charter is looked at again.
        owner: Who answers for it.
    """

    id: Id
    channel: str
    role: Statement | None = None
    motion: Motion | None = None
    goals: tuple[ChannelGoal, ...] = ()
    guardrails: tuple[str, ...] = ()
    kpis: tuple[str, ...] = ()
    does_not: tuple[str, ...] = ()
    handovers: tuple[str, ...] = ()
    budget: Annotated[float, Field(ge=0)] | None = None
    review_on: dt.date | None = None
    owner: Owner = Owner()
