"""What was known of each customer on a day, and how often did he order afterwards?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ibis
import numpy as np

from custrata.intelligence.exam.split import Point
from custrata.measures.kernel.dimensions import time_label
from custrata.reckoning import Reckoning

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

WINDOWS_DAYS = (30, 90, 180, 365)
"""How far back orders and spend are counted, each up to the day at which a customer is looked at."""

_SUM = "decimal(38, 6)"


@dataclass(frozen=True, eq=False)
class Histories:
    """Customers as they were known at one point, one row a customer, in the order of their ids.

    Attributes:
        point: When they are looked at.
        columns: Those of :func:`histories_query`, as floats; an empty value is nan.
    """

    point: Point
    columns: Mapping[str, Floats]

    @property
    def x(self) -> Floats:
        """Repeat orders: distinct days with a sale, less one."""
        return self.columns["order_days"] - 1

    @property
    def t_x(self) -> Floats:
        """Age at the last order, in days."""
        return self.columns["last_order_age"]

    @property
    def T(self) -> Floats:
        """Age in days."""
        return self.columns["age"]

    @property
    def actual(self) -> Floats:
        """Distinct days with a sale in the time ahead."""
        return self.columns["ahead"]

    def __len__(self) -> int:
        return len(self.columns["age"])

    def spent(self) -> Floats:
        """Those of the columns that say more than x, t_x and T, one row a customer, scaled to be compared.

        Returns:
            Shape (customers, features): what was ordered and spent lately, how evenly, and on what terms.
        """
        c = self.columns
        n, age = c["order_days"], np.maximum(c["age"], 1.0)
        lately = [c[f"{what}_{days}"] for days in WINDOWS_DAYS for what in ("days", "spend")]
        shapes = [c["last_order_age"] / age, (n - 1) / age, (c["age"] - c["last_order_age"]) / c["gap_mean"]]
        gaps = [
            c["gap_mean"],
            np.sqrt(np.maximum(c["gap_squares"] - c["gap_mean"] ** 2, 0)),
            c["gap_last"],
            c["gap_most"],
        ]
        value = [c["spend"], c["spend"] / n, c["spend_most"], c["spend_first"], c["spend_last"]]
        terms = [c["lines"] / n, c["discount"] / n, c["refunds"], c["first_month"]]
        own = [n - 1, c["last_order_age"], c["age"], c["age"] - c["last_order_age"]]
        return np.column_stack([*own, *shapes, *gaps, *lately, *value, *terms])


def sampled_query(customers: ibis.Table, share: float) -> ibis.Table:
    """The customers with an order, each with its place in the order of ids: all, or a share by a hash.

    Args:
        customers: The base, with ``first_order_on``.
        share: Of customers to take, 0 to 1; whether one is taken depends on his id alone.
    """
    people = customers.filter(customers.first_order_on.notnull())
    if share < 1:
        people = people.filter(people.customer_id.hexdigest("md5").substr(0, 8) < f"{int(share * 2**32):08x}")
    return people.select("customer_id", place=ibis.row_number().over(order_by=people.customer_id))


def purchase_days_query(orders: ibis.Table, people: ibis.Table) -> ibis.Table:
    """One row for each customer and day with a sale or a refund, with the days since the sale before.

    Args:
        orders: The prepared orders.
        people: The customers asked for, with ``place``.
    """
    rows = orders.join(people, "customer_id")
    sale = rows.kind == "sale"
    days = (
        rows.filter(rows.kind.isin(("sale", "refund")))
        .group_by("place", "on", bought=sale)
        .aggregate(
            spend=rows.amount.sum().cast(_SUM),
            lines=rows.lines.sum().cast("int64"),
            discount=rows.discount.sum().fill_null(0).cast(_SUM),
        )
    )
    before = days.on.lag().over(group_by=[days.place, days.bought], order_by=days.on)
    return days.mutate(gap=days.bought.ifelse(days.on.delta(before, unit="day"), ibis.null("int64")))


def histories_query(days: ibis.Table, points: Sequence[Point]) -> ibis.Table:
    """What was known of every customer at each point, and how often he ordered in the time ahead.

    Nothing but ``ahead`` looks past the origin of a point.

    Args:
        days: As made by :func:`purchase_days_query`.
        points: When to look.

    Returns:
        One row for each ``asked`` (number of the point) and ``place`` of a customer who had ordered by then.
        Money is cast to float64, from exact sums.
    """
    rows = days.cross_join(_asked(points))
    known = rows.on <= rows.origin
    ahead = (rows.on > rows.origin) & (rows.on <= rows.until)
    rows = rows.filter(known | (ahead & rows.bought))
    known, sale = rows.on <= rows.origin, (rows.on <= rows.origin) & rows.bought
    found = rows.group_by("asked", "place", "origin").aggregate(
        order_days=sale.sum(),
        first_on=rows.on.min(where=sale),
        last_on=rows.on.max(where=sale),
        ahead=(rows.on > rows.origin).sum(),
        days_period=(
            sale & (rows.origin.delta(rows.on, unit="day") < rows.until.delta(rows.origin, unit="day"))
        ).sum(),
        **_lately(rows, sale),
        **_gaps(rows, sale),
        **_terms(rows, sale, known),
    )
    found = found.filter(found.order_days > 0)
    return found.mutate(
        age=found.origin.delta(found.first_on, unit="day"),
        last_order_age=found.last_on.delta(found.first_on, unit="day"),
        first_month=found.first_on.month(),
    ).drop("origin", "first_on", "last_on")


def later_orders_query(days: ibis.Table, point: Point) -> ibis.Table:
    """How many orders came in each month of the time ahead, of the customers known at the point.

    Args:
        days: As made by :func:`purchase_days_query`.
        point: The time ahead.

    Returns:
        ``month`` (``2024-01``) and ``actual``, distinct days with a sale of a customer.
    """
    origin, until = ibis.literal(point.origin, "date"), ibis.literal(point.until, "date")
    sales = days.filter(days.bought)
    known = sales.filter(sales.on <= origin).select("place").distinct()
    later = sales.filter((sales.on > origin) & (sales.on <= until)).semi_join(known, "place")
    return later.group_by(month=time_label(later.on, "month", Reckoning())).aggregate(actual=later.count())


def histories(arrays: Mapping[str, npt.NDArray[Any]], points: Sequence[Point]) -> tuple[Histories, ...]:
    """The arrays of :func:`histories_query` by point, in the order of places.

    Args:
        arrays: The columns of the query.
        points: The points asked for.
    """
    order = np.lexsort((arrays["place"], arrays["asked"]))
    sorted_ = {name: np.asarray(values[order], dtype=np.float64) for name, values in arrays.items()}
    ends = np.searchsorted(sorted_["asked"], np.arange(len(points) + 1))
    return tuple(
        Histories(point, {name: values[ends[k] : ends[k + 1]] for name, values in sorted_.items()})
        for k, point in enumerate(points)
    )


def _asked(points: Sequence[Point]) -> ibis.Table:
    numbers = ibis.range(len(points)).unnest().name("asked").as_table()

    def chosen(days: Sequence[dt.date]) -> ibis.Value:
        return ibis.cases(*((numbers.asked == k, ibis.literal(day, "date")) for k, day in enumerate(days)))

    return numbers.select(
        "asked", origin=chosen([p.origin for p in points]), until=chosen([p.until for p in points])
    )


def _lately(rows: ibis.Table, sale: ibis.Value) -> dict[str, ibis.Value]:
    since = rows.origin.delta(rows.on, unit="day")
    counted = {f"days_{days}": (sale & (since < days)).sum() for days in WINDOWS_DAYS}
    return counted | {
        f"spend_{days}": _float(rows.spend.sum(where=sale & (since < days))) for days in WINDOWS_DAYS
    }


def _gaps(rows: ibis.Table, sale: ibis.Value) -> dict[str, ibis.Value]:
    gap = rows.gap.cast("float64")
    return {
        "gap_mean": gap.mean(where=sale),
        "gap_squares": (gap * gap).mean(where=sale),
        "gap_most": gap.max(where=sale),
        "gap_last": gap.argmax(rows.on, where=sale & rows.gap.notnull()),
    }


def _terms(rows: ibis.Table, sale: ibis.Value, known: ibis.Value) -> dict[str, ibis.Value]:
    return {
        "spend": _float(rows.spend.sum(where=sale)),
        "spend_most": _float(rows.spend.max(where=sale)),
        "spend_first": _float(rows.spend.argmin(rows.on, where=sale)),
        "spend_last": _float(rows.spend.argmax(rows.on, where=sale)),
        "lines": rows.lines.sum(where=sale),
        "discount": _float(rows.discount.sum(where=sale)),
        "refunds": _float(rows.spend.sum(where=known & ~rows.bought)),
    }


def _float(value: ibis.Value) -> ibis.Value:
    return value.fill_null(0).cast("float64")
