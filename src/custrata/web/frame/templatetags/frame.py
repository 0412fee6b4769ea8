"""Tags that every template may use: numbers, sentences, icons, evidence chips."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import template
from django.utils.safestring import SafeString

from custrata.delivery.deck.material import MONTHS
from custrata.delivery.deck.slides import Slide
from custrata.delivery.figures import Figure, Prose, how_sure
from custrata.keeping import Kept
from custrata.measures.kernel.measure import MADE_OF
from custrata.project.showing.scene import Scene
from custrata.strategy.document import Document
from custrata.strategy.revision.appointing import roles
from custrata.vocabulary import EvidenceState, Reading
from custrata.web.frame import signs
from custrata.web.frame.asked.specs import vega_address
from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.frame.numbers import Numbers

register = template.Library()

_owing: Kept[Document, int] = Kept(lambda document: sum(roles(document).values()), most=16)
_COLUMN = re.compile(r"\b([a-z_]+)\.([a-z_]+)\b")
_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")


@register.simple_tag(takes_context=True)
def number(context: dict[str, Any], shown: Figure | Reading) -> SafeString:
    """A number that opens what it is."""
    numbers: Numbers = context["numbers"]
    return numbers.figure(shown) if isinstance(shown, Figure) else numbers.reading(shown)


@register.simple_tag(takes_context=True)
def sentence(context: dict[str, Any], prose: Prose) -> SafeString:
    """A sentence whose numbers open what they are."""
    numbers: Numbers = context["numbers"]
    return numbers.sentence(prose)


@register.filter
def plainly(reason: str) -> str:
    """Why something is not known, for people who do not know the tables by their columns.

    Args:
        reason: As a measure says it.

    Example:
        >>> plainly("needs tickets.opened_at")
        'needs “opened at” of tickets'
    """
    return _COLUMN.sub(
        lambda at: MADE_OF.get(at[0], f"“{at[2].replace('_', ' ')}” of {at[1].replace('_', ' ')}"), reason
    )


@register.inclusion_tag("frame/owing.html", takes_context=True)
def owing(context: dict[str, Any]) -> dict[str, Any]:
    """How many places of the strategy wait for an owner, said once for all lists of a page."""
    scene: Scene | None = context["scene"]
    many = _owing(scene.document) if scene else 0
    return {"many": many, "workspace": context["workspace"], "rights": context["rights"]}


@register.filter
def surely(method: str) -> str:
    """How a number was made and how sure it is, in words.

    Args:
        method: As the reading says it.
    """
    return how_sure(method)


@register.filter
def days(text: str) -> str:
    """Days in a text as readers write them.

    Args:
        text: What the library says, whose days sort.

    Example:
        >>> days("lapses 2026-06-28")
        'lapses 28 Jun 2026'
    """
    return _DAY.sub(lambda at: f"{int(at[3])} {MONTHS[int(at[2]) - 1]} {at[1]}", text)


@register.simple_tag(takes_context=True)
def quarter(context: dict[str, Any], day: dt.date | None) -> str:
    """The fiscal quarter of a written day, in brackets; empty where the year is the calendar's.

    Args:
        context: Its scene knows when the year begins.
        day: The day.
    """
    scene = context.get("scene")
    return scene.snapshot.manifest.reckoning.beside(day) if scene is not None else ""


@register.filter
def spelled(key: str) -> str:
    """A key of the program in words.

    Example:
        >>> spelled("owner_link.used")
        'Owner link used'
    """
    return key.replace(".", " ").replace("_", " ").capitalize()


@register.simple_tag(takes_context=True)
def liked(context: dict[str, Any]) -> dict[str, Any]:
    """How the person likes it, on pages outside of workspaces too; nothing for strangers."""
    if "person" in context:
        return dict(context["person"])
    user = getattr(context.get("request"), "user", None)
    return dict(user.settings) if user is not None and user.is_authenticated else {}


@register.simple_tag
def vega() -> str:
    """Address of the bundle that draws charts for who points at them."""
    return vega_address()


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the drawn signs."""
    return signs.icon(name)


@register.simple_tag
def chip(state: EvidenceState | str, href: str = "", reason: str = "") -> SafeString:
    """The evidence chip."""
    return signs.chip(EvidenceState(state), href=href, reason=reason)


@register.simple_tag(takes_context=True)
def sheet(context: dict[str, Any], slide: Slide) -> SafeString:
    """A slide of the deck as a sheet of the page."""
    drawing: Drawing = context["drawing"]
    return drawing.sheet(slide)
