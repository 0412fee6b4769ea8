"""Whether a person stands behind what is written, or it is still a draft that nobody has taken."""

from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner, Part
from custrata.strategy.parts.statement import Claim, Gap, Proposal

LEADING = ("statement", "question", "hypothesis")
"""Fields whose sentence speaks for the part around it."""


def taken(part: Part | None) -> bool:
    """Whether a part has an owner with a name, or a signature, itself or in the sentence that leads it.

    Example:
        >>> taken(Proposal(id="P1", text="Call.", owner=Owner(role="head of service")))
        False
        >>> taken(Proposal(id="P1", text="Call.", owner=Owner(name="Head of service, North")))
        True
    """
    if part is None:
        return False
    owner = getattr(part, "owner", None)
    if isinstance(owner, Owner) and owner.assigned:
        return True
    if getattr(part, "signed_on", None) is not None:
        return True
    return any(
        isinstance(sentence, Proposal) and taken(sentence)
        for sentence in (getattr(part, field, None) for field in LEADING)
    )


def said(sentence: Claim | Proposal | Gap | None) -> bool:
    """Whether a sentence is there and says something, which a gap does not."""
    return sentence is not None and not isinstance(sentence, Gap)


def meant(sentence: Claim | Proposal | Gap | None, part: Part | None = None) -> bool:
    """Whether a sentence is a claim, or a proposal that somebody has taken, itself or with its part."""
    if isinstance(sentence, Claim):
        return True
    return isinstance(sentence, Proposal) and (taken(sentence) or taken(part))


def in_force(document: Document) -> bool:
    """Whether somebody has taken a goal, an initiative or an intent: before that nothing has been chosen."""
    chosen: tuple[Part | None, ...] = (
        *document.goals,
        *document.initiatives,
        *(group.intent for group in document.groups),
    )
    return any(taken(part) for part in chosen)
