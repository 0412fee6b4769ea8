"""Which customers make up the tiers of the portfolio?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import ibis
import ibis.expr.types as ir

from custrata.settings import Settings, TierShares
from custrata.vocabulary import Tier

ValueBasis = Literal["margin", "revenue", "reported_revenue", "mrr"]
"""What ranks customers; each names a column of the base."""

_COLUMNS: Mapping[ValueBasis, str] = {
    "margin": "gross_margin",
    "revenue": "revenue",
    "reported_revenue": "reported_revenue",
    "mrr": "mrr",
}
_SENTENCES: Mapping[ValueBasis, str] = {
    "margin": "Customers are ranked by gross margin over the whole history.",
    "revenue": "Customers are ranked by revenue over the whole history, net of refunds.",
    "reported_revenue": "Customers are ranked by the revenue to date that the source reports.",
    "mrr": "Customers are ranked by the monthly revenue that runs at the end of the data.",
}
_NO_COST = " Cost is not known, so margin cannot rank them."
_NO_VALUE = (
    "Tiers cannot be drawn: no revenue, margin or contract value is known. "
    "To do: add transactions, subscriptions or a column with revenue to date."
)
TIE_RULE = "Equal values are ranked by customer id; a customer whose value is not known stands last."


def value_basis(provided: Collection[str], settings: Settings) -> tuple[ValueBasis | None, str]:
    """What customers are ranked by, and the sentence that says so.

    Args:
        provided: Columns that hold data, as ``table.column``.
        settings: ``tier_value`` may ask for margin or revenue; margin needs cost.

    Returns:
        The basis, None when no value is known; and one or two sentences for people.

    Example:
        >>> value_basis({"transactions.amount"}, Settings())[0]
        'revenue'
    """
    basis = _best_known(frozenset(provided), settings.tier_value)
    if basis is None:
        return None, _NO_VALUE
    missed = settings.tier_value == "margin" and basis != "margin"
    return basis, _SENTENCES[basis] + (_NO_COST if missed else "")


def _best_known(provided: frozenset[str], wanted: str) -> ValueBasis | None:
    costed = bool(provided & {"transactions.cost", "products.unit_cost"})
    known: tuple[tuple[ValueBasis, bool], ...] = (
        ("margin", "transactions.amount" in provided and costed and wanted != "revenue"),
        ("revenue", "transactions.amount" in provided),
        ("reported_revenue", "customers.reported_revenue" in provided),
        ("mrr", "subscriptions.mrr" in provided),
    )
    return next((basis for basis, holds in known if holds), None)


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


def tiers_query(customers: ir.Table, basis: ValueBasis, shares: TierShares, n: int) -> ir.Table:
    """Value, rank and tier of every customer; prospects have none.

    Args:
        customers: The base, one row a customer, with the column that ``basis`` names.
        basis: From :func:`value_basis`.
        shares: Sizes of the tiers.
        n: Number of rows of the base that are customers, not prospects.

    Returns:
        ``customer_id, value, value_rank`` (1 is the highest) ``, tier``: each customer in exactly one tier.
    """
    held = customers.filter(customers.status.fill_null("customer") != "prospect")
    valued = held.select("customer_id", value=_value(held, basis))
    order = [ibis.desc("value", nulls_first=False), ibis.asc("customer_id")]
    ranked = valued.mutate(value_rank=ibis.row_number().over(order_by=order) + 1)
    *upper, (last, _) = tier_limits(shares, n)
    cases = [(ranked.value_rank <= limit, ibis.literal(tier.value)) for tier, limit in upper]
    return ranked.mutate(tier=ibis.cases(*cases, else_=last.value))


def _value(customers: ir.Table, basis: ValueBasis) -> ir.DecimalValue:
    value = customers[_COLUMNS[basis]].cast("decimal(38, 6)")
    if basis not in ("margin", "revenue"):
        return value
    # Whoever never bought has brought nothing: that is known. A margin without a cost is not.
    return ibis.ifelse(customers.orders.fill_null(0) == 0, value.fill_null(0), value)
