"""Customers by pages, one customer, and how many a rule holds; names only with the right to see them."""

from __future__ import annotations

from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from custrata.project.live.customer import customer as known_of
from custrata.project.live.desk import Desk
from custrata.project.live.leaving import count_to_leave
from custrata.project.live.readings import count_rules, readings_of
from custrata.segments.rules.fields import Field
from custrata.segments.rules.listing import KEY, Page, Place, page_query
from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import EVERYBODY, Rule
from custrata.segments.rules.wording import said
from custrata.web.api.gate import asks, leaves
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import Sent, Slug, answers, asking_in
from custrata.web.api.rooms.snapshots import ReadingShape, reading_shape
from custrata.web.customers.budget import SpentError, spend
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.person.seeing import seen
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["customers"])


CustomerShape = dict[str, Any]
"""A customer: ``customer_id``, and every column that the person may see."""


class Customers(Schema):
    """A page of customers."""

    items: list[CustomerShape]
    next: str | None


class RuleText(Sent):
    """A rule in the form of the builder of segments; none means everybody."""

    rule: dict[str, Any] | None = None


class Counted(Schema):
    """How many a rule holds, and what they bring.

    ``exact`` is false where the numbers are about the group to the nearest part of the base that may leave.
    """

    words: str
    exact: bool
    customers: int
    readings: dict[str, ReadingShape]


@router.get(
    "/workspaces/{slug:slug}/customers",
    auth=asks(Right.SEE),
    response=answers(Customers),
    summary="Customers",
)
def customers(
    request: HttpRequest,
    slug: Slug,
    limit: Limit,
    cursor: Cursor,
    columns: Annotated[str, Query("", max_length=1000, description="Names of columns, with commas.")],
    where: Annotated[str, Query("", max_length=4000, description="A rule as JSON.")],
    sort: Annotated[str, Query("customer_id", max_length=80, description="With a minus, falling.")],
) -> Any:
    """The customers of the latest snapshot, by a rule, in an order, a page at a time.

    A token of somebody who may not see persons gets none: each row is one customer.
    """
    asking = _for_rows(request)
    with opened(asking) as (_, desk):
        fields = fields_for(desk, asking)
        rule = rule_of(_json(where)) if where else EVERYBODY
        desk.check(rule, persons=asking.may(Right.PERSONS))
        order = sort.removeprefix("-")
        shown = _columns(columns, fields)
        if order not in fields:
            raise Refused(422, "there is no such column", where="sort")
        asked = Page(
            rule,
            tuple(dict.fromkeys((*shown, order))),
            order,
            sort.startswith("-"),
            _place(cursor),
            limit,
        )
        found = desk.live.rows(page_query(asked, desk.customers, desk.facts))
    rows = [_shape(row, fields, (KEY, *shown)) for row in found[:limit]]
    return {"items": rows, "next": _after(found[limit - 1], order) if len(found) > limit else None}


@router.get(
    "/workspaces/{slug:slug}/customers/{key}",
    auth=asks(Right.SEE),
    response=answers(CustomerShape),
    summary="A customer",
)
def customer(request: HttpRequest, slug: Slug, key: str) -> Any:
    """All that is known of one customer; a token of somebody who may not see persons is refused."""
    asking = _for_rows(request)
    with opened(asking) as (_, desk):
        found, fields = known_of(desk, key), fields_for(desk, asking)
    if found is None:
        raise Http404("there is no such customer")
    seen(asking, key)
    return _shape(found, fields, tuple(fields))


@router.post(
    "/workspaces/{slug:slug}/segments/count",
    auth=asks(Right.SEE),
    response=answers(Counted, 409, 410),
    summary="Count a rule",
)
def count(request: HttpRequest, slug: Slug, text: RuleText) -> Any:
    """How many customers a rule holds, and what they bring.

    Who may not see persons is told how many alone, of groups put together of parts that are large, and asks
    some different questions of a snapshot: one too many is a 429. An equal question costs nothing.
    """
    asking = asking_in(request)
    with opened(asking) as (_, desk):
        rule = rule_of(text.rule) if text.rule is not None else EVERYBODY
        desk.check(rule, persons=asking.may(Right.PERSONS))
        held = leaves(asking)
        if held:
            _spend(asking, desk, rule)
            everybody, counted = count_to_leave(desk, asking.workspace.place.state, rule)
        else:
            everybody, (counted,) = count_rules(desk, (rule,))
        told = readings_of(desk, rule, counted, everybody)
        words = said(rule, desk.titles)
    shapes = {name: reading_shape(reading, desk.manifest) for name, reading in told.items()}
    return {"words": words, "exact": not held, "customers": counted.n, "readings": shapes}


def _for_rows(request: HttpRequest) -> Asking:
    asking = asking_in(request)
    if leaves(asking):
        raise PermissionDenied(
            "rows of single customers leave only with the right to see persons: count instead"
        )
    return asking


def _spend(asking: Asking, desk: Desk, rule: Rule) -> None:
    try:
        spend(asking, desk, rule)
    except SpentError as error:
        raise Refused(429, error.what, where=error.where, remedy=error.remedy) from error


def _json(text: str) -> Any:
    import json

    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(422, "this is no JSON", where="where") from error


def _columns(text: str, fields: dict[str, Field]) -> tuple[str, ...]:
    named = [name.strip() for name in text.split(",") if name.strip()]
    unknown = sorted(set(named) - set(fields))
    if unknown:
        raise Refused(422, f"there is no column {unknown[0]}", where="columns")
    return tuple(name for name in (named or fields) if name != KEY)


def _place(cursor: str) -> Place | None:
    found = read(cursor, list)
    if found is None:
        return None
    fits = len(found) == 2 and isinstance(found[1], str) and (found[0] is None or isinstance(found[0], str))
    if not fits:
        raise Refused(422, "this is no cursor", where="cursor", remedy="begin without one")
    return Place(found[0], found[1])


def _after(row: dict[str, Any], order: str) -> str:
    value = row[order]
    return written([None if value is None else str(value), str(row[KEY])])


def _shape(row: dict[str, Any], fields: dict[str, Field], names: tuple[str, ...]) -> dict[str, Any]:
    return {KEY: str(row[KEY])} | {n: row.get(n) for n in names if n in fields and n != KEY}
