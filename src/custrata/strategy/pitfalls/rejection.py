"""Which groups the document itself turns away or takes for the centre of its plans."""

from __future__ import annotations

import re

from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.papers.profile import Profile, ProfileTier
from custrata.strategy.pitfalls.agreement import meant, taken
from custrata.vocabulary import Intent

AROUND = frozenset(
    [
        "all",
        "customers",
        "do",
        "from",
        "group",
        "groups",
        "in",
        "never",
        "no",
        "not",
        "of",
        "sell",
        "serve",
        "the",
        "to",
        "we",
    ]
)
"""Words around a name that do not narrow it; any other word may, and then only a part is turned away."""


def group_by_id(document: Document, group_id: str) -> CustomerGroup | None:
    """The group of this id, or None."""
    return next((group for group in document.groups if group.id == group_id), None)


def agreed_intent(group: CustomerGroup | None) -> Intent | None:
    """The intent of a group once somebody has taken it, else None."""
    if group is None or group.intent is None or not taken(group.intent):
        return None
    return group.intent.intent


def disqualifying(document: Document, group: CustomerGroup) -> Profile | None:
    """The profile that turns away a whole group by its name, or None.

    Example:
        >>> disqualifying(Document(schema_version=2, company="A"), CustomerGroup(id="g", name="Resellers"))
    """
    name = _bare(group.name)
    for profile in document.profiles:
        for sentence in profile.disqualified:
            if meant(sentence, profile) and name and _bare(sentence.text) == name:
                return profile
    return None


def _bare(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"\w+", text.casefold()) if word not in AROUND)


def primary_profile(document: Document, group: CustomerGroup) -> Profile | None:
    """The primary profile that covers a group, once somebody has taken it, or None."""
    return next(
        (
            profile
            for profile in document.profiles
            if profile.tier is ProfileTier.PRIMARY and group.id in profile.groups and taken(profile)
        ),
        None,
    )
