"""On which days did each customer buy, for how much, and how long after the time before?"""

from __future__ import annotations

from collections.abc import Mapping

import ibis

BUYING_DAYS = "buying_days"
"""Name of the prepared relation: whatever asks for days or gaps of single customers scans it."""


def buying_days_query(transactions: ibis.Table) -> ibis.Table:
    """The days on which each customer bought, with the days since the one before.

    Args:
        transactions: The canonical table, cut at ``as_of``.

    Returns:
        ``customer_id, bought_on, amount`` (sum of the day's sales) ``, gap_days``; the gap is null on the
        first day.
    """
    is_sale = transactions.kind.fill_null("sale") == "sale"
    sales = transactions.filter(transactions.customer_id.notnull() & is_sale)
    days = sales.group_by("customer_id", bought_on=sales.occurred_at.date()).aggregate(
        amount=sales.amount.sum()
    )
    before = days.bought_on.lag().over(group_by=days.customer_id, order_by=days.bought_on)
    return days.mutate(gap_days=days.bought_on.delta(before, unit="day").cast("int64"))


def buying_days_of(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """The prepared relation where the engine holds it, else its query over ``transactions``."""
    return tables[BUYING_DAYS] if BUYING_DAYS in tables else buying_days_query(tables["transactions"])
