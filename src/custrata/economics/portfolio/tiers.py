"""Which customers make up the tiers of the portfolio?"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import ibis
import ibis.expr.types as ir

from custrata.economics.portfolio.basis import ValueBasis, value_of
from custrata.economics.portfolio.boundaries import Boundaries
from custrata.settings import TierShares
from custrata.vocabulary import Tier

TIE_RULE = "Equal values are ranked by customer id; a customer whose value is not known stands last."


def tier_limits(shares: TierShares, n: int) -> tuple[tuple[Tier, int], ...]:
    """The last rank of each tier: the cumulated share of ``n``, rounded half up.

    Args:
        shares: Sizes of the tiers; they add up to 1.
        n: Number of customers, 0 or more.

    Returns:
        Tier and last rank, highest tier first; the last rank of the last tier is ``n``.

    Example:
        >>> [last for _, last in tier_limits(TierShares(), 793)]
        [40, 198, 595, 793]
    """
    limits: list[tuple[Tier, int]] = []
    cumulated = Decimal(0)
    for tier in Tier:
        cumulated += Decimal(str(getattr(shares, tier.value)))
        limits.append((tier, int((cumulated * n).to_integral_value(ROUND_HALF_UP))))
    return (*limits[:-1], (limits[-1][0], n))


def tiers_query(
    customers: ir.Table, basis: ValueBasis, shares: TierShares, n: int, boundaries: Boundaries | None = None
) -> ir.Table:
    """Value, rank and tier of every customer; prospects have none.

    Args:
        customers: The base, one row a customer, with the column that ``basis`` names.
        basis: From :func:`value_basis`.
        shares: Sizes of the tiers.
        n: Number of rows of the base that are customers, not prospects.
        boundaries: Values at which the tiers end; None cuts them by ``shares``.

    Returns:
        ``customer_id, value, value_rank`` (1 is the highest) ``, tier``: each customer in exactly one tier.
    """
    held = customers.filter(customers.status.fill_null("customer") != "prospect")
    valued = held.select("customer_id", value=value_of(held, basis))
    order = [ibis.desc("value", nulls_first=False), ibis.asc("customer_id")]
    ranked = valued.mutate(value_rank=ibis.row_number().over(order_by=order) + 1)
    ends = boundaries or Boundaries.at_ranks(tuple(last for _, last in tier_limits(shares, n)[:-1]))
    return ranked.mutate(tier=tier_at(ends.place(ranked.value, ranked.value_rank)))


def tier_at(place: ir.IntegerValue) -> ir.StringValue:
    """The name of the tier at a place, 0 the highest."""
    *upper, last = (tier.value for tier in Tier)
    return ibis.cases(*((place == k, ibis.literal(name)) for k, name in enumerate(upper)), else_=last)
