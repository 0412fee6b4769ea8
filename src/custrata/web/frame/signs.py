"""Small signs of a page: drawn icons, and the chip that says how a claim stands."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from custrata.delivery import tokens
from custrata.vocabulary import EvidenceState


def chip(state: EvidenceState, *, href: str = "", reason: str = "") -> SafeString:
    """The evidence chip: shape, word, colour.

    Args:
        state: How the claim stands.
        href: Where it leads; empty for a chip that leads nowhere.
        reason: A word in place of the state's, such as ``Contradicts “coupons pay back”``.
    """
    role, word = tokens.STATE_ROLE[state], reason or tokens.STATES[state].word
    inner = format_html("{}{}", icon(role), word)
    if href:
        return format_html('<a class="ev {}" href="{}">{}</a>', role, href, inner)
    return format_html('<span class="ev {}">{}</span>', role, inner)


def icon(name: str) -> SafeString:
    """One of the drawn signs; the word beside it says what it means."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)
