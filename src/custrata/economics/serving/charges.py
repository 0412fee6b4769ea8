"""What does serving every customer cost? Quantities times unit rates, costs of one customer, and nobody's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Any

import ibis

from custrata.customers import Base
from custrata.economics.serving.drivers import Activity
from custrata.economics.serving.quantities import month_number, quantities

MONEY = "decimal(18, 6)"
RATES = "serving_rates"
"""The relation of unit rates: few rows, made outside, by driver, activity, part and month."""

RATE_TYPES: Mapping[str, str] = {
    "driver": "string",
    "activity": "string",
    "part": "string",
    "month": "int64",
    "on": "date",
    "low": "float64",
    "likely": "float64",
    "high": "float64",
}
IDLE = "serving_idle"
"""The relation of what of the pools no customer caused."""

IDLE_TYPES: Mapping[str, str] = {"driver": "string", "on": "date", "amount": MONEY}


@dataclass(frozen=True, slots=True)
class Charge:
    """A unit rate of an activity in a month; ``part`` is the channel of a ticket where that matters."""

    driver: str
    activity: Activity
    month: int
    low: Decimal
    likely: Decimal
    high: Decimal
    part: str = ""

    def row(self) -> dict[str, Any]:
        """The charge as a row of :data:`RATES`."""
        three = {"low": float(self.low), "likely": float(self.likely), "high": float(self.high)}
        return {
            "driver": self.driver,
            "activity": self.activity.name,
            "part": self.part,
            "month": self.month,
            "on": first_day(self.month),
            **three,
        }


def pools_query(base: Base) -> ibis.Table:
    """The costs that name no customer, added up by driver and month: ``driver, month, amount, quantity``."""
    costs = base.tables["costs"]
    rows = costs.filter(costs.customer_id.isnull())
    return rows.group_by(driver=rows.driver.strip(), month=month_number(rows.period)).aggregate(
        amount=rows.amount.sum().cast("decimal(38, 6)"), quantity=rows.quantity.sum().cast("decimal(38, 6)")
    )


def own_drivers_query(base: Base) -> ibis.Table:
    """The drivers of costs that name a customer: ``driver, amount``."""
    costs = base.tables["costs"]
    rows = costs.filter(costs.customer_id.notnull())
    return rows.group_by(driver=rows.driver.strip()).aggregate(amount=rows.amount.sum())


def serving_costs_query(base: Base, listed: Collection[Charge], *, idle: bool, own: bool) -> ibis.Table:
    """The relation of what serving costs.

    Args:
        base: The base with the prepared orders and the purchase summary.
        listed: The charges, which the engine holds as :data:`RATES`.
        idle: Whether the engine holds :data:`IDLE`.
        own: Whether costs name customers.

    Returns:
        ``customer_id, on`` (first day of the month) ``, driver, quantity, amount_low, amount, amount_high``;
        rows of the same customer, month and driver add up. Without customer: cost of anonymous sales where
        there is a quantity, unallocated cost where there is none.
    """
    one_rate = all(charge.low == charge.likely == charge.high for charge in listed)
    activities = sorted({charge.activity for charge in listed})
    parts = [_charged(base, activity, one_rate) for activity in activities]
    if own:
        parts.append(_own(base))
    if idle:
        rest = ibis.table(dict(IDLE_TYPES), name=IDLE)
        alone = rest.select(
            ibis.null("string").name("customer_id"),
            "on",
            "driver",
            quantity=ibis.null(MONEY),
            amount_low="amount",
            amount="amount",
            amount_high="amount",
        )
        parts.append(alone)
    return reduce(lambda left, right: left.union(right), parts)


def first_day(month: int) -> dt.date:
    """The first day of a month that is counted as year times 12 plus month from 0.

    Example:
        >>> str(first_day(2024 * 12))
        '2024-01-01'
    """
    return dt.date(month // 12, month % 12 + 1, 1)


def _charged(base: Base, activity: Activity, one_rate: bool) -> ibis.Table:
    rows, rates = quantities(base, activity), ibis.table(dict(RATE_TYPES), name=RATES)
    own = rates.filter(rates.activity == activity.name).drop("activity")
    rows = rows.join(own, ["month", "part"])
    units = rows.quantity.cast("float64")
    likely = (units * rows.likely).cast(MONEY)
    # On long tables the products are what takes time: rates without a range need one.
    low, high = (likely if one_rate else (units * rows[end]).cast(MONEY) for end in ("low", "high"))
    return rows.select(
        "customer_id", "on", "driver", "quantity", amount_low=low, amount=likely, amount_high=high
    )


def _own(base: Base) -> ibis.Table:
    costs = base.tables["costs"]
    rows = costs.filter(costs.customer_id.notnull())
    money = rows.amount.cast(MONEY)
    return rows.select(
        "customer_id",
        on=rows.period.cast("date").truncate("M").cast("date"),
        driver=rows.driver.strip(),
        quantity=rows.quantity.cast(MONEY),
        amount_low=money,
        amount=money,
        amount_high=money,
    )
