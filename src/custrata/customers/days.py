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
_LONGEST_RUN_DAYS = 3_653
"""Ten years: a contract that ends later than that after all other things runs without an end."""

_ENDS = ("subscriptions", "ended_on")
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
        happened), ``plausible_on`` (the last day within a year of that), ``later`` (how many things
        happened after it) and ``eve_on`` (the day with things before the last one). All null without dates.
        Ends of contracts more than ten years after all other things are ends that nobody planned
        (9999-12-31): they are left out.
    """
    per_day = _things_per_day(loaded, provided)
    if per_day is None:
        return _no_days()
    running = per_day.mutate(
        upto=per_day.things.sum().over(order_by=per_day.day, rows=(None, 0)),
        total=per_day.things.sum().over(),
        eve=per_day.day.lag().over(order_by=per_day.day),
    )
    part, whole = _COMMON_SHARE
    common = running.filter(running.upto * whole >= running.total * part).aggregate(
        common_on=lambda t: t.day.min()
    )
    days = running.cross_join(common)
    likely = days.day <= days.common_on + ibis.interval(days=_LONELY_GAP_DAYS)
    return days.aggregate(
        first_on=days.day.min(where=days.trades > 0).coalesce(days.day.min()),
        last_on=days.day.max(),
        common_on=days.common_on.min(),
        plausible_on=days.day.max(where=likely),
        later=days.things.sum(where=~likely).fill_null(0),
        eve_on=days.eve.max(),
    )


def read_history(row: Mapping[str, Any]) -> History:
    """The history that the row of :func:`last_day_query` tells.

    A few things more than a year after all others are taken for mistyped dates: they do not move the last
    day, and a caveat says how many they are. Where they are not few, as in a small table, a caveat asks.
    """
    if row["last_on"] is None:
        return History(None, None)
    later = int(row["later"])
    if not later:
        return History(row["first_on"], row["last_on"], _alone(row["eve_on"], row["last_on"]))
    text = (
        f"{later:,} things are dated up to {row['last_on']}, more than a year after all others; "
        f"they are taken for mistyped and the base is cut at {row['plausible_on']}."
    )
    return History(row["first_on"], row["plausible_on"], (Caveat("lonely-late-dates", text, how_many=later),))


def _alone(eve: dt.date | None, last: dt.date) -> tuple[Caveat, ...]:
    if eve is None or (last - eve).days <= _LONELY_GAP_DAYS:
        return ()
    text = (
        f"The last day in the data, {last}, comes more than a year after the one before it, {eve}. "
        f"If it is mistyped, cut the base at {eve} (--as-of {eve})."
    )
    return (Caveat("lonely-last-day", text),)


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
    parts = {
        (name, column): _counted_days(loaded[name], name, column)
        for name in sorted(loaded)
        for column in CONTRACT[name].happens
        if f"{name}.{column}" in provided
    }
    ends = parts.pop(_ENDS, None)
    if not parts:
        return None if ends is None else ends
    days = _together(tuple(parts.values()))
    if ends is not None:
        days = _together((days, _within_reach(ends, days)))
    return days.group_by("day").aggregate(things=days.things.sum(), trades=days.trades.sum())


def _together(parts: tuple[ibis.Table, ...]) -> ibis.Table:
    return ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]


def _within_reach(ends: ibis.Table, others: ibis.Table) -> ibis.Table:
    """The ends that are not later than ten years after the last of the others."""
    latest = ends.cross_join(others.aggregate(latest=others.day.max()))
    near = latest.day <= latest.latest + ibis.interval(days=_LONGEST_RUN_DAYS)
    return latest.filter(near | latest.latest.isnull()).select(*ends.columns)


def _counted_days(table: ibis.Table, name: str, column: str) -> ibis.Table:
    if (name, column) == ("opportunities", "closed_on"):
        table = table.filter(table.won.notnull())
    days = table.select(day=table[column].cast("date")).filter(lambda t: t.day.notnull())
    counted = days.group_by("day").aggregate(things=days.count())
    return counted.mutate(trades=counted.things if name in _TRADES else ibis.literal(0, "int64"))


def _no_days() -> ibis.Table:
    names = ("first_on", "last_on", "common_on", "plausible_on", "eve_on")
    row = {name: ibis.null("date").name(name) for name in names}
    return ibis.range(1).unnest().name("one").as_table().select(**row, later=ibis.literal(0, "int64"))
