"""What does serving customers cost again and again, without what is spent once?"""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.economics.serving.drivers import Activity, words_of
from custrata.measures.economics.relations.accounts import CUSTOMER_COSTS

_ONCE = "(^|[^a-z])(" + "|".join(words_of(Activity.ONBOARDING)) + "|set[ -]up)([^a-z]|$)"


def recurring_cost_query(base: Base, people: ibis.Table) -> ibis.Table:
    """Cost to serve of some customers so far, in one row, without what brings a new customer to work.

    A customer who is there was brought to work already: what that cost does not come again.

    Args:
        base: The base, with ``customer_costs`` or at least ``customers.cost_to_serve``.
        people: The customers, by ``customer_id``.

    Returns:
        ``serving``, a float; null where nothing says what serving costs.
    """
    if CUSTOMER_COSTS in base.tables:
        costs = base.tables[CUSTOMER_COSTS].semi_join(people, "customer_id")
        again = costs.filter(~costs.driver.lower().re_search(_ONCE))
        return again.aggregate(serving=again.amount.sum().cast("float64").fill_null(0.0))
    if base.has("customers.cost_to_serve"):
        held = base.tables["customers"].semi_join(people, "customer_id")
        return held.aggregate(serving=held.cost_to_serve.sum().cast("float64"))
    return people.aggregate(n=people.count()).select(serving=ibis.null("float64"))
