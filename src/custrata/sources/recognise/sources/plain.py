"""Tables whose columns are taken as they are."""

from __future__ import annotations

from custrata.sources.contract import CONTRACT
from custrata.sources.mapping import Combine, Mapped, Source
from custrata.sources.recognise.sources.context import Context


def plain_sources(context: Context) -> list[Source]:
    """One source with the columns found, a name joined from first and last where there is none."""
    table = context.reading.table
    columns = context.columns()
    if CONTRACT[table].has("name") and "name" not in columns and (name := joined_name(context)):
        columns["name"] = name
    return [context.source(table, columns)]


def joined_name(context: Context) -> Mapped | None:
    """First and last name as one; None when either is missing."""
    first, last = context.reading.parts.get("first_name"), context.reading.parts.get("last_name")
    if first is None or last is None:
        return None
    parts = (context.take(first.column, "text"), context.take(last.column, "text"))
    return Mapped(
        Combine("join", parts),
        0.95,
        tuple(f"{a} {b}" for a, b in zip(first.column.samples, last.column.samples, strict=False))[:1],
    )
