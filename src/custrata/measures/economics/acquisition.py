"""What winning a customer costs, how that stands to what the customer is worth, and when it is paid back."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.economics.relations.accounts import ACQUISITION, SERVING, labelled, within
from custrata.measures.kernel.dimensions import attach, cohort_grain, reckoning_of, time_label
from custrata.measures.kernel.estimates import count, exact, ratio
from custrata.measures.kernel.exact import MONEY_SUM
from custrata.measures.kernel.measure import MONEY, Estimate, Formula, Measure, Row
from custrata.measures.orders import PRODUCT_COST, orders_of
from custrata.vocabulary import Direction, Period

_SPENT = (f"{ACQUISITION}.amount", f"{ACQUISITION}.customer_id")
_COHORT = "cohort"
_NOBODY_WON = "nobody was won in the period"


def won(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer won in the window with what that cost, and one for each amount that won nobody."""
    rows = within(base.tables[ACQUISITION], window)
    return labelled(rows, base, dimensions)


def valued(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """The rows of :func:`won` with the lifetime value of each customer."""
    people = base.tables["customers"]
    people = people.select(_valued="customer_id", lifetime_value=people.lifetime_value.cast(MONEY_SUM))
    rows = within(base.tables[ACQUISITION], window)
    rows = rows.left_join(people, rows.customer_id == people._valued).drop("_valued")
    return labelled(rows, base, dimensions)


def paybacks(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a cohort: what winning it cost, what it has contributed, and the month in which that covers it.

    Returns:
        The dimensions with ``cohort``; ``won`` (customers) ``, spent, gained`` (contribution up to the end)
        ``, months`` (months of the oldest customer up to the end) ``, payback`` (the month, from 1, after
        which the cohort's contribution covers its cost; empty: not yet).
    """
    own = tuple(d for d in dimensions if d != _COHORT)
    by = (*own, _COHORT)
    costs = base.tables[ACQUISITION]
    costs = costs.filter(costs.customer_id.notnull() & (costs.on <= ibis.literal(window.end, "date")))
    costs = costs.mutate(
        cohort=time_label(costs.on, cohort_grain(base), reckoning_of(base)), began=_month(costs.on)
    )
    costs = attach(costs, base, own)
    end = window.end.year * 12 + window.end.month - 1
    cohorts = costs.group_by(*by).aggregate(
        won=costs.count(), spent=costs.amount.sum().cast(MONEY_SUM), months=end - costs.began.min() + 1
    )
    rows = _contributions(base).inner_join(
        costs.select(*by, _member="customer_id", began="began"), [("customer_id", "_member")]
    )
    rows = rows.mutate(age=ibis.greatest(rows.month - rows.began, 0))
    ages = rows.group_by(*by, "age").aggregate(money=rows.money.sum().cast(MONEY_SUM))
    upto = ages.mutate(
        upto=ages.money.sum().over(group_by=[ages[d] for d in by], order_by=ages.age, rows=(None, 0))
    )
    paid = upto.join(cohorts.select(*by, "spent"), list(by))
    paid = paid.group_by(*by).aggregate(
        gained=paid.money.sum().cast(MONEY_SUM), payback=paid.age.min(where=paid.upto >= paid.spent) + 1
    )
    return cohorts.left_join(paid, list(by)).select(*by, "won", "spent", "months", "gained", "payback")


def _contributions(base: Base) -> ibis.Table:
    """What customers brought and what serving them cost, by month: ``customer_id, month, money``."""
    rows = orders_of(base)
    margin = rows.costed_amount - rows.cost
    rows = rows.filter(rows.customer_id.notnull() & margin.notnull())
    parts = rows.select(
        "customer_id", month=_month(rows.on), money=(rows.costed_amount - rows.cost).cast(MONEY_SUM)
    )
    if base.has(f"{SERVING}.amount"):
        costs = base.tables[SERVING]
        costs = costs.filter(costs.customer_id.notnull())
        parts = parts.union(
            costs.select("customer_id", month=_month(costs.on), money=(-costs.amount).cast(MONEY_SUM))
        )
    return parts


def _month(day: ibis.Value) -> ibis.Value:
    return day.year().cast("int64") * 12 + day.month().cast("int64") - 1


def _spent(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"spent": t.amount.sum(), "won": t.customer_id.count()}


def _worth(t: ibis.Table) -> dict[str, ibis.Value]:
    return {**_spent(t), "worth": t.lifetime_value.sum(), "valued": t.lifetime_value.count()}


def _paid(t: ibis.Table) -> dict[str, ibis.Value]:
    return {name: t[name].max() for name in ("won", "spent", "gained", "months", "payback")}


def worth_to_cost(row: Row) -> Estimate:
    """Mean lifetime value of the customers won over what winning one cost.

    Example:
        >>> worth_to_cost({"spent": 300, "won": 3, "worth": 800, "valued": 2}).value
        4.0
    """
    won_, known = count(row, "won"), count(row, "valued")
    spent = exact(row, "spent")
    if not won_:
        return Estimate(None, 0, reason=_NOBODY_WON)
    if spent <= 0:
        return Estimate(None, won_, reason="winning these customers cost nothing that is known")
    if not known:
        return Estimate(None, won_, reason="no lifetime value is known of the customers won")
    return Estimate(float(exact(row, "worth") / known / (spent / won_)), won_)


def payback(row: Row) -> Estimate:
    """Months until a cohort's contribution covers what winning it cost; not yet is said.

    Example:
        >>> payback({"won": 2, "spent": 100, "gained": 62, "months": 14, "payback": None}).reason
        'not yet: 62% is paid back after 14 months'
    """
    n, spent = count(row, "won"), exact(row, "spent")
    if spent <= 0:
        return Estimate(None, n, reason="winning these customers cost nothing that is known")
    if row.get("payback") is None:
        share = max(0.0, float(exact(row, "gained") / spent))
        return Estimate(
            None, n, reason=f"not yet: {share:.0%} is paid back after {count(row, 'months')} months"
        )
    return Estimate(float(count(row, "payback")), n)


def _payback(needs: tuple[str, ...], note: str) -> Formula:
    return Formula((*_SPENT, "transactions.amount", *needs), paybacks, _paid, payback, note, dated=False)


MEASURES = (
    Measure(
        "customer_acquisition_cost",
        "Cost of winning a customer",
        "All spend on winning customers, also what won nobody, divided by the customers won.",
        MONEY,
        "customers",
        (Formula(_SPENT, won, _spent, ratio("spent", "won", "won", _NOBODY_WON)),),
        Direction.LOWER,
    ),
    Measure(
        "ltv_to_cac",
        "Lifetime value to cost of winning",
        "Mean lifetime value of the customers won, divided by what winning one cost.",
        "ratio",
        "customers",
        (Formula((*_SPENT, "customers.lifetime_value"), valued, _worth, worth_to_cost),),
        periods=("all",),
    ),
    Measure(
        "payback_months",
        "Months to pay back",
        "Months after which what the customers won together contribute covers what winning them cost.",
        "months",
        "customers",
        tuple(
            _payback((*goods, *served), note)
            for served, note in (
                ((f"{SERVING}.amount",), ""),
                ((), "No cost to serve is known: gross margin pays back."),
            )
            for goods in (("transactions.cost",), PRODUCT_COST)
        ),
        Direction.LOWER,
        by=(_COHORT,),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
