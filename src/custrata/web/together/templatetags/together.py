"""Tags that any page may load: comments and their number, what can be made of a finding, the bell."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from custrata.delivery.figures import Prose
from custrata.project.showing.home.tiles import Tile
from custrata.project.showing.home.zones import Tally
from custrata.strategy.parts.part import Owner
from custrata.web.frame import signs
from custrata.web.frame.drawing import sparks
from custrata.web.together.addresses import link_of, mark_of
from custrata.web.together.home.bars import bar
from custrata.web.together.notices.telling import unread
from custrata.web.together.talking.threads import counts, threads_at
from custrata.web.together.tasks.making import BUTTONS, Kind, needed
from custrata.web.workspaces.asking import Asking

register = template.Library()

STORE = "comment_numbers"
"""Under this name a request keeps the numbers, so that a page asks once."""

MENUS = "made_menus"
"""Under this name a request counts the menus, so that each has an id of its own."""

LEAST_MONTHS = 3
"""Months from which on a line says more than its two ends."""

DEFAULT = "task experiment initiative"
"""What can be made of a finding where a page says nothing else."""


@register.inclusion_tag("together/thread.html", takes_context=True)
def comments(context: dict[str, Any], address: str) -> dict[str, Any]:
    """The threads on something, with the form to begin one.

    Args:
        context: Of the page.
        address: What they are about.
    """
    asking: Asking = context["asking"]
    threads = threads_at(asking.workspace, address, asking.user)
    return _handed(context) | {"address": address, "threads": threads, "error": "", "editing": 0, "under": 0}


@register.inclusion_tag("together/count.html", takes_context=True)
def comment_count(context: dict[str, Any], address: str) -> dict[str, Any]:
    """How many comments stand in open threads on something; one query a page, however often it is asked.

    Args:
        context: Of the page.
        address: What they are about.
    """
    asking: Asking = context["asking"]
    request = context["request"]
    if not hasattr(request, STORE):
        setattr(request, STORE, counts(asking.workspace))
    numbers: dict[str, int] = getattr(request, STORE)
    return _handed(context) | {"address": address, "number": numbers.get(address, 0)}


@register.inclusion_tag("together/make.html", takes_context=True)
def make(
    context: dict[str, Any], origin: str, title: str | Prose, kinds: str = DEFAULT, after: str = ""
) -> dict[str, Any]:
    """A button that makes a task of a finding, with a menu of what else can be made of it.

    What the person has no right to make is left out.

    Args:
        context: Of the page.
        origin: Address of the finding.
        title: What it says.
        kinds: What can be made, parted by spaces.
        after: Where to go back to without scripts; empty for the page of what was made.
    """
    asking: Asking = context["asking"]
    wanted = [kind for kind in map(Kind, kinds.split()) if asking.may(needed(kind))]
    words = title.text if isinstance(title, Prose) else title
    request = context["request"]
    number = getattr(request, MENUS, 0) + 1
    setattr(request, MENUS, number)
    return _handed(context) | {
        "menu": f"make-{number}-{mark_of(origin)}",
        "origin": origin,
        "title": words,
        "buttons": [(kind.value, BUTTONS[kind]) for kind in wanted],
        "after": after,
    }


@register.inclusion_tag("together/bell.html", takes_context=True)
def bell(context: dict[str, Any]) -> dict[str, Any]:
    """The bell in the bar, with how many notices are new.

    Args:
        context: Of the page.
    """
    asking: Asking = context["asking"]
    return _handed(context) | {"number": unread(asking.workspace, asking.user)}


@register.simple_tag
def spark(tile: Tile) -> SafeString:
    """The months of a tile as a line, where they are enough for one."""
    if len(tile.months) < LEAST_MONTHS:
        return SafeString("")
    return sparks.spark(tile.months, tile.level, sparks.IN_TILE, colour=2 if tile.gain is False else 1)


@register.simple_tag
def tally_bar(tally: Tally) -> SafeString:
    """Claims by state as a bar."""
    return bar(tally)


@register.simple_tag(takes_context=True)
def link(context: dict[str, Any], address: str) -> str:
    """The page on which an address stands."""
    return link_of(context["workspace"].slug, address)


@register.filter
def mark(address: str) -> str:
    """The id under which an address stands on its page."""
    return mark_of(address)


@register.filter
def initials(owner: Owner) -> str:
    """Two letters for the face of who answers."""
    return signs.initials(owner)


def _handed(context: dict[str, Any]) -> dict[str, Any]:
    """What parts need of the page that includes them."""
    return {name: context.get(name) for name in ("asking", "workspace", "rights", "request", "csrf_token")}
