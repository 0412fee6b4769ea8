"""What a company may set, and what stands when it sets nothing."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

FIRST_DAY, LAST_DAY = dt.date(1800, 1, 1), dt.date(2199, 12, 31)
"""No company's data are cut on a day before or after."""

LONGEST_DAYS = 3650
"""Ten years: a rule about customers that waits longer tells nobody apart."""


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TierShares(_Closed):
    """Share of customers in each portfolio tier, highest value first; they add up to 1."""

    platinum: Annotated[float, Field(ge=0, le=1)] = 0.05
    gold: Annotated[float, Field(ge=0, le=1)] = 0.20
    silver: Annotated[float, Field(ge=0, le=1)] = 0.50
    bronze: Annotated[float, Field(ge=0, le=1)] = 0.25

    @model_validator(mode="after")
    def _whole(self) -> TierShares:
        if abs(self.platinum + self.gold + self.silver + self.bronze - 1) > 1e-9:
            raise ValueError("platinum, gold, silver and bronze must add up to 1")
        return self


class StageRules(_Closed):
    """Entry criteria of the lifecycle stages that a person may change; None is found from the data.

    Attributes:
        onboarding_days: Days after the first order or the start of a contract that count as onboarding.
        rhythm_days: Days without an order after which a buyer is at risk; twice that is lapsed. None takes
            the 90th percentile of the gaps between orders.
        expansion_growth: Growth of value over the previous window that counts as expansion, as a share.
    """

    onboarding_days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)] = 90
    rhythm_days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)] | None = None
    expansion_growth: Annotated[float, Field(gt=0, le=100)] = 0.20


class Range(_Closed):
    """A figure that is not known exactly: low, likely and high, in this order.

    Example:
        >>> Range(low=0.8, likely=1.0, high=1.5).likely
        1.0
    """

    low: Annotated[float, Field(ge=0, le=1e9)]
    likely: Annotated[float, Field(ge=0, le=1e9)]
    high: Annotated[float, Field(ge=0, le=1e9)]

    @model_validator(mode="after")
    def _ordered(self) -> Range:
        if not self.low <= self.likely <= self.high:
            raise ValueError("low must not be above likely, nor likely above high")
        return self


class ValueRules(_Closed):
    """How lifetime value is computed.

    Attributes:
        horizon_months: Months from ``as_of`` that lifetime value looks ahead.
        discount_rate: What money a year later is worth less, as a share a year.
        basis: What of an order counts: ``margin``, ``revenue``, or ``auto`` (margin where cost is known).
        margin_rate: Gross margin as a share of revenue where no cost is known; None values revenue, and
            says so.
        model: A buying model by name (``bg_nbd``, ``mbg_nbd``, ``pareto_nbd``), or ``auto`` for the winner
            of the exam.
        ends_known_months: How many months the known ends of contracts cover, where earlier ends are not in
            the data (a churn flag covers a month, or a quarter); None finds it from the days.
    """

    horizon_months: Annotated[int, Field(ge=1, le=120)] = 36
    discount_rate: Annotated[float, Field(ge=0, le=1)] = 0.10
    basis: Literal["auto", "margin", "revenue"] = "auto"
    margin_rate: Annotated[float, Field(ge=0, le=1)] | None = None
    model: Literal["auto", "bg_nbd", "mbg_nbd", "pareto_nbd"] = "auto"
    ends_known_months: Annotated[int, Field(ge=1, le=120)] | None = None


class ServingRates(_Closed):
    """What serving costs where no table of costs says it; money in the base currency, None is not costed.

    Attributes:
        support_minute: One minute of work on a ticket.
        support_ticket: One ticket whose minutes are not known, by channel; ``other`` is any other channel.
        onboarding: Bringing one new customer to work.
        order: Handling one order.
        return_handling: Handling one order that comes back.
        capital: What money costs that is paid late, as a share a year.
        tier_service: What the service of a tier costs a customer and year, by tier.
    """

    support_minute: Range | None = None
    support_ticket: dict[str, Range] = Field(default_factory=dict)
    onboarding: Range | None = None
    order: Range | None = None
    return_handling: Range | None = None
    capital: Range | None = None
    tier_service: dict[Literal["platinum", "gold", "silver", "bronze"], Range] = Field(default_factory=dict)


class ExchangeWeights(_Closed):
    """What each part of the value to the customer weighs; 0 leaves a part out."""

    outcome: Annotated[float, Field(ge=0, le=100)] = 1.0
    satisfaction: Annotated[float, Field(ge=0, le=100)] = 1.0
    effort: Annotated[float, Field(ge=0, le=100)] = 1.0
    usage: Annotated[float, Field(ge=0, le=100)] = 1.0
    tenure: Annotated[float, Field(ge=0, le=100)] = 1.0
    response: Annotated[float, Field(ge=0, le=100)] = 1.0
    discount: Annotated[float, Field(ge=0, le=100)] = 1.0


class ExchangeRules(_Closed):
    """How the value to the customer is set against the value to the business.

    Attributes:
        weights: What each part of the value to the customer weighs.
        columns: Attributes of customers that stand for a part, by part; of effort and response less is more,
            of all others more. Only so can an outcome be known.
        high_effort_answer: What a high answer on effort means, ``easy`` or ``hard``; None leaves these
            answers out, because it depends on how the question was put.
        promoter: What a promoter adds to their value to the business, and a detractor takes off, as a share.
        referral: What each customer they brought adds to it, as a share.
        customer_boundary: Index (0 to 100) from which a customer gets much; None is an equal part, the mean.
        business_boundary: Index (0 to 100) from which a customer gives much; None is where a customer brings
            an equal part of all, the mean.
    """

    weights: ExchangeWeights = ExchangeWeights()
    columns: dict[
        Literal["outcome", "satisfaction", "effort", "usage", "tenure", "response", "discount"], str
    ] = Field(default_factory=dict)
    high_effort_answer: Literal["easy", "hard"] | None = None
    promoter: Annotated[float, Field(ge=0, le=1)] = 0.10
    referral: Annotated[float, Field(ge=0, le=1)] = 0.10
    customer_boundary: Annotated[float, Field(ge=0, le=100)] | None = None
    business_boundary: Annotated[float, Field(ge=0, le=100)] | None = None


class Settings(_Closed):
    """Everything in ``custrata.yaml`` that changes what a build computes.

    Attributes:
        company: Name shown on deck and report; None shows the folder's name.
        currency: Code of the base currency when no column says it; None is said as "currency not stated".
        as_of: The day at which the base is cut; None is the last day in the data.
        fiscal_year_start: Month (1 to 12) in which the fiscal year begins; quarters and years are cut there.
        week_start: Day on which a week begins: ``monday``, ``saturday`` or ``sunday``; on it stand weekly
            reviews in the calendar, and the weekly mail goes out.
        tier_shares: Sizes of the portfolio tiers.
        tier_value: What ranks customers: ``margin``, ``revenue``, ``contribution``, ``lifetime_value``,
            ``mrr``, or ``auto`` (margin where cost is known).
        tier_rule: Where tiers end: at shares of the customers (``percentile``), or where a customer's value
            no longer covers the service of the tier (``economic``; needs ``serving.tier_service``).
        tier_cover: How many times the service of a tier a customer's value must cover, with ``economic``.
        tier_hysteresis: By which share a customer's value must pass a boundary before they change tier.
        stages: Entry criteria of the lifecycle.
        dimensions: Attributes to report by; empty lets the build choose up to four.
        value: How lifetime value is computed.
        serving: What serving costs where no table says it.
        exchange: How value to the customer is set against value to the business.

    Example:
        >>> Settings().tier_shares.gold
        0.2
    """

    company: Annotated[str | None, Field(min_length=1, max_length=120)] = None
    currency: Annotated[str | None, Field(min_length=1, max_length=12)] = None
    as_of: Annotated[dt.date | None, Field(ge=FIRST_DAY, le=LAST_DAY)] = None
    fiscal_year_start: Annotated[int, Field(ge=1, le=12)] = 1
    week_start: Literal["monday", "saturday", "sunday"] = "monday"
    tier_shares: TierShares = TierShares()
    tier_value: Literal["auto", "margin", "revenue", "contribution", "lifetime_value", "mrr"] = "auto"
    tier_rule: Literal["percentile", "economic"] = "percentile"
    tier_cover: Annotated[float, Field(gt=0, le=1000)] = 1.0
    tier_hysteresis: Annotated[float, Field(ge=0, lt=1)] = 0.0
    stages: StageRules = StageRules()
    dimensions: tuple[str, ...] = ()
    value: ValueRules = ValueRules()
    serving: ServingRates = ServingRates()
    exchange: ExchangeRules = ExchangeRules()

    def plain(self) -> dict[str, Any]:
        """The settings as plain values, as a snapshot keeps them.

        A week that begins on Monday is left out: what was built before there was this setting stays as it is.
        """
        made = self.model_dump(mode="json")
        return {key: value for key, value in made.items() if (key, value) != ("week_start", "monday")}
