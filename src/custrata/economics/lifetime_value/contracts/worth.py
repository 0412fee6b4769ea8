"""What of a month of a contract stays with the company, and are orders beside contracts their invoices?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis

from custrata.customers import Base
from custrata.economics.lifetime_value.sales_worth import Basis, margin_share
from custrata.economics.serving.recurring import recurring_cost_query
from custrata.measures.orders import orders_of
from custrata.settings import ValueRules

_DAYS_A_MONTH = 365.25 / 12
_ALIKE = (0.7, 1.3)
"""Orders of contract holders between these shares of what their contracts say are the contracts' invoices."""


@dataclass(frozen=True, slots=True)
class ContractWorth:
    """What a month of a contract is worth.

    Attributes:
        basis: ``margin`` or ``revenue``.
        rate: Of the monthly revenue, the share that is counted.
        cost_to_serve: For each month of a contract; None when it is not known or not in.
        sentences: How that was found.
    """

    basis: Basis
    rate: float
    cost_to_serve: float | None
    sentences: tuple[str, ...]

    def of_month(self, mrr: Any) -> Any:
        """What a month of a contract is worth, before it is held at 0; a number, array or column."""
        return mrr * self.rate - (self.cost_to_serve or 0.0)


def billed_query(base: Base, contracts: ibis.Table) -> ibis.Table:
    """What contracts say and what was ordered by those who hold them while they did, in one row of floats.

    Args:
        base: The base.
        contracts: As :func:`.summaries.contracts_query` makes them.

    Returns:
        ``contracted`` (monthly revenue times months, of all spells), ``ordered`` (revenue of holders while
        they held one), ``costed, margin`` (of that, where cost is known) and ``serving`` (cost to serve of
        holders, without what is spent once).
    """
    spells = base.tables["subscriptions"]
    end = ibis.literal(base.as_of, "date")
    ran = spells.mutate(
        days=ibis.greatest(spells.ended_on.fill_null(end).delta(spells.started_on, unit="day"), 0)
    )
    said = ran.aggregate(contracted=(ran.mrr.cast("float64") * ran.days / _DAYS_A_MONTH).sum())
    if base.has("transactions.amount"):
        said = said.cross_join(_ordered(base, contracts))
    else:
        said = said.mutate(
            ordered=ibis.null("float64"), costed=ibis.null("float64"), margin=ibis.null("float64")
        )
    return said.cross_join(recurring_cost_query(base, contracts.select("customer_id")))


def are_invoices(billed: Mapping[str, Any]) -> tuple[bool, str]:
    """Whether orders beside contracts are the contracts' invoices, and why.

    Args:
        billed: The row of :func:`billed_query`.

    Example:
        >>> are_invoices({"contracted": 1000.0, "ordered": 980.0})[0]
        True
    """
    contracted, ordered = billed["contracted"] or 0.0, billed["ordered"] or 0.0
    if not ordered:
        return False, ""
    if contracted <= 0:
        return False, "Contracts say no revenue, so the orders of those who hold them are valued as orders."
    share = ordered / contracted
    low, high = _ALIKE
    figures = f"orders of contract holders come to {share:.0%} of what their contracts say"
    if low <= share <= high:
        return True, f"Orders are not added to contracts: {figures}, so they are taken for the invoices."
    return False, f"Orders are added to contracts: {figures}, so they are taken for something else."


def contract_worth(
    billed: Mapping[str, Any], months: float, invoices: bool, rules: ValueRules
) -> ContractWorth:
    """What of a month's revenue stays.

    Args:
        billed: The row of :func:`billed_query`.
        months: Months that all contracts have run.
        invoices: Whether orders are the contracts' invoices: then their margin is that of the contracts.
        rules: ``basis`` and ``margin_rate``.

    Raises:
        EstimateError: What was sold cost more than it brought.
    """
    known = billed if invoices else {"costed": None, "margin": None}
    basis, rate, sentences = margin_share(known, rules)
    if billed["serving"] is None or not months:
        said: tuple[str, ...] = ("Cost to serve is not in it: it is not known.",)
        return ContractWorth(basis, rate, None, (*sentences, *said))
    if basis == "revenue":
        said = ("Cost to serve is not in it: it is known, but revenue is counted.",)
        return ContractWorth(basis, rate, None, (*sentences, *said))
    cost = billed["serving"] / months
    said = (
        f"Cost to serve is in it: {cost:,.2f} for each month of a contract, as up to now, "
        "without onboarding.",
    )
    return ContractWorth(basis, rate, cost, (*sentences, *said))


def _ordered(base: Base, contracts: ibis.Table) -> ibis.Table:
    orders = orders_of(base)
    stretches = contracts.select(_holder="customer_id", _from="started_on", _until="ended_on")
    held = orders.join(stretches, orders.customer_id == stretches._holder)
    held = held.filter((held.on >= held._from) & (held._until.isnull() | (held.on <= held._until)))
    sums = held.aggregate(
        ordered=held.amount.sum(),
        costed=held.costed_amount.sum(),
        margin=(held.costed_amount - held.cost).sum(),
    )
    return sums.select(**{name: sums[name].cast("float64") for name in sums.columns})
