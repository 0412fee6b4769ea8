"""Tags of reading pages: ways to edit a block and to see the customers of a group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template

from custrata.web.studies.links import customers_address, edit_address
from custrata.web.studies.sections import Section

register = template.Library()


@register.simple_tag(takes_context=True)
def edit_of(context: dict[str, Any], block: str) -> str:
    """Where a block is edited; empty for who may not edit."""
    rights: dict[str, bool] = context["rights"]
    return edit_address(context["workspace"].slug, block) if rights.get("edit") else ""


@register.simple_tag(takes_context=True)
def customers_of(context: dict[str, Any], segment: tuple[tuple[str, str], ...]) -> str:
    """The table of customers of a group."""
    return customers_address(context["workspace"].slug, segment)


@register.filter
def counted(rows: int) -> str:
    """How many rows, in words."""
    return "1 row" if rows == 1 else f"{rows:,} rows"


@register.simple_tag
def waiting(shown: Iterable[Section]) -> list[Section]:
    """The sections that have nothing to show; they stand last, folded.

    Args:
        shown: The sections of a page.
    """
    return [section for section in shown if section.waits_for]
