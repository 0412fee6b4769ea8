"""What serving costs, and what customers contribute once they are served."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.economics.accounts import BY_RATES, SERVING, earners, entries
from custrata.measures.kernel.estimates import count, exact, total
from custrata.measures.kernel.measure import (
    MONEY,
    Estimate,
    Estimator,
    Formula,
    Measure,
    Relation,
    Row,
    Statistics,
)
from custrata.measures.orders import PRODUCT_COST
from custrata.vocabulary import Direction, Period

_POINT = "customer_share"
_SERVED = (f"{SERVING}.amount",)
_ORDERED = ("transactions.amount",)
_LINE_COST = (*_ORDERED, "transactions.cost")
_PRODUCT_COST = (*_ORDERED, *PRODUCT_COST)
_CONTRACTED = ("subscriptions.started_on", "subscriptions.mrr")
_REPORTED = ("customers.reported_revenue",)
_NO_SERVING = "No cost to serve is known: this is gross margin."
_NO_REVENUE = "no revenue in the period"
_NO_WHOLE = "customers contribute nothing in all, so there is no whole to take shares of"


def curve_points(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each whole percent of customers, best first: what the customers up to there contribute.

    The point k% stands after round(k% of n) customers, ranked by contribution at the likely rates, ties by
    id; the same customers in the same order are added up at low and at high rates.
    """
    own = tuple(d for d in dimensions if d != _POINT)
    people = earners(base, window, own)
    group = [people[d] for d in own]
    order = [people.likely.desc(), people.customer_id]
    upto = ibis.window(group_by=group, order_by=order, rows=(None, 0))
    ranked = people.select(
        *own,
        place=ibis.row_number().over(group_by=group, order_by=order) + 1,
        **{f"upto_{name}": people[name].sum().over(upto) for name in ("likely", "low", "high")},
    )
    whole = people.group_by(*own) if own else people
    totals = whole.aggregate(people=people.count(), **{n: people[n].sum() for n in ("likely", "low", "high")})
    percents = ibis.range(0, 101).unnest().name("percent").as_table()
    points = totals.cross_join(percents.select(percent=percents.percent.cast("int64")))
    points = points.mutate(place=(points.percent * points.people + 50) // 100)
    points = points.left_join(ranked, [*own, "place"])
    points = points.filter(points.people > 0)
    sums = {f"upto_{name}": points[f"upto_{name}"].fill_null(0) for name in ("likely", "low", "high")}
    return points.mutate(**{_POINT: points.percent.cast("string") + "%"}, **sums)


def _costs(t: ibis.Table) -> dict[str, ibis.Value]:
    """Cost to serve at low, likely and high rates, and how many customers cause it."""
    sums = {name: t[name].sum() for name in ("low", "likely", "high")}
    return {**sums, "customers": t.customer_id.nunique(where=t.likely != 0)}


def _unallocated(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"idle": t.idle.sum(), "entries": (t.idle != 0).sum()}


def _against_revenue(t: ibis.Table) -> dict[str, ibis.Value]:
    return {**_costs(t), "revenue": t.revenue.sum()}


def _earned(t: ibis.Table) -> dict[str, ibis.Value]:
    return {
        **_costs(t),
        "costed": t.costed.sum(),
        "goods": t.goods.sum(),
        "earners": t.customer_id.nunique(),
    }


def _of_customers(t: ibis.Table) -> dict[str, ibis.Value]:
    """Sums over customers whose contribution is above and below 0, at likely, low and high rates."""
    found: dict[str, ibis.Value] = {"people": t.count()}
    for name in ("likely", "low", "high"):
        found[f"{name}_all"] = t[name].sum()
        found[f"{name}_gained"] = t[name].sum(where=t[name] > 0)
        found[f"{name}_gainers"] = (t[name] > 0).sum()
        found[f"{name}_lost"] = t[name].sum(where=t[name] < 0)
        found[f"{name}_losers"] = (t[name] < 0).sum()
    return found


def _up_to(t: ibis.Table) -> dict[str, ibis.Value]:
    names = [f"{part}{name}" for part in ("", "upto_") for name in ("likely", "low", "high")]
    return {"people": t.people.max(), **{name: t[name].max() for name in names}}


def cost_of_customers(row: Row) -> Estimate:
    """The cost to serve that customers cause, from low to high rates."""
    value, low, high = (float(exact(row, name)) for name in ("likely", "low", "high"))
    return _banded(value, count(row, "customers"), low, high)


def cost_ratio(row: Row) -> Estimate:
    """Cost to serve as a share of revenue."""
    revenue, n = float(exact(row, "revenue")), count(row, "customers")
    if revenue <= 0:
        return Estimate(None, n, reason=_NO_REVENUE)
    return _banded(*_over(revenue, n, (row, "likely", "low", "high")))


def earned(row: Row) -> Estimate:
    """Gross margin less the cost to serve that customers cause; the interval from high to low rates."""
    margin = exact(row, "costed") - exact(row, "goods")
    value, low, high = (float(margin - exact(row, name)) for name in ("likely", "high", "low"))
    return _banded(value, count(row, "earners"), low, high)


def earned_rate(row: Row) -> Estimate:
    """Contribution as a share of the revenue of the lines whose cost is known."""
    costed, whole = float(exact(row, "costed")), earned(row)
    if costed <= 0:
        return Estimate(None, whole.n, reason=_NO_REVENUE)
    low, high = (None if end is None else end / costed for end in (whole.low, whole.high))
    return Estimate(float(whole.value or 0) / costed, whole.n, low, high, whole.method)


def curve_share(row: Row) -> Estimate:
    """Share of the whole contribution up to a point, from low to high rates."""
    return _share_of_whole(row, "upto_{}", "{}")


def peak_share(row: Row) -> Estimate:
    """What all customers with a contribution above 0 bring, as a share of the whole."""
    return _share_of_whole(row, "{}_gained", "{}_all")


def peak_at(row: Row) -> Estimate:
    """Share of customers with a contribution above 0."""
    n = count(row, "people")
    if exact(row, "likely_all") <= 0:
        return Estimate(None, n, reason=_NO_WHOLE)
    value, low, high = (count(row, f"{name}_gainers") / n for name in ("likely", "low", "high"))
    return _banded(value, n, low, high)


def _losing(column: str) -> Estimator:
    def estimate(row: Row) -> Estimate:
        value, low, high = (float(exact(row, f"{name}_{column}")) for name in ("likely", "low", "high"))
        n = count(row, "people") if column == "losers" else count(row, "likely_losers")
        return _banded(value + 0.0, n, low + 0.0, high + 0.0)

    return estimate


def _share_of_whole(row: Row, part: str, whole: str) -> Estimate:
    n = count(row, "people")
    shares = {}
    for name in ("likely", "low", "high"):
        under = exact(row, whole.format(name))
        shares[name] = float(exact(row, part.format(name)) / under) if under > 0 else None
    value, low, high = shares["likely"], shares["low"], shares["high"]
    if value is None:
        return Estimate(None, n, reason=_NO_WHOLE)
    if low is None or high is None:
        return Estimate(value, n, method="no whole at high rates")
    return _banded(value, n, low, high)


def _banded(value: float, n: int, one: float, other: float) -> Estimate:
    """The estimate with its interval, where low and high rates make a difference."""
    if one == other:
        return Estimate(value, n)
    return Estimate(value, n, min(value, one, other), max(value, one, other), BY_RATES)


def _over(under: float, n: int, named: tuple[Row, str, str, str]) -> tuple[float, int, float, float]:
    row, *names = named
    value, low, high = (float(exact(row, name)) / under for name in names)
    return value, n, low, high


def _with_margin(
    relation: Relation, statistics: Statistics, estimate: Estimator, dated: bool = True
) -> tuple[Formula, ...]:
    """With cost to serve where it is known, else of gross margin alone, which is said."""
    return tuple(
        Formula((*goods, *served), relation, statistics, estimate, note, dated=dated)
        for served, note in ((_SERVED, ""), ((), _NO_SERVING))
        for goods in (_LINE_COST, _PRODUCT_COST)
    )


def _of_people(
    statistics: Statistics, estimate: Estimator, relation: Relation = earners
) -> tuple[Formula, ...]:
    return (
        Formula(("customers.contribution",), relation, statistics, estimate, dated=False),
        Formula(("customers.gross_margin",), relation, statistics, estimate, _NO_SERVING, dated=False),
    )


MEASURES = (
    Measure(
        "cost_to_serve",
        "Cost to serve",
        "What serving customers cost, by what each of them used; unallocated cost is not in it.",
        MONEY,
        "customers",
        (Formula(_SERVED, entries, _costs, cost_of_customers),),
        Direction.LOWER,
        grain="cost",
    ),
    Measure(
        "cost_to_serve_ratio",
        "Cost to serve against revenue",
        "Cost to serve as a share of revenue.",
        "share",
        "customers",
        (
            Formula((*_ORDERED, *_SERVED), entries, _against_revenue, cost_ratio),
            Formula(
                (*_CONTRACTED, *_SERVED),
                entries,
                _against_revenue,
                cost_ratio,
                "Revenue is by contract.",
                dated=False,
            ),
            Formula(
                (*_REPORTED, *_SERVED),
                entries,
                _against_revenue,
                cost_ratio,
                "Revenue is as the source reports it.",
                ("all",),
                dated=False,
            ),
        ),
        Direction.LOWER,
        grain="cost",
    ),
    Measure(
        "unallocated_cost",
        "Unallocated cost",
        "Cost of serving that no customer causes: idle capacity, and what nothing in the data divides.",
        MONEY,
        "costs",
        (Formula(_SERVED, entries, _unallocated, total("idle", "entries")),),
        Direction.LOWER,
        grain="cost",
    ),
    Measure(
        "contribution",
        "Contribution",
        "Gross margin less the cost to serve that customers cause; before acquisition and unallocated cost.",
        MONEY,
        "customers",
        _with_margin(entries, _earned, earned),
        grain="line",
    ),
    Measure(
        "contribution_rate",
        "Contribution rate",
        "Contribution as a share of the revenue of the lines whose cost is known.",
        "share",
        "customers",
        _with_margin(entries, _earned, earned_rate),
        grain="line",
    ),
    Measure(
        "contribution_curve",
        "Whale curve of contribution",
        "Share of the whole contribution that the best customers bring, up to this share of customers.",
        "share",
        "customers",
        _of_people(_up_to, curve_share, curve_points),
        Direction.NEITHER,
        by=(_POINT,),
        periods=("all",),
    ),
    Measure(
        "contribution_curve_peak",
        "Peak of the whale curve of contribution",
        "Contribution of customers who bring any, as a share of the whole; above 1 if others cost it again.",
        "share",
        "customers",
        _of_people(_of_customers, peak_share),
        Direction.LOWER,
        periods=("all",),
    ),
    Measure(
        "contribution_curve_peak_at",
        "Place of the peak of contribution",
        "Share of customers with a contribution above 0: where the whale curve of contribution peaks.",
        "share",
        "customers",
        _of_people(_of_customers, peak_at),
        periods=("all",),
    ),
    Measure(
        "unprofitable_customers",
        "Customers who cost more than they bring",
        "Number of customers whose contribution is below 0.",
        "customers",
        "customers",
        _of_people(_of_customers, _losing("losers")),
        Direction.LOWER,
        periods=("all",),
    ),
    Measure(
        "unprofitable_contribution",
        "Contribution of customers who cost more than they bring",
        "Contribution of the customers whose contribution is below 0, as a negative number.",
        MONEY,
        "customers",
        _of_people(_of_customers, _losing("lost")),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
