"""Tags of steering: links to the editor of a part, names of measures, owners."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from custrata.delivery.deck.material import plain, title_case
from custrata.delivery.deck.slides import Exhibit
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.parts.part import Owner
from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.strategies.conflicts.showing import named_block

register = template.Library()


@register.simple_tag
def part_link(slug: str, path: str, label: str = "") -> SafeString:
    """A link to the editor of a part; the label alone as long as there is no editor.

    Args:
        slug: The workspace's part of the address.
        path: Path of the part, such as ``goals[keep]``.
        label: What is read; empty for the path.
    """
    try:
        href = reverse("part", args=[slug, path])
    except NoReverseMatch:
        return format_html("{}", label or path)
    return format_html('<a href="{}">{}</a>', href, label or path)


@register.filter
def measure(name: str) -> str:
    """The title of a measure; its name as words where the catalogue has none."""
    found = CATALOGUE.get(name)
    return found.title if found else plain(name)


@register.filter
def spot(path: str) -> str:
    """A place in the strategy as people call it.

    Args:
        path: Such as ``groups[group-tier-gold].proposition``; empty for the whole strategy.

    Example:
        >>> spot("canvas.purpose.purpose.statements[G01]"), spot("groups[group-tier-gold].needs[G15]")
        ('Purpose, vision, mission, values: G01', 'Group tier gold: needs, G15')
    """
    if not path:
        return "The whole strategy"
    steps = path.split(".")
    begins = 3 if steps[0] == "canvas" else 1
    named = named_block(".".join(steps[:begins]))
    first, _, rest = named.partition(" ")
    named = f"{first} {rest.removeprefix(f'{first.lower()}-').replace('-', ' ').replace('_', ' ')}".strip()
    inner = [
        step.removeprefix("statements[").replace("[", ", ").removesuffix("]").replace("_", " ")
        for step in steps[begins:]
    ]
    return f"{named}: {', '.join(inner)}" if inner else named


_SPOT = re.compile(r"[a-z_]+\[[\w-]+\](?:\.[a-z_]+)*|[a-z]+(?:-[\w]+)+(?:\.[a-z_]+)+|[a-z]+_[a-z_]+")


@register.filter
def spots(line: str) -> str:
    """A line of places in the strategy as people call them.

    Example:
        >>> spots("groups[group-tier-gold]; stage-at-risk.owner and 7 more")
        'Group tier gold; Stage at risk: owner and 7 more'
    """
    return _SPOT.sub(lambda found: _called(found[0]), line)


def _called(path: str) -> str:
    if "[" in path:
        return spot(path)
    first, *inner = path.replace("_", " ").split(".")
    named = first.replace("-", " ")
    return f"{named.capitalize()}: {', '.join(inner)}" if inner else named


@register.filter
def at(known: Mapping[str, Any], key: str) -> Any:
    """What a mapping holds under a key; None where it holds nothing."""
    return known.get(key)


@register.filter
def in_words(name: str) -> str:
    """An id as words, such as ``time_to_results`` as Time to results."""
    return title_case(plain(name))


@register.simple_tag(takes_context=True)
def exhibit(context: dict[str, Any], shown: Exhibit, words: str) -> SafeString:
    """One exhibit of a sheet, without the sheet's head."""
    drawing: Drawing = context["drawing"]
    return drawing.exhibit(shown, words)


@register.simple_tag
def owner(who: Owner) -> SafeString:
    """Who answers for something; nobody is a finding, and is shown as one."""
    if who.name:
        return format_html('<span class="owner">{}</span>', who.name)
    if who.role:
        return format_html(
            '<span class="owner none"><span class="face" aria-hidden="true">?</span>{}, suggested</span>',
            who.role,
        )
    return format_html(
        '<span class="owner none"><span class="face" aria-hidden="true">?</span>{}</span>', "nobody yet"
    )
