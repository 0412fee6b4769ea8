"""Who earns the contribution, and who costs it again: the whale curve with its band, and those at a loss."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.economics.relations.accounts import banded, earners
from custrata.measures.kernel.estimates import count, exact
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
from custrata.vocabulary import Direction, Period

_POINT = "customer_share"
_NO_SERVING = "No cost to serve is known: this is gross margin."
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
    return banded(value, n, low, high)


def _losing(column: str) -> Estimator:
    def estimate(row: Row) -> Estimate:
        value, low, high = (float(exact(row, f"{name}_{column}")) for name in ("likely", "low", "high"))
        n = count(row, "people") if column == "losers" else count(row, "likely_losers")
        return banded(value + 0.0, n, low + 0.0, high + 0.0)

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
    return banded(value, n, low, high)


def _of_people(
    statistics: Statistics, estimate: Estimator, relation: Relation = earners
) -> tuple[Formula, ...]:
    return (
        Formula(("customers.contribution",), relation, statistics, estimate, dated=False),
        Formula(("customers.gross_margin",), relation, statistics, estimate, _NO_SERVING, dated=False),
    )


MEASURES = (
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
