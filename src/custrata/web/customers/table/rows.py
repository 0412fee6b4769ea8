"""The table as it is shown: heads that sort, rows of cells, totals, pills for the filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from django.utils.html import escape
from django.utils.safestring import SafeString

from custrata.project.live.desk import Desk
from custrata.segments.rules.counting import Count
from custrata.segments.rules.fields import Field
from custrata.segments.rules.listing import KEY, Page, Place, page_query, totals_query
from custrata.segments.rules.short import short
from custrata.segments.rules.wording import said
from custrata.web.customers.cells import Cell, cell, head, written
from custrata.web.customers.table.asked import Shown, after_text

SUMMED = frozenset(
    {
        "revenue",
        "refunds",
        "gross_margin",
        "current_revenue",
        "previous_revenue",
        "mrr",
        "value",
        "cost_to_serve",
        "contribution",
        "acquisition_cost",
        "lifetime_value",
        "orders",
        "expected_orders",
    }
)
"""What may be added up over customers."""

_WORTH = ("value", "revenue")


@dataclass(frozen=True)
class Head:
    """The head of a column: its title, where a click leads, how it is sorted now."""

    title: str
    query: str
    right: bool
    sorted: str = ""


@dataclass(frozen=True)
class Row:
    """A customer in the table: id, name where it may be seen, and the cells of the other columns."""

    key: str
    name: str
    cells: tuple[Cell, ...]

    @property
    def path(self) -> str:
        """The last part of the address of its page."""
        return f"{quote(self.key)}/"

    @property
    def written(self) -> SafeString:
        """The cells as they stand in the page: a template would take half the time of the page for them."""
        return SafeString("".join(_cell(one) for one in self.cells))


@dataclass(frozen=True)
class Pill:
    """A filter in words, and the address without it."""

    words: str
    query: str


@dataclass(frozen=True)
class Listed:
    """A page of the table.

    Attributes:
        heads: Of the columns.
        rows: The customers.
        totals: What the columns add up to over all pages; empty where that says nothing.
        n: Customers over all pages.
        first: Number of the first row.
        following: Address of the next page; empty on the last.
        worth: All of them, with what they bring.
    """

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    totals: tuple[str, ...]
    n: int
    first: int
    following: str
    worth: Count

    @property
    def last(self) -> int:
        """Number of the last row."""
        return self.first + len(self.rows) - 1


def listed(desk: Desk, shown: Shown, fields: Mapping[str, Field]) -> Listed:
    """The rows of a page with the totals of all.

    Args:
        desk: The customers.
        shown: What is asked for.
        fields: What the person may see.
    """
    page = shown.page
    columns = [fields[name] for name in page.columns if name in fields and name != "name"]
    names = page.names and "name" in fields
    asked = page if not names else _with_names(page)
    found = desk.live.rows(page_query(asked, desk.customers, desk.facts))
    if not shown.chosen and _repeats(found):
        columns = [field for field in columns if field.name != "revenue"]
    totals = _totals(desk, shown, columns)
    rows = tuple(_row(row, columns, names=names) for row in found[: page.rows])
    following = _following(shown, found) if len(found) > page.rows else ""
    heads = (_head(fields[KEY], shown), *(_head(field, shown) for field in columns))
    summed = tuple(_total(totals, field) for field in columns)
    worth = Count(int(totals["customers"]), {name: totals[name] for name in _WORTH if name in totals})
    return Listed(heads, rows, summed, worth.n, shown.start + 1, following, worth)


def pills(shown: Shown, groups: Mapping[str, str]) -> tuple[Pill, ...]:
    """The filters in words.

    Args:
        shown: What is asked for.
        groups: Names of the strategy's groups by id.
    """
    found = [Pill(said(part, groups), shown.query(without=short(part) or ())) for part in shown.rule.all]
    if shown.page.search:
        found.append(Pill(f"Search: {shown.page.search}", shown.query(q="")))
    return tuple(found)


def _cell(one: Cell) -> str:
    classes = f"{'r ' if one.right else ''}{'dim' if one.dim else ''}".strip()
    if one.tier:
        words = escape(one.text)
        mark = f'<b class="{one.tier}" aria-hidden="true">{words[:1]}</b>'
        return f'<td><span class="tier">{mark}{words}</span></td>'
    return f'<td class="{classes}">{escape(one.text)}</td>' if classes else f"<td>{escape(one.text)}</td>"


def _repeats(found: list[dict[str, Any]]) -> bool:
    """Whether revenue says what value says already: where costs are not known, value is revenue."""
    both = [row for row in found if "value" in row and "revenue" in row]
    return bool(both) and all(row["value"] == row["revenue"] for row in both)


def _with_names(page: Page) -> Page:
    return replace(page, columns=(*page.columns, "name"))


def _row(row: Mapping[str, Any], columns: list[Field], *, names: bool) -> Row:
    name = str(row.get("name") or "") if names else ""
    return Row(str(row[KEY]), name, tuple(cell(row[field.name], field) for field in columns))


def _head(field: Field, shown: Shown) -> Head:
    page = shown.page
    here = page.sort == field.name
    number = field.kind.value == "number"
    falling = not page.falling if here else number
    direction = ("descending" if page.falling else "ascending") if here else ""
    sort = f"-{field.name}" if falling else field.name
    return Head(head(field), shown.query(sort=sort), number, direction)


def _totals(desk: Desk, shown: Shown, columns: list[Field]) -> Mapping[str, Any]:
    wanted = {*(field.name for field in columns), *_WORTH}
    summed = tuple(name for name in desk.fields if name in SUMMED and name in wanted)
    return desk.one(totals_query(shown.page, desk.customers, desk.facts, summed))


def _total(totals: Mapping[str, Any], field: Field) -> str:
    value = totals.get(field.name)
    return "" if value is None else written(round(value, 2), field)


def _following(shown: Shown, found: list[dict[str, Any]]) -> str:
    last = found[shown.page.rows - 1]
    value = last[shown.page.sort]
    place = Place(None if value is None else str(value), str(last[KEY]))
    return shown.query(after=after_text(place, shown.start + shown.page.rows))
