"""What of a sale stays with the company: after refunds, the cost of what was sold, and the cost to serve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import ibis

from custrata.customers import Base
from custrata.economics.serving.recurring import recurring_cost_query
from custrata.errors import EstimateError
from custrata.measures.orders import orders_of
from custrata.settings import ValueRules

Basis = Literal["margin", "revenue"]


@dataclass(frozen=True, slots=True)
class SalesWorth:
    """What one unit of sales, and one order, are worth.

    Attributes:
        basis: ``margin`` or ``revenue``.
        net: Revenue for each unit of sales: below 1 where goods come back.
        rate: Margin (or revenue) for each unit of sales.
        cost_to_serve: Cost to serve for each day with an order; None when it is not known or not in.
        sentences: How that was found, for people.

    Example:
        >>> SalesWorth("margin", 0.95, 0.38, 2.0, ()).of_order(100.0)
        36.0
    """

    basis: Basis
    net: float
    rate: float
    cost_to_serve: float | None
    sentences: tuple[str, ...]

    def of_order(self, sales: Any) -> Any:
        """What an order of so much sales is worth, before it is held at 0; a number, array or column."""
        return sales * self.rate - (self.cost_to_serve or 0.0)


@dataclass(frozen=True, slots=True)
class OwnMargins:
    """How far a customer's own margin is believed: Bühlmann and Straub's credibility.

    Attributes:
        share: Margin as a share of revenue, of all customers.
        weight: Revenue of the average customer that stands beside a customer's own, above 0.

    Source:
        Bühlmann and Straub (1970), Glaubwürdigkeit für Schadensätze, Mitteilungen der Vereinigung
        schweizerischer Versicherungsmathematiker 70.

    Example:
        >>> own = OwnMargins(share=0.2, weight=300.0)
        >>> round(own.of(100.0, -40.0), 3), round(own.of(100_000.0, -40_000.0), 3), own.of(0.0, 0.0)
        (0.05, -0.398, 0.2)
    """

    share: float
    weight: float

    def of(self, costed: Any, margin: Any) -> Any:
        """A customer's margin as a share of revenue; numbers, arrays or columns."""
        return (margin + self.weight * self.share) / (costed + self.weight)


def own_margins_query(base: Base) -> ibis.Table:
    """Revenue whose cost is known, and the margin on it, of each customer.

    Returns:
        ``customer_id, costed, margin``, exact; and ``orders, squares``: orders with such revenue, and the sum
        over them of margin² / revenue, each to six places so that it does not depend on their order.
    """
    rows = orders_of(base)
    rows = rows.filter(rows.customer_id.notnull() & (rows.costed_amount > 0))
    rows = rows.mutate(kept=rows.costed_amount - rows.cost)
    kept, revenue = rows.kept.cast("float64"), rows.costed_amount.cast("float64")
    rows = rows.mutate(square=(kept * kept / revenue).cast("decimal(38, 6)"))
    return rows.group_by("customer_id").aggregate(
        costed=rows.costed_amount.sum(),
        margin=rows.kept.sum(),
        orders=rows.count(),
        squares=rows.square.sum(),
    )


def margin_moments_query(margins: ibis.Table) -> ibis.Table:
    """What credibility needs to know of all customers, in one row of floats.

    Args:
        margins: As :func:`own_margins_query` makes them.

    Returns:
        ``customers, orders, costed, margin, costed_squares`` (sum of revenue²), ``between`` (sum over
        customers of margin² / revenue) and ``within`` (the same over orders).
    """
    costed, margin = margins.costed.cast("float64"), margins.margin.cast("float64")
    held = margins.mutate(
        between=(margin * margin / costed).cast("decimal(38, 6)"),
        costed_square=(costed * costed).cast("decimal(38, 2)"),
    )
    found = held.aggregate(
        customers=held.count(),
        orders=held.orders.sum(),
        costed=held.costed.sum(),
        margin=held.margin.sum(),
        costed_squares=held.costed_square.sum(),
        between=held.between.sum(),
        within=held.squares.sum(),
    )
    return found.select(**{name: found[name].cast("float64") for name in found.columns})


def own_margins(row: Mapping[str, Any]) -> OwnMargins | None:
    """The credibility of customers' own margins; None where they differ no more than their orders do.

    Args:
        row: The row of :func:`margin_moments_query`.
    """
    n, orders, revenue = row["customers"] or 0.0, row["orders"] or 0.0, row["costed"] or 0.0
    if n < 2 or orders <= n or revenue <= 0:
        return None
    within = (row["within"] - row["between"]) / (orders - n)
    spread = revenue - row["costed_squares"] / revenue
    explained = row["between"] - row["margin"] ** 2 / revenue - (n - 1) * within
    if within <= 0 or explained <= 0 or spread <= 0:
        return None
    return OwnMargins(row["margin"] / revenue, round(within * spread / explained, 6))


def sales_totals_query(base: Base) -> ibis.Table:
    """Sales, revenue, margin and cost to serve of all customers, in one row of floats.

    Returns:
        ``sales`` (of lines that are sales), ``revenue`` (of all lines), ``costed`` (revenue of the lines
        whose cost is known), ``margin`` (of these), ``order_days`` and ``serving`` (cost to serve
        without what is spent once; null where not known).
    """
    orders = orders_of(base)
    orders = orders.filter(orders.customer_id.notnull())
    sums = orders.aggregate(
        sales=orders.amount.sum(where=orders.kind == "sale"),
        revenue=orders.amount.sum(),
        costed=orders.costed_amount.sum(),
        margin=(orders.costed_amount - orders.cost).sum(),
    )
    people = base.tables["customers"]
    people = people.filter(people.order_days.fill_null(0) > 0)
    both = sums.cross_join(people.aggregate(order_days=people.order_days.sum()))
    both = both.cross_join(recurring_cost_query(base, people.select("customer_id")))
    return both.select(**{name: both[name].cast("float64") for name in both.columns})


def sales_worth(row: Mapping[str, Any], rules: ValueRules) -> SalesWorth:
    """What of a sale stays, at the company's own rates.

    Args:
        row: The row of :func:`sales_totals_query`.
        rules: ``basis`` and ``margin_rate``.

    Raises:
        EstimateError: Nothing was sold, as much was given back, or it was sold at a loss.

    Example:
        >>> row = {"sales": 100.0, "revenue": 90.0, "costed": 90.0, "margin": 36.0, "serving": None}
        >>> round(sales_worth(row, ValueRules()).rate, 2)
        0.36
    """
    sales, revenue = row["sales"] or 0.0, row["revenue"] or 0.0
    if sales <= 0 or revenue <= 0:
        raise EstimateError(
            "refunds are as large as sales, so a further order has no value"
            if sales > 0
            else "nothing was sold",
            where="lifetime value",
            remedy="look at what comes back before anybody's value is told",
        )
    net = revenue / sales
    basis, share, sentences = margin_share(row, rules)
    cost, served = _serving(row, basis)
    if net < 0.999995:
        sentences = (
            *sentences,
            f"Refunds and fees take {1 - net:.1%} of sales; so they do of sales to come.",
        )
    return SalesWorth(basis, net, net * share, cost, (*sentences, *served))


def margin_share(row: Mapping[str, Any], rules: ValueRules) -> tuple[Basis, float, tuple[str, ...]]:
    """The share of revenue that is counted, with its basis and why.

    Args:
        row: ``costed`` (revenue of lines whose cost is known) and ``margin`` (of these).
        rules: ``basis`` and ``margin_rate``.

    Raises:
        EstimateError: What was sold cost more than it brought.
    """
    costed, margin = row["costed"] or 0.0, row["margin"] or 0.0
    if rules.basis == "revenue":
        return "revenue", 1.0, ("Lifetime value counts revenue, as set.",)
    if costed > 0:
        if margin <= 0:
            raise EstimateError(
                "what was sold cost more than it brought, so a further order has no value",
                where="lifetime value",
                remedy="mend prices or costs first, or set value.basis to revenue",
            )
        rate = margin / costed
        said = (
            f"Lifetime value counts gross margin: {rate:.1%} of revenue, "
            "the rate of the whole company on the lines whose cost is known."
        )
        return "margin", rate, (said,)
    if rules.margin_rate is not None:
        return (
            "margin",
            rules.margin_rate,
            (f"Lifetime value counts margin: {rules.margin_rate:.1%} of revenue, as set.",),
        )
    wanted = " though margin was asked for" if rules.basis == "margin" else ""
    said = (
        f"Lifetime value counts revenue{wanted}, not margin: no cost is known. To do: set value.margin_rate."
    )
    return "revenue", 1.0, (said,)


def _serving(row: Mapping[str, Any], basis: Basis) -> tuple[float | None, tuple[str, ...]]:
    if row["serving"] is None or not row["order_days"]:
        return None, ("Cost to serve is not in it: it is not known.",)
    if basis == "revenue":
        return None, ("Cost to serve is not in it: it is known, but revenue is counted.",)
    cost = row["serving"] / row["order_days"]
    return cost, (
        f"Cost to serve is in it: {cost:,.2f} for each day with an order, as up to now, without onboarding.",
    )
