"""The day of the data: what undated rows stand on when others carry dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingOf

import ibis
import ibis.expr.types as ir

from custrata.settings import Settings
from custrata.sources.contract import CONTRACT
from custrata.sources.load.expressions import Day
from custrata.sources.load.frames import frame_of
from custrata.sources.mapping import AsOf, Constant, Lookup, Mapping, MonthsBefore
from custrata.sources.mapping.derivation import Derivation
from custrata.sources.raw import RawTable

NOTIONAL_DAY = dt.date(2000, 1, 1)
"""The day on which undated data stand."""

RELATION = "day_of_data"
_PLANNED = ("ended_on", "closed_on")


def is_dated(mapping: Mapping) -> bool:
    """Whether any column says when something happened, other than by the day of the data itself."""
    return any(
        n in CONTRACT[s.table].happens and _is_real(m.derivation)
        for s in mapping.sources
        for n, m in s.columns.items()
    )


def day_of_data(mapping: Mapping, settings: Settings) -> Day:
    """The day that is set, else the notional day, else the last day on which something happened in the data.

    Returns:
        A day, or an expression over the relation of ``day_query``.
    """
    if settings.as_of or not is_dated(mapping):
        return settings.as_of or NOTIONAL_DAY
    day: ir.DateValue = ibis.table({"day": "date"}, name=RELATION).day.as_scalar()
    return day


def needs_day(mapping: Mapping) -> bool:
    """Whether a column is derived from the day of the data."""
    return any(
        not _is_real(m.derivation)
        for s in mapping.sources
        for m in s.columns.values()
        if not _fixed(m.derivation)
    )


def day_query(mapping: Mapping, tables: MappingOf[str, RawTable]) -> ir.Table:
    """One row, ``day``: the last day on which something happened, planned ends left out."""
    found = []
    for source in mapping.sources:
        dated = [n for n in CONTRACT[source.table].happens if n in source.columns and n not in _PLANNED]
        for name in (n for n in dated if _is_real(source.columns[n].derivation)):
            frame = frame_of(source, tables, NOTIONAL_DAY)
            days = frame.table.select(day=frame.value(source.columns[name].derivation, "date"))
            found.append(days.aggregate(day=days.day.max()))
    whole = ibis.union(*found) if len(found) > 1 else found[0]
    return whole.aggregate(day=whole.day.max().fill_null(NOTIONAL_DAY))


def _is_real(derivation: Derivation) -> bool:
    if isinstance(derivation, Lookup):
        return _is_real(derivation.take)
    return not isinstance(derivation, MonthsBefore | AsOf | Constant)


def _fixed(derivation: Derivation) -> bool:
    return isinstance(derivation.take if isinstance(derivation, Lookup) else derivation, Constant)
