"""The way of a customer through the stages: where it stands, what is known of before, what is to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from custrata.vocabulary import Stage

_USUAL = (Stage.ACQUISITION, Stage.ONBOARDING, Stage.ADOPTION, Stage.EXPANSION, Stage.ADVOCACY)
_TURNS = (Stage.AT_RISK, Stage.LAPSED, Stage.WON_BACK)


@dataclass(frozen=True)
class Stop:
    """A stage on the way.

    Attributes:
        stage: Its name.
        place: ``past``, ``now`` or ``to come``.
        beneath: What is known of it.
    """

    stage: str
    place: str
    beneath: str


def way(row: Mapping[str, Any], as_of: dt.date) -> list[Stop]:
    """The stages of a customer in their order.

    Args:
        row: The customer.
        as_of: Last day of the data.
    """
    stage = row.get("stage")
    if stage is None:
        return []
    now = Stage(stage)
    turns = (now,) if now in _TURNS else ()
    order = [*_USUAL[:3], *turns, *_USUAL[3:]] if turns else list(_USUAL)
    here = order.index(now) if now in order else 0
    began = row.get("first_contract_on") or row.get("first_order_on")
    stops = []
    for at, one in enumerate(order):
        if at == here:
            stops.append(Stop(one.value.capitalize(), "now", _since(row.get("stage_since"), as_of)))
        elif one is Stage.ACQUISITION and began is not None:
            stops.append(Stop(one.value.capitalize(), "past", f"{began:%-d %b %Y}"))
        else:
            before = "day not recorded" if at < here else ""
            stops.append(Stop(one.value.capitalize(), "past" if at < here else "to come", before))
    return stops


def _since(day: dt.date | None, as_of: dt.date) -> str:
    if day is None:
        return "since a day not recorded"
    days = (as_of - day).days
    return f"since {day:%-d %b %Y} · {days:,} day{'' if days == 1 else 's'}"
