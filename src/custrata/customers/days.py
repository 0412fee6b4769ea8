"""On which days something happened, and which windows of the history that leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis

from custrata.sources.account import Caveat
from custrata.sources.contract import CONTRACT
from custrata.vocabulary import Period

LATEST_WINDOW_DAYS = 365
SHORTEST_WINDOW_DAYS = 28
_LONELY_GAP_DAYS = 366
_TRADES = ("transactions", "subscriptions", "opportunities")
_COMMON_SHARE = (999, 1000)


@dataclass(frozen=True, slots=True)
class History:
    """First and last day on which something happened; None when nothing carries a date."""

    first: dt.date | None
    last: dt.date | None
    caveats: tuple[Caveat, ...] = ()


def last_day_query(loaded: Mapping[str, ibis.Table], provided: frozenset[str]) -> ibis.Table:
    """First and last day on which something happened, over all tables, in one row.

    Args:
        loaded: The tables of the contract by canonical name.
        provided: Columns that hold data, as ``table.column``.

    Returns:
        ``first_on`` (of sales, contracts and opportunities where there are any: a campaign planned before the
        first sale begins no history), ``last_on``, ``common_on`` (the day up to which 99.9% of all things
        happened), ``plausible_on`` (the last day within a year of that) and ``later`` (how many things
        happened after it). All null without dates.
    """
    per_day = _things_per_day(loaded, provided)
    if per_day is None:
        return _no_days()
    running = per_day.mutate(
        upto=per_day.things.sum().over(order_by=per_day.day, rows=(None, 0)),
        total=per_day.things.sum().over(),
    )
    part, whole = _COMMON_SHARE
    common = running.filter(running.upto * whole >= running.total * part).aggregate(
        common_on=lambda t: t.day.min()
    )
    days = per_day.cross_join(common)
    likely = days.day <= days.common_on + ibis.interval(days=_LONELY_GAP_DAYS)
    return days.aggregate(
        first_on=days.day.min(where=days.trades > 0).coalesce(days.day.min()),
        last_on=days.day.max(),
        common_on=days.common_on.min(),
        plausible_on=days.day.max(where=likely),
        later=days.things.sum(where=~likely).fill_null(0),
    )


def read_history(row: Mapping[str, Any]) -> History:
    """The history that the row of :func:`last_day_query` tells.

    A few things more than a year after all others are taken for mistyped dates: they do not move the last
        day, and
    a caveat says how many they are.
    """
    if row["last_on"] is None:
        return History(None, None)
    later = int(row["later"])
    if not later:
        return History(row["first_on"], row["last_on"])
    text = (
        f"{later:,} things are dated up to {row['last_on']}, more than a year after all others; "
        f"they are taken for mistyped and the base is cut at {row['plausible_on']}."
    )
    return History(row["first_on"], row["plausible_on"], (Caveat("lonely-late-dates", text, how_many=later),))


def windows(first: dt.date, as_of: dt.date) -> dict[str, Period]:
    """The periods of a history by name.

    Args:
        first: First day on which something happened.
        as_of: Last day.

    Returns:
        ``all``; and ``current`` and ``previous``, each the latest 365 days or half of a history of less than
        730 days, when that leaves at least 28 days.

    Example:
        >>> [str(w) for w in windows(dt.date(2016, 1, 1), dt.date(2017, 12, 31)).values()]
        ['2016-01-01 to 2017-12-31', '2017-01-01 to 2017-12-31', '2016-01-02 to 2016-12-31']
    """
    whole = Period("all", min(first, as_of), as_of)
    length = min(LATEST_WINDOW_DAYS, whole.days // 2)
    if length < SHORTEST_WINDOW_DAYS:
        return {"all": whole}
    middle = as_of - dt.timedelta(days=length)
    start = middle - dt.timedelta(days=length)
    return {
        "all": whole,
        "current": Period("current", middle + dt.timedelta(days=1), as_of),
        "previous": Period("previous", start + dt.timedelta(days=1), middle),
    }


def _things_per_day(loaded: Mapping[str, ibis.Table], provided: frozenset[str]) -> ibis.Table | None:
    parts = [
        _counted_days(loaded[name], name, column)
        for name in sorted(loaded)
        for column in CONTRACT[name].happens
        if f"{name}.{column}" in provided
    ]
    if not parts:
        return None
    days = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    return days.group_by("day").aggregate(things=days.things.sum(), trades=days.trades.sum())


def _counted_days(table: ibis.Table, name: str, column: str) -> ibis.Table:
    if (name, column) == ("opportunities", "closed_on"):
        table = table.filter(table.won.notnull())
    days = table.select(day=table[column].cast("date")).filter(lambda t: t.day.notnull())
    counted = days.group_by("day").aggregate(things=days.count())
    return counted.mutate(trades=counted.things if name in _TRADES else ibis.literal(0, "int64"))


def _no_days() -> ibis.Table:
    names = ("first_on", "last_on", "common_on", "plausible_on")
    row = {name: ibis.null("date").name(name) for name in names}
    return ibis.range(1).unnest().name("one").as_table().select(**row, later=ibis.literal(0, "int64"))
