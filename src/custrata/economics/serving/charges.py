"""What does serving every customer cost? Quantities times unit rates, costs of one customer, and nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    "low": "decimal(18, 9)",
    "likely": "decimal(18, 9)",
    "high": "decimal(18, 9)",
}
IDLE = "serving_idle"
"""The relation of what of the pools no customer caused."""

IDLE_TYPES: Mapping[str, str] = {"driver": "string", "month": "int64", "amount": MONEY}


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
        three = {"low": self.low, "likely": self.likely, "high": self.high}
        return {
            "driver": self.driver,
            "activity": self.activity.name,
            "part": self.part,
            "month": self.month,
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


def serving_costs_query(
    base: Base, activities: Iterable[Activity], rates: ibis.Table | None, idle: ibis.Table | None, own: bool
) -> ibis.Table:
    """The relation of what serving costs.

    Args:
        base: The base with the prepared orders and the purchase summary.
        activities: What is charged by the rates.
        rates: The relation :data:`RATES`; None charges nothing.
        idle: The relation :data:`IDLE`; None when nothing is left.
        own: Whether costs name customers.

    Returns:
        ``customer_id`` (empty: nobody's), ``on`` (first day of the month), ``driver, quantity,
        amount_low, amount, amount_high``; rows of the same customer, month and driver add up.
    """
    parts = (
        [_charged(base, activity, rates) for activity in sorted(set(activities))] if rates is not None else []
    )
    if own:
        parts.append(_own(base))
    if idle is not None:
        alone = idle.select(
            customer_id=ibis.null("string"),
            month="month",
            driver="driver",
            quantity=ibis.null(MONEY),
            low="amount",
            likely="amount",
            high="amount",
        )
        parts.append(alone)
    rows = reduce(lambda left, right: left.union(right), parts)
    first = ibis.date(rows.month // 12, rows.month % 12 + 1, 1)
    return rows.select(
        "customer_id",
        on=first,
        driver="driver",
        quantity="quantity",
        amount_low="low",
        amount="likely",
        amount_high="high",
    )


def _charged(base: Base, activity: Activity, rates: ibis.Table) -> ibis.Table:
    rows = quantities(base, activity)
    own = rates.filter(rates.activity == activity.name).drop("activity")
    rows = rows.join(own, ["month", "part"])
    units = rows.quantity.cast("float64")
    money = {n: (units * rows[n].cast("float64")).round(6).cast(MONEY) for n in ("low", "likely", "high")}
    return rows.select("customer_id", "month", "driver", "quantity", **money)


def _own(base: Base) -> ibis.Table:
    costs = base.tables["costs"]
    rows = costs.filter(costs.customer_id.notnull())
    money = dict.fromkeys(("low", "likely", "high"), rows.amount.cast(MONEY))
    return rows.select(
        "customer_id",
        month=month_number(rows.period),
        driver=rows.driver.strip(),
        quantity=rows.quantity.cast(MONEY),
        **money,
    )
