"""Small signs of a page: drawn icons, the chip that says how a claim stands, two letters for a face."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from custrata.delivery import tokens
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import EvidenceState

_TITLES = frozenset({"head", "of", "the", "and", "chief", "director", "lead"})
"""Words of a role that do not tell one from another."""


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


def initials(owner: Owner) -> str:
    """Two letters for the face of who answers, by name, else by role; ``?`` for nobody.

    Args:
        owner: Who answers.

    Example:
        >>> initials(Owner(role="head of customer success")), initials(Owner())
        ('CS', '?')
    """
    words = (owner.name or owner.role).split()
    telling = [word for word in words if word.casefold() not in _TITLES] or words
    return "".join(word[0] for word in telling[:2]).upper() or "?"
