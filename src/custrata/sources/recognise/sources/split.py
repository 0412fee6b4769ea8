"""Which columns of wide rows belong to the customer, and which to the order?"""

from __future__ import annotations

from dataclasses import replace

from custrata.sources.contract import CONTRACT, CUSTOMERS
from custrata.sources.mapping import Source
from custrata.sources.profile import ColumnProfile
from custrata.sources.recognise.fields import SURE, assign, candidates
from custrata.sources.recognise.names import words
from custrata.sources.recognise.relate import asked_about
from custrata.sources.recognise.sources.context import Context
from custrata.sources.recognise.sources.customers import named
from custrata.sources.recognise.synonyms import tiers
from custrata.sources.recognise.takes import attribute

CONSTANT = 0.95
"""A column is the customer's when so many of those with more than one order have one value of it only."""

_NOT_SPLIT = ("customer_id", "status", "kind", "parent_id", "acquired_on", "owner", "reported_revenue")
_SPLIT = tuple(c.name for c in CUSTOMERS.columns if c.name not in _NOT_SPLIT)
_PLACE = frozenset({"city", "town", "postcode", "zip", "postal", "address", "county", "ort", "plz", "stadt"})


def split_customers(context: Context) -> list[Source]:
    """Customers split out of wide rows: known columns, and those that are constant for a customer."""
    key = context.reading.columns.get("customer_id")
    if key is None:
        return []
    taken = _taken(context)
    own = [c for c in context.profile.columns if c.name in taken or not _is_the_orders(context, c)]
    found = assign(replace(context.profile, columns=tuple(own)), "customers", _SPLIT)
    found = {n: c for n, c in found.items() if c.name not in taken}
    columns = {n: context.column("customers", n, c) for n, c in found.items()}
    taken |= {c.name for c in found.values()}
    kept = [
        c for c in context.profile.columns if c.name not in taken and _is_attribute(context, key.column, c)
    ]
    attributes = named({c.name: attribute(context.profile, c, context.orders) for c in kept})
    if not columns and not attributes:
        return []
    columns["customer_id"] = context.column("customers", "customer_id", key)
    return [
        context.source(
            "customers",
            columns,
            attributes=attributes,
            one_row_per=(key.name,),
            note="split out of wide rows",
        )
    ]


def left_with_orders(context: Context) -> list[str]:
    """A sentence for each column that reads like the customer's and varies from order to order."""
    key = context.reading.columns.get("customer_id")
    if key is None or context.reading.table not in ("transactions", "usage", "tickets"):
        return []
    taken = _taken(context)
    told = [
        c
        for c in context.profile.columns
        if c.name not in taken and _is_the_orders(context, c) and _reads_as_customers(context, c)
    ]
    return [_told(context, key.column, c) for c in told]


def _told(context: Context, key: ColumnProfile, column: ColumnProfile) -> str:
    things, varying = context.relations.varying.get((context.relation, key.name, column.name), (0, 0))
    thing = "ticket" if context.reading.table == "tickets" else "order"
    belongs = f"it belongs to the {thing} and is not an attribute of the customer."
    if not things:
        return (
            f"In {context.reading.source}, {column.name} has more values than there are customers: {belongs}"
        )
    return (
        f"In {context.reading.source}, {column.name} varies within {_percent(varying, things)} of the "
        f"{things:,} customers with more than one {thing}: {belongs}"
    )


def _percent(part: int, whole: int) -> str:
    return "all" if part == whole else f"{min(part / whole, 0.99):.0%}"


def _taken(context: Context) -> set[str]:
    """Raw columns that the rows themselves use."""
    taken = {c.name for c in context.reading.columns.values()}
    return taken | {c.name for n, c in context.reading.parts.items() if n not in ("first_name", "last_name")}


def _reads_as_customers(context: Context, column: ColumnProfile) -> bool:
    alone = replace(context.profile, columns=(column,))
    names = (n for n in _SPLIT if n != "name")
    named_so = any(
        candidates(alone, tiers("customers", n), CONTRACT["customers"].column(n).kind, SURE) for n in names
    )
    return named_so or bool(set(words(column.column.header or column.name)) & _PLACE)


def _is_the_orders(context: Context, column: ColumnProfile) -> bool:
    """Whether too many customers have several values of a column, so that none of them is theirs.

    A name is spelled in several ways and still names one customer: there it takes most of them.
    """
    key = context.reading.columns["customer_id"].column
    place = (context.relation, key.name, column.name)
    things, varying = context.relations.varying.get(place, (0, 0))
    if "name" in words(column.column.header or column.name):
        return things > 0 and varying > 0.5 * things and column.distinct > 50
    if place not in context.relations.varying:
        return not asked_about(column, key)
    return varying > (1 - CONSTANT) * things


def _is_attribute(context: Context, key: ColumnProfile, column: ColumnProfile) -> bool:
    if column.distinct < 2 or column.is_date or column.unique_share > 0.9:
        return False
    return context.relations.constant(context.relation, key.name, column.name) >= CONSTANT
