"""What the estimators are given of customers: counts of distinct summaries, no customers."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.customers.buying_days import buying_days_of
from custrata.economics.lifetime_value.scoring import KEYS


def summaries_query(customers: ibis.Table) -> ibis.Table:
    """Distinct purchase summaries with the number of customers who share each.

    Args:
        customers: The wide base.

    Returns:
        ``repeat_orders, last_order_age, age, people``, sorted, so that a fit does not depend on the engine.
    """
    held = valued_customers(customers)
    return held.group_by(*KEYS).aggregate(people=held.count()).order_by(*KEYS)


def valued_customers(customers: ibis.Table) -> ibis.Table:
    """The customers, no prospects, who ever ordered."""
    ordered = customers.order_days.fill_null(0) > 0
    return customers.filter((customers.status.fill_null("customer") != "prospect") & ordered)


def repeat_spends_query(base: Base) -> ibis.Table:
    """One row a customer who ordered again: the mean sales of a purchase day after the first.

    Returns:
        ``customer_id, repeat_orders, repeat_value`` (a float with six places, 0 or more).

    The first order is left out, as the model of spend is one of repeat orders.
    """
    people = valued_customers(base.tables["customers"])
    people = people.filter(people.repeat_orders > 0).select("customer_id", "repeat_orders")
    days = buying_days_of(base.tables)
    later = days.filter(days.gap_days.notnull()).group_by("customer_id").aggregate(amount=days.amount.sum())
    summed = later.join(people, "customer_id")
    mean = summed.amount.cast("float64") / summed.repeat_orders
    return summed.select("customer_id", "repeat_orders", repeat_value=mean.round(6).clip(lower=0.0))


def spends_query(spends: ibis.Table) -> ibis.Table:
    """Distinct repeat spends with the number of customers who share each, sorted.

    Args:
        spends: As :func:`repeat_spends_query` makes them.
    """
    keys = ("repeat_orders", "repeat_value")
    return spends.group_by(*keys).aggregate(people=spends.count()).order_by(*keys)
