"""Business context: how the company earns, what it aims at, and what it expects of its customer base."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Proposal, Statement


class RevenueKind(StrEnum):
    """Where revenue is to come from."""

    NEW = "new"
    RETENTION = "retention"
    UPSELL = "upsell"
    CROSS_SELL = "cross-sell"


class RevenueTarget(Part):
    """Revenue that a team is to bring.

    Attributes:
        id: Stable address.
        kind: New, retention, upsell or cross-sell.
        amount: Money over the period, in the currency of the document.
        in_months: Length of the period from the start of the horizon.
        team: Who brings it.
        group: Id of the customer group; empty for all.
        product: Product or category; empty for all.
        measure: Measure that will tell, such as ``revenue``; empty when none can yet.
        basis: How the number was found, in one sentence.
    """

    id: Id
    kind: RevenueKind
    amount: Annotated[float, Field(ge=0)]
    in_months: Annotated[int, Field(ge=1, le=120)] = 12
    team: str = ""
    group: str = ""
    product: str = ""
    measure: str = ""
    basis: str = ""
    owner: Owner = Owner()


class BusinessContext(Part):
    """How the business earns, what it aims at and what stands in its way.

    Attributes:
        model: How the company earns.
        goals: What the business strategy asks for.
        financial_priorities: What comes first when money is short.
        challenges: What stands in the way of delivering value to customers.
        finance_model: Which customers and products make up the forecast of finance.
        revenue_targets: Revenue expected of the base, by kind, team, group and product.
        hunches: First ideas of where to act; once a measure can tell, they become assumptions.
    """

    model: Statement | None = None
    goals: tuple[Statement, ...] = ()
    financial_priorities: tuple[Statement, ...] = ()
    challenges: tuple[Statement, ...] = ()
    finance_model: tuple[Statement, ...] = ()
    revenue_targets: tuple[RevenueTarget, ...] = ()
    hunches: tuple[Proposal, ...] = ()
