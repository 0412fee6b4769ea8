"""By which value are customers ranked?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

import ibis
import ibis.expr.types as ir

from custrata.settings import Settings

ValueBasis = Literal["margin", "contribution", "lifetime_value", "revenue", "reported_revenue", "mrr"]
"""What ranks customers; each names a column of the base."""

VALUE_COLUMNS: Mapping[ValueBasis, str] = {
    "margin": "gross_margin",
    "contribution": "contribution",
    "lifetime_value": "lifetime_value",
    "revenue": "revenue",
    "reported_revenue": "reported_revenue",
    "mrr": "mrr",
}
VALUE_NAMES: Mapping[ValueBasis, str] = {
    "margin": "gross margin over the whole history",
    "contribution": "contribution over the whole history: margin less what serving them costs",
    "lifetime_value": "lifetime value from the end of the data on",
    "revenue": "revenue over the whole history, net of refunds",
    "reported_revenue": "the revenue to date that the source reports",
    "mrr": "the monthly revenue that runs at the end of the data",
}
_USUAL: tuple[ValueBasis, ...] = ("margin", "revenue", "reported_revenue", "mrr")
_MISSED = {
    "margin": " Cost is not known, so margin cannot rank them.",
    "contribution": " What serving costs is not known, so contribution cannot rank them.",
    "lifetime_value": " Lifetime value is not known, so it cannot rank them.",
    "revenue": " Revenue is not known, so it cannot rank them.",
    "mrr": " No contract is known, so monthly revenue cannot rank them.",
}
_NO_VALUE = "Tiers cannot be drawn: no revenue, margin or contract value is known. "
_DEALS_ONLY = (
    "Tiers cannot be drawn: no revenue, margin or contract value is known but that of deals won, "
    "by which customers are not ranked. "
)
_TO_DO = "To do: add transactions, subscriptions or a column with revenue to date."


def value_basis(provided: Collection[str], settings: Settings) -> tuple[ValueBasis | None, str]:
    """What customers are ranked by, and the sentence that says so.

    Args:
        provided: Columns that hold data, as ``table.column``.
        settings: ``tier_value`` may ask for a basis; the best other one stands in where it is not known.

    Returns:
        The basis, None when no value is known; and one or two sentences for people.

    Example:
        >>> value_basis({"transactions.amount"}, Settings())[0]
        'revenue'
    """
    wanted = settings.tier_value
    basis = best_basis(provided, *(() if wanted == "auto" else (wanted,)))
    if basis is None:
        return None, (_DEALS_ONLY if "opportunities.amount" in provided else _NO_VALUE) + _TO_DO
    sentence = f"Customers are ranked by {VALUE_NAMES[basis]}."
    met = wanted in ("auto", basis) or (wanted, basis) == ("revenue", "reported_revenue")
    return basis, sentence + ("" if met else _MISSED[wanted])


def best_basis(provided: Collection[str], *wanted: ValueBasis) -> ValueBasis | None:
    """The first wanted value that is known, else margin, revenue (reported where need be), contracts.

    Args:
        provided: Columns that hold data, as ``table.column``.
        wanted: What is wanted, the best first; who asks for revenue does not get margin.

    Example:
        >>> best_basis({"transactions.amount", "subscriptions.mrr"}, "contribution")
        'revenue'
    """
    known = _known(frozenset(provided))
    order = _USUAL[1:] if wanted[:1] == ("revenue",) else _USUAL
    return next((basis for basis in (*wanted, *order) if basis in known), None)


def _known(provided: frozenset[str]) -> frozenset[ValueBasis]:
    costed = bool(provided & {"transactions.cost", "products.unit_cost"})
    holds: dict[ValueBasis, bool] = {
        "margin": "transactions.amount" in provided and costed,
        "contribution": "customers.contribution" in provided,
        "lifetime_value": "customers.lifetime_value" in provided,
        "revenue": "transactions.amount" in provided,
        "reported_revenue": "customers.reported_revenue" in provided,
        "mrr": "subscriptions.mrr" in provided,
    }
    return frozenset(basis for basis, there in holds.items() if there)


def value_of(customers: ir.Table, basis: ValueBasis) -> ir.DecimalValue:
    """The value of each row of the base: nothing bought is nothing brought; what is not known stays empty."""
    value = customers[VALUE_COLUMNS[basis]].cast("decimal(38, 6)")
    if basis not in ("margin", "revenue"):
        return value
    # Whoever never bought has brought nothing: that is known. A margin without a cost is not.
    return ibis.ifelse(customers.orders.fill_null(0) == 0, value.fill_null(0), value)
