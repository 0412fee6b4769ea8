"""By what a figure can be broken down: time, the customer's attributes, the line's own columns."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

import ibis

from custrata.customers import Base, stated_name
from custrata.errors import MeasureError
from custrata.measures.kernel.measure import STEPS
from custrata.reckoning import Reckoning
from custrata.vocabulary import Period, Stage, Tier

UNKNOWN = "not known"
"""The value of a dimension where a row has none: an anonymous sale has no region."""

TIME = tuple(STEPS)
"""Dimensions of time: months, and quarters and years as the company reckons them."""

GROUPS = ("tier", "stage", "rfm_segment")
"""Dimensions that a build draws; a source column of that name goes by ``stated_tier`` and so on."""

_MONTHLY_COHORTS_DAYS, _QUARTERLY_COHORTS_DAYS = 550, 2200

_ORDER = {str(value): place for place, value in enumerate((*Tier, *Stage))}
_KEYS = frozenset({"customer_id", "transaction_id", "order_id", "product_id", "amount", "occurred_at"})


def time_label(day: ibis.Value, dimension: str, reckoning: Reckoning) -> ibis.Value:
    """The label of a day: ``2017``, ``2017-Q1`` or ``2017-03``; of a fiscal year ``FY2018-Q1``."""
    if dimension == "month":
        return day.strftime("%Y-%m")
    moved = day + ibis.interval(months=reckoning.ahead) if reckoning.ahead else day
    year = moved.year().cast("string").lpad(4, "0")
    if reckoning.ahead:
        year = ibis.literal("FY") + year
    if dimension == "year":
        return year
    return year + "-Q" + moved.quarter().cast("string")


def reckoning_of(base: Base) -> Reckoning:
    """How the company reckons time, as its settings say."""
    return Reckoning(base.settings.fiscal_year_start)


def months_ahead(base: Base, step: int) -> int:
    """Months by which parts of time of so many months begin before those of the calendar."""
    return reckoning_of(base).ahead % step


def cohort_grain(base: Base) -> str:
    """How long a cohort is: a month, a quarter in histories over 550 days, a year in those over 2,200."""
    days = base.windows["all"].days
    if days <= _MONTHLY_COHORTS_DAYS:
        return "month"
    return "quarter" if days <= _QUARTERLY_COHORTS_DAYS else "year"


def attach(table: ibis.Table, base: Base, dimensions: tuple[str, ...]) -> ibis.Table:
    """The table with one text column for each dimension.

    A dimension comes from the table's own columns, from its day (``on``), from the product or from the
    customer, in this order; the table needs ``on``, ``product_id`` or ``customer_id`` for that.

    Args:
        table: The relation to break down.
        base: The base, for customers and products.
        dimensions: Names of the dimensions.

    Raises:
        MeasureError: When the data hold no dimension of that name, with the names that are near.
    """
    if keys := [d for d in dimensions if d in _KEYS]:
        raise _unknown(keys[0], base, table)
    wanted = [d for d in dimensions if d not in table.columns]
    for table_name, key in (("products", "product_id"), ("customers", "customer_id")):
        found = {d: c for d in wanted if (c := _column(base, table_name, d)) and key in table.columns}
        if found:
            side = base.tables[table_name]
            side = side.select(**{f"_{key}": side[key]}, **{d: side[c] for d, c in found.items()})
            table = table.left_join(side, table[key] == side[f"_{key}"]).drop(f"_{key}")
            wanted = [d for d in wanted if d not in found]
    if "cohort" in wanted and "customer_id" in table.columns and (side := _cohorts(base)) is not None:
        table = table.left_join(side, table.customer_id == side._member).drop("_member")
        wanted.remove("cohort")
    if "on" in table.columns:
        table = table.mutate(**{d: time_label(table.on, d, reckoning_of(base)) for d in wanted if d in TIME})
        wanted = [d for d in wanted if d not in TIME]
    if wanted:
        raise _unknown(wanted[0], base, table)
    return table.mutate(**{d: _label_of(table[d]).fill_null(UNKNOWN) for d in dimensions})


def known_dimensions(base: Base) -> tuple[str, ...]:
    """Names that a figure of this base can be broken down by, sorted."""
    made = [c for c in GROUPS if base.has(f"customers.{c}")]
    made += ["cohort"] if _cohorts(base) is not None else []
    sales = [c for c in ("channel", "kind", "currency") if base.has(f"transactions.{c}")]
    goods = ["category"] if base.has("products.category", "transactions.product_id") else []
    return tuple(sorted({*TIME, *made, *sales, *goods, *(set(base.attributes) - _KEYS)}))


def segments_in_order(
    rows: Iterable[Mapping[str, Any]], dimensions: tuple[str, ...]
) -> list[Mapping[str, Any]]:
    """The rows by their labels: tiers and stages by rank, numbers by size, text by letter, unknown last."""
    return sorted(rows, key=lambda row: tuple(_place(str(row[d])) for d in dimensions))


def time_labels(dimension: str, period: Period, reckoning: Reckoning) -> tuple[str, ...]:
    """All labels of a dimension of time in a period, so that a month without a sale is a point of its series.

    Args:
        dimension: ``month``, ``quarter`` or ``year``.
        period: The days.
        reckoning: Where quarters and years begin.

    Example:
        >>> time_labels("quarter", Period("all", dt.date(2016, 12, 30), dt.date(2017, 4, 1)), Reckoning())
        ('2016-Q4', '2017-Q1', '2017-Q2')
    """
    first, last = period.start.year * 12 + period.start.month - 1, period.end.year * 12 + period.end.month - 1
    return tuple(
        dict.fromkeys(
            reckoning.label(dt.date(m // 12, m % 12 + 1, 1), dimension) for m in range(first, last + 1)
        )
    )


def _label_of(value: ibis.Value) -> ibis.StringValue:
    """A value as the label of its segment; a number without the zeros that only its type adds."""
    text = value.cast("string")
    kind = value.type()
    return text.re_replace(r"\.?0+$", "") if kind.is_decimal() and kind.scale else text


def _column(base: Base, table: str, dimension: str) -> str | None:
    if table not in base.tables:
        return None
    names = _names(dimension) if table == "customers" else (dimension,)
    columns = base.tables[table].columns
    return next((n for n in names if n in columns and n not in _KEYS and base.has(f"{table}.{n}")), None)


def _names(dimension: str) -> tuple[str, ...]:
    """The columns of customers that a name may mean: the source's own first, except for groups."""
    if dimension in TIME or dimension == "cohort":
        return ()
    own = stated_name(dimension)
    return (dimension, own) if dimension in GROUPS else (own, dimension)


def _cohorts(base: Base) -> ibis.Table | None:
    """Each customer's cohort by first order or, where that is not known, first contract."""
    people = base.tables["customers"]
    days = [people[c] for c in ("first_order_on", "first_contract_on") if c in people.columns]
    if not days:
        return None
    label = time_label(ibis.coalesce(*days), cohort_grain(base), reckoning_of(base))
    return people.select(_member="customer_id", cohort=label)


def _place(label: str) -> tuple[Any, ...]:
    if label == UNKNOWN:
        return (2,)
    if label in _ORDER:
        return 0, _ORDER[label]
    return 1, tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in re.split(r"(\d+)", label) if p)


def _unknown(dimension: str, base: Base, table: ibis.Table) -> MeasureError:
    names = [name for name in known_dimensions(base) if name != dimension]
    near = difflib.get_close_matches(dimension, names, n=3, cutoff=0.7) or list(names)
    return MeasureError(
        f"this figure cannot be broken down by {dimension!r}",
        where="dimension",
        remedy=f"try {' or '.join(near)}",
        dimension=dimension,
        known=names,
    )
