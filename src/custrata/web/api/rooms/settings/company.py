"""What a workspace is set to: read, and changed over what was read."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from custrata.project.place import settings_of
from custrata.settings import ServingRates
from custrata.web.api.gate import asks, fresh
from custrata.web.api.marks import mark_of, marked, needed, unchanged
from custrata.web.api.rooms.answering import CHANGING, Sent, Slug, Words, answers, asking_in
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.configuring import display, saving
from custrata.web.workspaces.configuring.fields import DRIVERS, TIERS
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right

router = Router(tags=["settings"])

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Money = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]


class RangeShape(Sent):
    """A figure that is not known exactly."""

    low: Money
    likely: Money
    high: Money


class SharesShape(Sent):
    """Sizes of the tiers as shares of all customers, together 1."""

    platinum: Share
    gold: Share
    silver: Share
    bronze: Share


class ServingShape(Sent):
    """What serving costs, in the base currency, where no table says it; null is not costed."""

    support_minute: RangeShape | None = None
    onboarding: RangeShape | None = None
    order: RangeShape | None = None
    return_handling: RangeShape | None = None
    capital: RangeShape | None = None


class SettingsShape(Schema):
    """What a build computes with, and how the workspace is called and shown."""

    name: str
    timezone: str
    company: str | None
    currency: str | None
    fiscal_year_start: int
    week_start: str
    as_of: dt.date | None
    dimensions: list[str]
    tier_shares: SharesShape
    serving: ServingShape
    second_factor: bool


class SettingsText(Sent):
    """What is to be otherwise; what is left out stays, null takes what the data say, or the default."""

    name: Words | None = None
    timezone: Words | None = None
    company: Words | None = None
    currency: Words | None = None
    fiscal_year_start: Annotated[int, Field(ge=1, le=12)] | None = None
    week_start: Words | None = None
    as_of: dt.date | None = None
    dimensions: list[Words] | None = None
    tier_shares: SharesShape | None = None
    serving: ServingShape | None = None


class SecondFactorText(Sent):
    """Whether nobody comes in without a second factor."""

    wanted: bool


@router.get(
    "/workspaces/{slug:slug}/settings",
    auth=asks(Right.SEE),
    response=answers(SettingsShape, 304),
    summary="Settings",
)
def settings(request: HttpRequest, response: HttpResponse, slug: Slug) -> Any:
    """What the workspace is set to."""
    shape = _shape(asking_in(request))
    marked(response, mark_of(shape))
    return unchanged(request, mark_of(shape)) or shape


@router.patch(
    "/workspaces/{slug:slug}/settings",
    auth=asks(Right.ADMIN),
    response=answers(SettingsShape, *CHANGING),
    summary="Change settings",
)
def change_settings(request: HttpRequest, response: HttpResponse, slug: Slug, text: SettingsText) -> Any:
    """Change settings over what was read; needs ``If-Match``. The next build computes with them."""
    asking = asking_in(request)
    with transaction.atomic():
        # Whoever saves at the same moment waits here, and finds another version then.
        held = Workspace.objects.select_for_update().get(pk=asking.workspace.pk)
        stands = _shape(asking, held)
        needed(request, mark_of(stands), theirs=stands)
        given = text.model_fields_set
        if given & {"name", "timezone"}:
            zone = {"timezone": text.timezone or display.FRESH["timezone"]} if "timezone" in given else {}
            shown = display.chosen(display.display_of(held.display) | zone)
            saving.save_display(asking, held.name if text.name is None else text.name, shown)
        if changes := _changes(text):
            saving.save_settings(asking, changes)
    shape = _shape(asking)
    marked(response, mark_of(shape))
    return shape


@router.put(
    "/workspaces/{slug:slug}/second-factor",
    auth=asks(Right.ADMIN, "people"),
    response=answers(SettingsShape),
    summary="Want a second factor of everybody",
)
def want_second_factor(request: HttpRequest, slug: Slug, text: SecondFactorText) -> Any:
    """Let people in only with a second factor, or without one as well."""
    asking = asking_in(request)
    fresh(request)
    saving.want_second_factor(asking, wanted=text.wanted)
    return _shape(asking)


def _changes(text: SettingsText) -> dict[str, Any]:
    """The settings that were sent, by the keys under which they stand."""
    given = text.model_fields_set
    plain = ("company", "currency", "fiscal_year_start", "week_start", "as_of", "dimensions")
    made: dict[str, Any] = {key: getattr(text, key) for key in plain if key in given}
    if "tier_shares" in given:
        shares = text.tier_shares.model_dump() if text.tier_shares else dict.fromkeys(TIERS)
        made |= {f"tier_shares.{tier}": share for tier, share in shares.items()}
    if "serving" in given:
        sent = text.serving or ServingShape()
        named = sent.model_fields_set if text.serving else set(DRIVERS)
        rates = sent.model_dump()
        made |= {f"serving.{driver}": rates[driver] for driver in DRIVERS if driver in named}
    return made


def _shape(asking: Asking, held: Workspace | None = None) -> dict[str, Any]:
    found = settings_of(asking.workspace.place)
    workspace = held or Workspace.objects.get(pk=asking.workspace.pk)
    plain = ("company", "currency", "fiscal_year_start", "week_start", "as_of")
    return {name: getattr(found, name) for name in plain} | {
        "name": workspace.name,
        "timezone": display.display_of(workspace.display)["timezone"],
        "dimensions": list(found.dimensions),
        "tier_shares": {tier: getattr(found.tier_shares, tier) for tier in TIERS},
        "serving": _serving(found.serving),
        "second_factor": workspace.second_factor,
    }


def _serving(rates: ServingRates) -> dict[str, dict[str, float] | None]:
    found = {driver: getattr(rates, driver) for driver in DRIVERS}
    return {driver: one.model_dump() if one is not None else None for driver, one in found.items()}
