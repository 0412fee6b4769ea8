"""Whom a bulk action is for: the rows that were picked, or all that the filters hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from custrata.segments.rules.fields import Field
from custrata.segments.rules.listing import KEY
from custrata.segments.rules.rule import MOST_VALUES, Every, Rule, RuleError, Text
from custrata.web.customers.table.asked import Shown, shown_of


@dataclass(frozen=True)
class Selection:
    """Customers that were chosen in the table.

    Attributes:
        rule: Who they are.
        shown: What the table showed.
        picked: Ids that were picked; empty where all were chosen.
    """

    rule: Rule
    shown: Shown
    picked: tuple[str, ...]


def selection_of(request: HttpRequest, fields: Mapping[str, Field], *, persons: bool) -> Selection:
    """The customers that a form of the table names.

    Args:
        request: With ``scope`` (``picked`` or ``all``), ``id`` for each row, and the ``query`` of the table.
        fields: What the person may ask.
        persons: Whether names are searched.

    Raises:
        RuleError: Nothing was picked, or what was searched for cannot be kept as a rule.
    """
    shown = shown_of(QueryDict(request.POST.get("query", "")), fields, persons=persons)
    if request.POST.get("scope") == "all":
        return Selection(_everything(shown), shown, ())
    picked = tuple(dict.fromkeys(key for key in request.POST.getlist("id") if key))
    if not picked:
        raise RuleError("no customer is picked", where="table", remedy="pick rows, or choose all of them")
    if len(picked) > MOST_VALUES:
        raise RuleError(
            "too many rows are picked", where="table", remedy="use a filter and choose all of them"
        )
    return Selection(Text(column=KEY, is_=picked), shown, picked)


def _everything(shown: Shown) -> Every:
    if not shown.page.search:
        return shown.rule
    if shown.page.names:
        raise RuleError(
            "a search for a name is no rule", where="search", remedy="pick the rows, or take the search out"
        )
    return Every(all=(*shown.rule.all, Text(column=KEY, contains=shown.page.search)))
