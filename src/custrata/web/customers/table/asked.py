"""What an address asks of the table: filters in the short form, order, columns, page."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from custrata.segments.rules.fields import Field
from custrata.segments.rules.listing import KEY, Page, Place
from custrata.segments.rules.rule import Every, RuleError
from custrata.segments.rules.short import GROUP, rule_of_pairs

RESERVED = frozenset(
    {"sort", "columns", "q", "after", "csrfmiddlewaretoken", "add", "test", "letters", "show"}
)
USUAL = (
    "tier",
    "stage",
    "value",
    "revenue",
    "orders",
    "mrr",
    "days_since_last_order",
    "lifetime_value",
    "rfm_segment",
)
"""Columns shown while nobody has chosen others, as far as they hold data."""
FEW = 7
ROWS = 50

Pair = tuple[str, str]


@dataclass(frozen=True)
class Shown:
    """What the table shows.

    Attributes:
        page: The same, for the query.
        pairs: The filters in the short form.
        left_out: Names in the address that nothing is known of.
        start: Rows on the pages before.
        chosen: Whether the address names the columns.
    """

    page: Page
    pairs: tuple[Pair, ...]
    left_out: tuple[str, ...] = ()
    start: int = 0
    chosen: bool = False

    @property
    def rule(self) -> Every:
        """The filters as a rule."""
        if not isinstance(self.page.rule, Every):
            raise TypeError("the filters of an address are joined by all")
        return self.page.rule

    def query(self, *, without: Iterable[Pair] = (), **changes: str) -> str:
        """The part of the address behind the question mark, from the first page on.

        Args:
            without: Filters that are taken out.
            changes: Parts that differ; empty takes one out.
        """
        gone = set(without)
        rest = {"sort": _sort_text(self.page), "q": self.page.search}
        if self.chosen:
            rest["columns"] = ",".join(self.page.columns)
        rest |= changes
        kept = [pair for pair in self.pairs if pair not in gone]
        return urlencode(kept + [(key, value) for key, value in rest.items() if value])


def shown_of(given: QueryDict, fields: Mapping[str, Field], *, persons: bool) -> Shown:
    """What an address asks for.

    Args:
        given: The part of the address behind the question mark.
        fields: What the person may ask.
        persons: Whether names are searched.

    Raises:
        RuleError: A filter, the order or the page means nothing.
    """
    named = [(key, value) for key, values in given.lists() for value in values if key not in RESERVED]
    pairs = tuple((key, value) for key, value in named if key in fields or key == GROUP)
    left_out = tuple(sorted({key for key, _ in named if key not in fields and key != GROUP}))
    sort, falling = _sort(given.get("sort", ""), fields)
    named_columns = ",".join(given.getlist("columns")).split(",")
    chosen = tuple(c for c in named_columns if c in fields and c != KEY)
    after, start = _place(given.get("after", ""))
    page = Page(
        rule_of_pairs(pairs, fields),
        chosen or usual(fields),
        sort,
        falling,
        after,
        ROWS,
        given.get("q", "").strip()[:100],
        persons,
    )
    return Shown(page, pairs, left_out, start, bool(chosen))


def usual(fields: Mapping[str, Field]) -> tuple[str, ...]:
    """The columns of a table that nobody has chosen columns for."""
    return tuple(name for name in USUAL if name in fields)[:FEW]


def after_text(place: Place, start: int) -> str:
    """Where the next page begins, for an address."""
    text = json.dumps([place.value, place.key, start], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _place(text: str) -> tuple[Place | None, int]:
    if not text:
        return None, 0
    try:
        value, key, start = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error, TypeError) as error:
        raise _no_place() from error
    fits = (value is None or isinstance(value, str)) and isinstance(key, str) and isinstance(start, int)
    if not fits or start < 0:
        raise _no_place()
    return Place(value, key), start


def _no_place() -> RuleError:
    return RuleError("this is no place in the table", where="after", remedy="go back to the first page")


def _sort(text: str, fields: Mapping[str, Field]) -> tuple[str, bool]:
    name = text.removeprefix("-")
    if name in fields:
        return name, text.startswith("-")
    return ("value", True) if "value" in fields else (KEY, False)


def _sort_text(page: Page) -> str:
    return f"-{page.sort}" if page.falling else page.sort
