"""Where does each customer stand on the two axes of the exchange?"""

from __future__ import annotations

from functools import reduce
from operator import add

import ibis
import ibis.expr.types as ir

from custrata.economics.exchange.known import LEAST_PARTS, Axes
from custrata.settings import ExchangeRules

INDEX = "decimal(9, 6)"
"""The type of an index from 0 to 100: exact, so that its sums do not depend on the order of rows."""

MONEY = "decimal(38, 6)"
"""The type of what customers brought: exact for the same reason."""

_PROMOTER, _DETRACTOR = 9, 6


def percentiles_query(signs: ir.Table, column: str, known: int, higher: bool = True) -> ir.Table:
    """The percentile rank of each value of a column: share of rows below plus half of the equal ones.

    Values are counted before they are ordered: there are far fewer of them than customers.

    Args:
        signs: The table; where the column is empty there is no rank.
        column: Its name.
        known: Number of rows that have it, at least 1.
        higher: Whether more is better; else the rank is turned round.

    Returns:
        ``value`` and ``rank``, from 0 to 100 and on average 50 over the rows that have it.
    """
    valued = signs.select(value=signs[column]).filter(lambda t: t.value.notnull())
    counts = valued.group_by("value").aggregate(equal=valued.count())
    up_to = counts.equal.sum().over(order_by=counts.value, rows=(None, 0))
    rank = (2 * up_to - counts.equal).cast("float64") * 50.0 / known
    return counts.select("value", rank=rank if higher else 100.0 - rank)


def exchange_index_query(signs: ir.Table, axes: Axes, rules: ExchangeRules) -> ir.Table:
    """Both axes of every customer, from 0 to 100.

    Value to the customer is the weighted mean of the percentile ranks of the parts that are known of the
    customer, at least two. Value to the business is the percentile rank of what the customer is worth, times
    one plus what they add by recommending.

    Args:
        signs: From :func:`custrata.economics.exchange.signs_query`.
        axes: What the axes are made of; not refused.
        rules: Weights are in ``axes``; what advocacy adds is here.

    Returns:
        ``customer_id, value_to_customer, value_to_business``, and ``brought``: what the customer is worth
        with what they add, in money; empty where not known.
    """
    given = signs.worth + signs.worth.abs() * _advocacy(signs, axes, rules)
    placed = signs.mutate(given=given.round(6), brought=given.round(6).try_cast(MONEY))
    ranked = [(sign.column, sign.column, sign.higher) for sign, _ in axes.signs] + [("given", "worth", True)]
    for column, counted, higher in ranked:
        ranks = percentiles_query(placed, column, axes.known[counted], higher)
        joined = placed.left_join(ranks, placed[column] == ranks.value)
        placed = joined.select(*(c for c in placed.columns if c != column), **{column: ranks.rank})
    there = [(placed[sign.column], weight) for sign, weight in axes.signs]
    parts = reduce(add, (value.notnull().cast("int64") for value, _ in there))
    weights = reduce(add, (value.notnull().ifelse(w, 0.0) for value, w in there))
    mean = reduce(add, (value.fill_null(0.0) * w for value, w in there)) / weights.nullif(0.0)
    enough = (parts >= LEAST_PARTS).ifelse(mean, ibis.null("float64"))
    return placed.select(
        "customer_id",
        value_to_customer=enough.round(6).cast(INDEX),
        value_to_business=placed.given.round(6).cast(INDEX),
        brought=placed.brought,
    )


def _advocacy(signs: ir.Table, axes: Axes, rules: ExchangeRules) -> ir.FloatingValue:
    """What a customer adds by recommending, as a share of their own value; 0 where nothing says it."""
    added: ir.FloatingValue = ibis.literal(0.0)
    if "recommends" in axes.advocacy:
        added += ibis.cases(
            (signs.recommends >= _PROMOTER, rules.promoter),
            (signs.recommends <= _DETRACTOR, -rules.promoter),
            else_=0.0,
        )
    if "referrals" in axes.advocacy:
        added += signs.referrals.fill_null(0.0) * rules.referral
    return added


def equal_parts_query(index: ir.Table) -> ir.Table:
    """What each customer would get and bring if all had the same, in one row.

    An equal part of what customers bring is their mean. Its place on the axis is that of the least customer
    who brings as much: few do where a few customers bring most, so that how many give much is found, not set.

    Args:
        index: From :func:`exchange_index_query`; only customers of whom both axes are known count.

    Returns:
        ``customer`` (mean index of what they get), ``business`` (index from which a customer brings an equal
        part), ``brought`` (that part, in money) and ``both`` (how many customers).
    """
    known = index.filter(index.value_to_customer.notnull() & index.value_to_business.notnull())
    people = known.count()
    means = known.aggregate(
        both=people,
        customer=known.value_to_customer.cast(MONEY).sum().cast("float64") / people.nullif(0),
        brought=known.brought.sum().cast("float64") / people.nullif(0),
    )
    beside = known.cross_join(means.select(part=means.brought))
    enough = beside.brought.cast("float64") >= beside.part
    least = beside.aggregate(business=beside.value_to_business.min(where=enough).cast("float64"))
    return means.cross_join(least)


def placed_query(index: ir.Table, customer: float, business: float) -> ir.Table:
    """The index with the quadrant of each customer: much is from the boundary on.

    Args:
        index: From :func:`exchange_index_query`.
        customer: Index from which a customer gets much.
        business: Index from which a customer gives much.

    Returns:
        The axes of ``index`` and ``exchange``: ``balanced`` (gives and gets much), ``under-served`` (gives
        much, gets little), ``over-served`` (gets much, gives little), ``misfit`` (little of both); empty
        where an axis is not known.
    """
    gets, gives = index.value_to_customer >= customer, index.value_to_business >= business
    return index.select(
        "customer_id",
        "value_to_customer",
        "value_to_business",
        exchange=ibis.cases(
            (gets.isnull() | gives.isnull(), ibis.null("string")),
            (gets & gives, "balanced"),
            (gives, "under-served"),
            (gets, "over-served"),
            else_="misfit",
        ),
    )
