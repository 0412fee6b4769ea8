"""The page of one customer."""

from __future__ import annotations

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from custrata.delivery.figures import stated
from custrata.project.live import customer as live
from custrata.project.live.desk import Desk
from custrata.project.showing.customer.next_steps import groups_of, next_steps
from custrata.project.showing.customer.way import way
from custrata.project.showing.scene import Scene
from custrata.web.customers.cells import TIERS
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.person import picture, telling, worth
from custrata.web.customers.person.seeing import seen
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole

EVENTS = 12
_ADDRESS = re.compile(r"[\w:.@\[\] -]{1,180}")
"""Ids that can stand in an address of a comment."""


@never_cache
@require_GET
@needs(Right.SEE)
def person(request: HttpRequest, asking: Asking, customer: str) -> HttpResponse:
    """What a customer is worth, what happened, how it stands, and what to do next."""
    with opened(asking) as (scene, desk):
        row = _row(desk, customer)
        persons = asking.may(Right.PERSONS)
        context = _known(asking, scene, desk, customer, row)
        if request.GET.get("events"):
            context["events"] = _events(request, asking, desk, customer)
        called = str(row.get("name") or customer) if persons else customer
        if persons:
            seen(asking, customer)
        page = Page(
            "customers",
            called,
            finding=worth.finding(desk, row, called if called != customer else f"Customer {customer}"),
            kicker=_kicker(row, customer, called),
            crumbs=(("Customers", reverse("customers", args=[asking.workspace.slug])),),
        )
        return show(request, asking, "customers/person.html", page, scene=scene, **context)


def _known(asking: Asking, scene: Scene, desk: Desk, customer: str, row: dict[str, Any]) -> dict[str, Any]:
    """All that the page shows of a customer but what happened; its people only for who may see persons."""
    fields, standing = fields_for(desk, asking), live.tiers(desk)
    persons, people = asking.may(Right.PERSONS), live.people(desk, customer)
    tier = str(row.get("tier") or "")
    return {
        "customer": customer,
        "row": row,
        "tier": (tier.capitalize(), TIERS.get(tier, "")) if tier else None,
        "tiles": worth.tiles(desk, row, standing),
        "stops": way(row, desk.manifest.as_of),
        "span": _span(desk, row, standing),
        "reasons": worth.reasons(desk, row, standing),
        "moved": telling.moved(desk, live.move(desk, customer)),
        "marks": telling.marks(fields, row),
        "facts": telling.facts(fields, row),
        "steps": next_steps(scene.document, row),
        "groups": groups_of(scene.document, row),
        "people": people if persons else [],
        "hidden": 0 if persons else len(people),
        "address": f"customer:{customer}" if _ADDRESS.fullmatch(customer) else "",
    }


@never_cache
@require_GET
@needs(Right.SEE)
def timeline(request: HttpRequest, asking: Asking, customer: str) -> HttpResponse:
    """What happened with a customer: the part of its page that is read after the rest."""
    with opened(asking) as (_, desk):
        _row(desk, customer)
        events = _events(request, asking, desk, customer)
    return render(
        request,
        "customers/events.html",
        {"events": events, "workspace": asking.workspace, "customer": customer},
    )


def _row(desk: Desk, customer: str) -> dict[str, Any]:
    row = live.customer(desk, customer)
    if row is None:
        raise Http404("there is no such customer")
    return row


def _events(request: HttpRequest, asking: Asking, desk: Desk, customer: str) -> dict[str, Any]:
    there = live.kinds_there(desk)
    kind = request.GET.get("kind", "")
    kinds = (kind,) if kind in there else ()
    skip = min(whole(request.GET.get("from", "")) or 0, 100_000)
    found, total = live.events(desk, customer, kinds=kinds, rows=EVENTS, skip=skip)
    persons, currency = asking.may(Right.PERSONS), desk.manifest.currency
    return {
        "list": [(event, *telling.told(event, currency, persons=persons)) for event in found],
        "total": total,
        "first": skip + 1,
        "last": skip + len(found),
        "next": skip + EVENTS if skip + len(found) < total else 0,
        "back": max(skip - EVENTS, 0) if skip else None,
        "kind": kind if kinds else "",
        "kinds": there,
    }


def _span(desk: Desk, row: dict[str, Any], standing: tuple[live.Tier, ...]) -> Any:
    reading = worth.reading_of(desk, row, "lifetime_value")
    if reading is None or reading.value is None or reading.low is None or reading.high is None:
        return None
    tier = next((one for one in standing if one.tier == row.get("tier")), None)
    middle = tier.worth if tier else None

    def words(value: float) -> str:
        return stated(value, reading.unit, "lifetime value").text

    return picture.drawn(
        picture.Span(
            reading.low,
            reading.value,
            reading.high,
            (words(reading.low), words(reading.value), words(reading.high)),
            middle,
            words(middle) if middle is not None else "",
        )
    )


def _kicker(row: dict[str, Any], customer: str, called: str) -> tuple[str, ...]:
    since = row.get("first_contract_on") or row.get("first_order_on") or row.get("first_seen_on")
    pieces = (
        str(row["tier"]).capitalize() if row.get("tier") else "",
        str(row.get("industry") or row.get("kind") or "").capitalize(),
        f"Customer since {since:%b %Y}" if since else "",
        customer if called != customer else "",
    )
    return tuple(piece for piece in pieces if piece)
