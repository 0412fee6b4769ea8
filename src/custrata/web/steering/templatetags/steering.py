"""Tags of steering: links to the editor of a part, names of measures, owners."""

from __future__ import annotations

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
from custrata.web.frame.exhibits import Drawing

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
