"""How customers are bound to the company: by contract, or by nothing but the wish to order again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from custrata.customers.buying_days import buying_days_of
from custrata.vocabulary import Relationship

_ENOUGH_DAYS = 4
_EQUAL_AMOUNTS = 5
_MONTH_GAPS = (26, 35)
_MOSTLY = 0.8
_NEARLY_ALL = 0.9
_FIGURES = ("holders", "buyers", "both", "repeaters", "frequent", "regular")


def relationship_query(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """The figures that tell the relationship, in one row.

    Args:
        tables: The tables after the cut, by canonical name, and the days of buying where they are held;
            tables that are missing count nobody.

    Returns:
        ``holders`` (customers with a contract), ``buyers`` (with a purchase), ``both``, ``repeaters`` (who
        bought on more than one day), ``frequent`` (on at least four days) and ``regular`` (of those, monthly
        and for an equal amount).
    """
    buyers = _buyers(buying_days_of(tables)) if "transactions" in tables else _nobody()
    holders = (
        _holders(tables["subscriptions"]) if "subscriptions" in tables else _nobody().select("customer_id")
    )
    held = holders.mutate(holds=ibis.literal(True))
    everyone = buyers.outer_join(held, "customer_id")
    holds, buys = everyone.holds.fill_null(False), everyone.buying_days.notnull()
    frequent = (everyone.buying_days >= _ENOUGH_DAYS).fill_null(False)
    return everyone.aggregate(
        holders=holds.sum().fill_null(0),
        buyers=buys.sum().fill_null(0),
        both=(holds & buys).sum().fill_null(0),
        repeaters=(everyone.buying_days > 1).fill_null(False).sum().fill_null(0),
        frequent=frequent.sum().fill_null(0),
        regular=(frequent & everyone.regular.fill_null(False)).sum().fill_null(0),
    )


def detect(row: Mapping[str, Any], *, dated: bool = True) -> tuple[Relationship, str]:
    """The relationship, and why, in one sentence with figures.

    Args:
        row: The row of :func:`relationship_query`.
        dated: Whether the days of purchases are known.

    Example:
        >>> row = {"holders": 0, "buyers": 10, "both": 0, "repeaters": 6, "frequent": 2, "regular": 0}
        >>> detect(row)[0].value
        'non-contractual'
    """
    holders, buyers, both, repeaters, frequent, regular = (int(row[name]) for name in _FIGURES)
    if holders and buyers:
        return _both_kinds(holders, buyers, both)
    if holders:
        return (
            Relationship.CONTRACTUAL,
            f"{holders:,} customers have contracts with a start, and none has single orders",
        )
    if not buyers:
        return Relationship.UNKNOWN, "no table holds contracts or purchases"
    if frequent and regular >= _MOSTLY * frequent:
        return Relationship.CONTRACTUAL, (
            f"{regular:,} of {frequent:,} customers with at least {_ENOUGH_DAYS} purchases pay"
            " the same amount every month: the purchase log is that of a contract, though no table says so"
        )
    if not dated:
        return Relationship.NON_CONTRACTUAL, (
            f"{buyers:,} customers have orders, whose days are not known, and no table holds contracts"
        )
    return Relationship.NON_CONTRACTUAL, (
        f"{buyers:,} customers order when they like, {repeaters:,} of them on more than one day,"
        " and no table holds contracts"
    )


def _both_kinds(holders: int, buyers: int, both: int) -> tuple[Relationship, str]:
    figures = f"{both:,} of {buyers:,} buyers also have contracts ({holders:,} customers have one)"
    if both >= _NEARLY_ALL * buyers:
        return Relationship.CONTRACTUAL, figures
    return Relationship.MIXED, figures


def _buyers(days: ibis.Table) -> ibis.Table:
    low, high = _MONTH_GAPS
    monthly = (days.gap_days.min() >= low) & (days.gap_days.max() <= high)
    equal = days.amount.max() * 100 <= days.amount.min() * (100 + _EQUAL_AMOUNTS)
    return days.group_by("customer_id").aggregate(buying_days=days.count(), regular=monthly & equal)


def _holders(subscriptions: ibis.Table) -> ibis.Table:
    return subscriptions.filter(subscriptions.customer_id.notnull()).select("customer_id").distinct()


def _nobody() -> ibis.Table:
    columns = {"customer_id": "string", "buying_days": "int64", "regular": "boolean"}
    row = ibis.range(1).unnest().name("one").as_table()
    return row.filter(row.one < 0).select(
        **{name: ibis.null(kind).name(name) for name, kind in columns.items()}
    )
