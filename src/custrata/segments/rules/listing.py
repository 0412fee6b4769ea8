"""A page of the table of customers as a query: filtered, in order, from a place on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from custrata.segments.rules.building import Facts, holds
from custrata.segments.rules.rule import Rule, RuleError

KEY = "customer_id"
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Place:
    """The last row of a page: where the next one begins.

    Attributes:
        value: What stands in the column of the order, as text; None where it is not known.
        key: The customer's id.
    """

    value: str | None
    key: str


@dataclass(frozen=True)
class Page:
    """What a page of the table shows.

    Attributes:
        rule: Who is in the table.
        columns: What is shown; the id always is.
        sort: The column of the order.
        falling: Whether the highest comes first; who is not known comes last either way.
        after: The last row of the page before; None for the first page.
        rows: How many.
        search: Letters of the id, or of the name where names are searched.
        names: Whether names are searched.
    """

    rule: Rule
    columns: tuple[str, ...] = ()
    sort: str = KEY
    falling: bool = False
    after: Place | None = None
    rows: int = 50
    search: str = ""
    names: bool = False


def within(page: Page, customers: ir.Table, facts: Facts) -> ir.Table:
    """The customers that the table holds, over all its pages."""
    found = customers.filter(holds(page.rule, customers, facts))
    if not page.search:
        return found
    letters = page.search.lower()
    hit = found[KEY].lower().contains(letters)
    if page.names and "name" in customers.columns:
        hit = hit | found["name"].lower().contains(letters).fill_null(False)
    return found.filter(hit)


def page_query(page: Page, customers: ir.Table, facts: Facts) -> ir.Table:
    """The rows of one page, and one more where there is a next page.

    Args:
        page: What it shows.
        customers: The customers of a snapshot.
        facts: What rules need beside them.

    Raises:
        RuleError: The place that the page begins after is none.
    """
    found = within(page, customers, facts)
    if page.after is not None:
        found = found.filter(_behind(page, found, page.after))
    column = found[page.sort]
    first = ibis.desc(column, nulls_first=False) if page.falling else ibis.asc(column, nulls_first=False)
    order = [first] if page.sort == KEY else [first, ibis.asc(found[KEY])]
    shown = list(dict.fromkeys((KEY, *page.columns, page.sort)))
    return found.order_by(order).select(*shown).limit(min(page.rows, MOST_ROWS) + 1)


def totals_query(page: Page, customers: ir.Table, facts: Facts, summed: tuple[str, ...]) -> ir.Table:
    """One row: how many customers all pages hold together, and what the columns add up to."""
    found = within(page, customers, facts)
    return found.aggregate(customers=found.count(), **{n: found[n].cast("float64").sum() for n in summed})


def _behind(page: Page, found: ir.Table, after: Place) -> ir.BooleanValue:
    column, later = found[page.sort], found[KEY] > after.key
    if page.sort == KEY:
        return column < after.key if page.falling else later
    if after.value is None:
        return column.isnull() & later
    value = ibis.literal(_typed(after.value, column.type()), type=column.type().copy(nullable=True))
    further = column < value if page.falling else column > value
    return further | ((column == value) & later) | column.isnull()


def _typed(text: str, kind: dt.DataType) -> Any:
    import datetime

    try:
        if kind.is_decimal():
            return Decimal(text)
        if kind.is_boolean():
            return text == "True"
        if kind.is_integer():
            return int(text)
        if kind.is_floating():
            return float(text)
        if kind.is_date():
            return datetime.date.fromisoformat(text)
        return datetime.datetime.fromisoformat(text) if kind.is_timestamp() else text
    except (ValueError, InvalidOperation) as error:
        raise RuleError(
            "this is no place in the table", where="after", remedy="go back to the first page"
        ) from error
