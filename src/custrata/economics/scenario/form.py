"""The form of a scenario: what a person may suppose, and within which limits."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from custrata.vocabulary import Intent

Name = Annotated[str, Field(min_length=1, max_length=80)]
Share = Annotated[float, Field(ge=0, le=1)]

LONGEST_MONTHS = 60
"""Beyond five years a supposition about today's customers says nothing."""

AS_NOW, CHEAPEST = "As now", "Cheapest mix"
"""Plans that every scenario has, or may have."""

EFFECTS = ("leaving", "order_rate", "spend", "price", "margin", "cost_to_serve")
"""What an intent may change, in the order of the form."""


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Spread(_Closed):
    """A number that is supposed: low, likely and high; one number alone stands for all three.

    Example:
        >>> Spread.model_validate(0.1) == Spread(low=0.1, likely=0.1, high=0.1)
        True
    """

    low: Annotated[float, Field(ge=-1e12, le=1e12)]
    likely: Annotated[float, Field(ge=-1e12, le=1e12)]
    high: Annotated[float, Field(ge=-1e12, le=1e12)]

    @model_validator(mode="before")
    @classmethod
    def _one_number(cls, given: Any) -> Any:
        if isinstance(given, int | float) and not isinstance(given, bool):
            return {"low": given, "likely": given, "high": given}
        return given

    @model_validator(mode="after")
    def _ordered(self) -> Spread:
        if not self.low <= self.likely <= self.high:
            raise ValueError("low must not be above likely, nor likely above high")
        return self

    @property
    def certain(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


NOTHING = Spread(low=0, likely=0, high=0)


class Effects(_Closed):
    """What an intent does to one customer of its group while the scenario runs; 0 changes nothing.

    Attributes:
        leaving: Relative change of the rate at which customers leave; -0.1 means a tenth fewer.
        order_rate: Relative change of how often they order.
        spend: Relative change of what an order is worth, at the same margin rate.
        price: Relative change of prices; all of it is margin.
        margin: Change of the margin rate, as a share of revenue: 0.02 is two points.
        cost_to_serve: Relative change of what serving them costs.
    """

    leaving: Spread = NOTHING
    order_rate: Spread = NOTHING
    spend: Spread = NOTHING
    price: Spread = NOTHING
    margin: Spread = NOTHING
    cost_to_serve: Spread = NOTHING

    @model_validator(mode="after")
    def _possible(self) -> Effects:
        for name in EFFECTS:
            spread: Spread = getattr(self, name)
            if spread.low < -1 or spread.high > (1 if name == "margin" else 10):
                raise ValueError(f"{name} must lie between -1 and {1 if name == 'margin' else 10}")
        if self.price.low <= -1:
            raise ValueError("price must stay above -1")
        return self


class Cost(_Closed):
    """What an intent or a move costs over the horizon: so much a customer it reaches, and so much at all."""

    per_customer: Spread = NOTHING
    total: Spread = NOTHING

    @model_validator(mode="after")
    def _no_gain(self) -> Cost:
        if self.per_customer.low < 0 or self.total.low < 0:
            raise ValueError("a cost must not be below 0")
        return self


class IntentPlan(_Closed):
    """What is done with one group, and what it is supposed to do.

    Attributes:
        name: What people call it.
        group: Dimension and value that a customer must have, all of them; empty is everybody.
        intent: Grow, maintain, re-engineer or retire: for people, it changes no number.
        share: Part of the group that it reaches.
        effects: What it does.
        cost: What it costs.
        hours: Hours of work a customer.
        measured: The experiment that measured the effects; empty where they are assumed.
    """

    name: Name
    group: dict[str, str] = Field(default_factory=dict)
    intent: Intent | None = None
    share: Share = 1.0
    effects: Effects = Effects()
    cost: Cost = Cost()
    hours: Spread = NOTHING
    measured: str = ""

    @model_validator(mode="before")
    @classmethod
    def _words(cls, given: Any) -> Any:
        if isinstance(given, dict) and isinstance(given.get("group"), dict):
            return {**given, "group": {k: str(v) for k, v in given["group"].items()}}
        return given

    @model_validator(mode="after")
    def _takes_work(self) -> IntentPlan:
        if self.hours.low < 0:
            raise ValueError("hours must not be below 0")
        return self


class Move(_Closed):
    """A part of one tier that becomes like the average customer of another.

    Attributes:
        origin: The tier they are in, written ``from``.
        to: The tier they come to.
        share: Part of the tier that moves.
        who: ``any`` customers, or those ``nearest`` to the other tier by value.
        cost: What it costs.
    """

    origin: Annotated[Name, Field(alias="from")]
    to: Name
    share: Share
    who: Literal["any", "nearest"] = "any"
    cost: Cost = Cost()

    @model_validator(mode="after")
    def _leads_elsewhere(self) -> Move:
        if self.origin == self.to:
            raise ValueError("a move must lead to another tier")
        return self


class Acquire(_Closed):
    """Further customers who are won.

    Attributes:
        per_month: How many a month.
        cost: What winning one costs.
    """

    per_month: Annotated[float, Field(ge=0, le=1e7)]
    cost: Spread = NOTHING

    @model_validator(mode="after")
    def _no_gain(self) -> Acquire:
        if self.cost.low < 0:
            raise ValueError("a cost must not be below 0")
        return self


class Target(_Closed):
    """What is to be reached against "as now".

    Attributes:
        measure: Revenue, margin (less the cost to serve) or equity.
        rise: So much more, as a share of "as now".
        amount: So much more, in money; instead of a rise.
        probability: In how many of the draws it is to be reached, as a share; None asks for it at the likely
            effects, which is about every other draw.
    """

    measure: Literal["revenue", "margin", "equity"] = "revenue"
    rise: Annotated[float, Field(gt=0, le=10)] | None = None
    amount: Annotated[float, Field(gt=0, le=1e15)] | None = None
    probability: Annotated[float, Field(gt=0, lt=1)] | None = None

    @model_validator(mode="after")
    def _one(self) -> Target:
        if (self.rise is None) == (self.amount is None):
            raise ValueError("say either rise or amount")
        return self


class Plan(_Closed):
    """One way to go on.

    Attributes:
        name: What people call it.
        moves: Moves between tiers.
        intents: What is done with which group.
        acquire: Who is won beside; None wins nobody.
        budget: Money there is; None sets no limit.
        capacity: Hours there are; None sets no limit.
    """

    name: Name
    moves: tuple[Move, ...] = ()
    intents: tuple[IntentPlan, ...] = ()
    acquire: Acquire | None = None
    budget: Annotated[float, Field(ge=0, le=1e15)] | None = None
    capacity: Annotated[float, Field(ge=0, le=1e12)] | None = None

    @model_validator(mode="after")
    def _told_apart(self) -> Plan:
        names = [intent.name for intent in self.intents]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two intents are called {', '.join(twice)}")
        return self


class Scenario(Plan):
    """A scenario: one plan, others beside it, and how it is computed.

    Attributes:
        horizon_months: Months that are played through.
        draws: How often they are played through.
        seed: Where chance begins.
        effects_last: Whether effects end with the horizon or stay for life in the equity after it.
        target: What the cheapest mix of the intents is to reach; None looks for none.
        backtest: A past day at which the same is played through and held against what came.
        alternatives: Other plans, compared with the same chance.

    Example:
        >>> Scenario(name="Call before renewal").horizon_months
        12
    """

    horizon_months: Annotated[int, Field(ge=1, le=LONGEST_MONTHS)] = 12
    draws: Annotated[int, Field(ge=50, le=10_000)] = 400
    seed: Annotated[int, Field(ge=0, le=2**31)] = 7
    effects_last: Literal["horizon", "life"] = "horizon"
    target: Target | None = None
    backtest: dt.date | None = None
    alternatives: tuple[Plan, ...] = ()

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plan of the scenario and those beside it."""
        own = Plan.model_validate({name: getattr(self, name) for name in Plan.model_fields})
        return (own, *self.alternatives)

    @model_validator(mode="after")
    def _plans_told_apart(self) -> Scenario:
        names = [AS_NOW, CHEAPEST, self.name, *(plan.name for plan in self.alternatives)]
        if len({name.casefold() for name in names}) < len(names):
            raise ValueError(f"two plans have one name; {AS_NOW} and {CHEAPEST} are taken")
        return self
