"""The profit and loss of customers, groups and the company: every line adds up to the profit."""

from __future__ import annotations

from functools import reduce

import ibis

from custrata.customers import Base
from custrata.measures.economics.relations.accounts import (
    ACQUISITION,
    BY_RATES,
    SERVING,
    goods_costed,
    labelled,
    sales,
    served,
    within,
)
from custrata.measures.kernel.estimates import count, exact
from custrata.measures.kernel.exact import MONEY_SUM
from custrata.measures.kernel.measure import MONEY, Estimate, Formula, Measure, Row
from custrata.measures.orders import PRODUCT_COST
from custrata.vocabulary import Direction, Period

PROFIT_LINE = "profit_line"
"""The dimension of a profit and loss account: what a line of it stands for."""

REVENUE, GOODS, UNKNOWN_COST = "revenue", "cost of goods", "sales of unknown cost"
ACQUIRING, UNALLOCATED, PROFIT, MEMO = "acquisition", "unallocated", "profit", "memo: discounts given"
"""Lines beside those of the drivers; the memo is told, and is in no sum: amounts are net of discounts."""
_TAKEN = (REVENUE, GOODS, UNKNOWN_COST, ACQUIRING, UNALLOCATED, PROFIT, MEMO)

_SERVED = (f"{SERVING}.amount",)
_ORDERED = ("transactions.amount",)
_NO_GOODS = "The cost of goods is not known and is not taken off."


def ledger(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each line of the account and each combination of the dimensions.

    Costs are negative. The profit is the sum of the other lines without the memo. Where some lines of sales
    have no known cost, their revenue is taken off again, so that profit is of what is known.

    Returns:
        The dimensions, ``profit_line, amount, low`` (at high rates) ``, high`` (at low rates) ``, people``.
    """
    own = tuple(d for d in dimensions if d != PROFIT_LINE)
    parts = [*_sold(base, window, own), *_spent(base, window, own)]
    lines = reduce(lambda left, right: left.union(right), parts)
    counted = lines.filter(lines[PROFIT_LINE] != MEMO)
    whole = counted.group_by(*own) if own else counted
    profit = whole.aggregate(
        **{name: counted[name].sum().cast(MONEY_SUM) for name in ("amount", "low", "high")},
        people=counted.people.max(),
    )
    profit = profit.mutate(**{PROFIT_LINE: ibis.literal(PROFIT)}).select(*lines.columns)
    return lines.union(profit)


def _sold(base: Base, window: Period, own: tuple[str, ...]) -> list[ibis.Table]:
    rows = labelled(sales(base, window, own), base, own)
    grouped = rows.group_by(*own) if own else rows
    people = rows.customer_id.nunique()
    if not base.has(*_ORDERED):
        sums = grouped.aggregate(revenue=rows.revenue.sum().cast(MONEY_SUM), people=people)
        return [_line(sums, own, REVENUE, sums.revenue)]
    found = grouped.aggregate(
        **{
            name: rows[name].sum().fill_null(0).cast(MONEY_SUM)
            for name in ("revenue", "costed", "goods", "discount")
        },
        people=people,
    )
    lines = [_line(found, own, REVENUE, found.revenue)]
    if goods_costed(base):
        unknown = found.costed - found.revenue
        lines += [
            _line(found, own, GOODS, -found.goods),
            _line(found, own, UNKNOWN_COST, unknown).filter(lambda t: t.amount != 0),
        ]
    if base.has("transactions.discount"):
        lines.append(_line(found, own, MEMO, found.discount))
    return lines


def _spent(base: Base, window: Period, own: tuple[str, ...]) -> list[ibis.Table]:
    lines = []
    if base.has(*_SERVED):
        rows = labelled(served(base, window), base, own)
        rows = rows.mutate(**{PROFIT_LINE: (rows.idle != 0).ifelse(UNALLOCATED, _driver_line(rows))})
        sums = rows.group_by(*own, PROFIT_LINE).aggregate(
            **{
                name: (-rows[money].sum() - rows.idle.sum()).cast(MONEY_SUM)
                for name, money in (("amount", "likely"), ("low", "high"), ("high", "low"))
            },
            people=rows.customer_id.nunique(),
        )
        lines.append(sums.select(*own, PROFIT_LINE, "amount", "low", "high", "people"))
    if base.has(f"{ACQUISITION}.amount"):
        rows = labelled(within(base.tables[ACQUISITION], window), base, own)
        grouped = rows.group_by(*own) if own else rows
        sums = grouped.aggregate(money=rows.amount.sum().cast(MONEY_SUM), people=rows.customer_id.nunique())
        lines.append(_line(sums.filter(sums.money.notnull()), own, ACQUIRING, -sums.money))
    return lines


def _driver_line(rows: ibis.Table) -> ibis.Value:
    """The driver's name; one that is called as a line of the account must not be added to that line."""
    taken = rows.driver.lower().isin(_TAKEN)
    return taken.ifelse(ibis.literal("cost of serving: ").concat(rows.driver), rows.driver)


def _line(sums: ibis.Table, own: tuple[str, ...], name: str, amount: ibis.Value) -> ibis.Table:
    money = amount.cast(MONEY_SUM)
    return sums.select(
        *own, **{PROFIT_LINE: ibis.literal(name)}, amount=money, low=money, high=money, people="people"
    )


def _money(t: ibis.Table) -> dict[str, ibis.Value]:
    return {**{name: t[name].sum() for name in ("amount", "low", "high")}, "people": t.people.max()}


def line_amount(row: Row) -> Estimate:
    """The money of a line, costs as negative numbers, from low to high rates."""
    value, low, high = (float(exact(row, name)) for name in ("amount", "low", "high"))
    n = count(row, "people")
    return Estimate(value, n) if low == high else Estimate(value, n, low, high, BY_RATES)


def _formula(
    needs: tuple[str, ...], note: str, periods: tuple[str, ...] | None = None, dated: bool = True
) -> Formula:
    return Formula(needs, ledger, _money, line_amount, note, periods, dated)


MEASURES = (
    Measure(
        "profit_and_loss",
        "Profit and loss",
        "Revenue less the cost of goods, of serving by driver, of winning customers and of what is nobody's, "
        "down to the profit; costs are negative.",
        MONEY,
        "customers",
        (
            _formula((*_ORDERED, "transactions.cost", *_SERVED), ""),
            _formula((*_ORDERED, *PRODUCT_COST, *_SERVED), ""),
            _formula((*_ORDERED, "transactions.cost"), "No cost to serve is known."),
            _formula((*_ORDERED, *PRODUCT_COST), "No cost to serve is known."),
            _formula((*_ORDERED, *_SERVED), _NO_GOODS),
            _formula(
                ("subscriptions.started_on", "subscriptions.mrr", *_SERVED),
                f"Revenue is by contract. {_NO_GOODS}",
                dated=False,
            ),
            _formula(
                ("customers.reported_revenue", *_SERVED),
                f"Revenue is as reported. {_NO_GOODS}",
                ("all",),
                False,
            ),
        ),
        Direction.NEITHER,
        grain="line",
        by=(PROFIT_LINE,),
        periods=("all", "current"),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
