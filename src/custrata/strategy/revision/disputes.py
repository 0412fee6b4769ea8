"""Conflicts of a merge in words: what stood there, what each side made of it."""

from __future__ import annotations

from typing import Any

from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.revision.compare import called, differences
from custrata.strategy.revision.merge import Conflict
from custrata.strategy.revision.wording import described, in_words, lines

GONE = "takes it out"
UNTOUCHED = "leaves it as it is"


def told(conflict: Conflict) -> tuple[str, str, str]:
    """A conflict in three lines: where and why, what mine says, what theirs says.

    Args:
        conflict: The conflict.

    Example:
        >>> told(Conflict("company", "A", "B", "C", "both changed it, in different ways"))
        ('company: both changed it, in different ways', 'mine: A → B', 'theirs: A → C')
    """
    part = conflict.mine if conflict.mine is not None else conflict.theirs
    name = called(part) if isinstance(part, Part) else ""
    place = f"{name} ({conflict.path})" if name else conflict.path or "the whole strategy"
    mine, theirs = (_side(conflict.base, side, name) for side in (conflict.mine, conflict.theirs))
    return f"{place}: {conflict.why}", f"mine: {mine}", f"theirs: {theirs}"


def as_json(conflict: Conflict) -> dict[str, str]:
    """A conflict as plain words, as ``custrata strategy merge --json`` prints it.

    Args:
        conflict: The conflict.
    """
    _, mine, theirs = told(conflict)
    return {
        "path": conflict.path,
        "why": conflict.why,
        "base": in_words(conflict.base),
        "mine": mine.removeprefix("mine: "),
        "theirs": theirs.removeprefix("theirs: "),
    }


def _side(base: Any, side: Any, name: str) -> str:
    """What a side made of it, as a difference where both are one part."""
    if side is None:
        return GONE
    if base is None:
        return described(side) if isinstance(side, Part) else in_words(side)
    sentence = isinstance(side, Claim | Proposal | Gap)
    if (
        isinstance(side, Part)
        and type(side) is type(base)
        and getattr(side, "id", "") == getattr(base, "id", "")
    ):
        told_apart = lines(differences(base, side, name or str(getattr(side, "id", ""))))
        return "; ".join(piece for line in told_apart for piece in line.told) or UNTOUCHED
    if sentence or isinstance(side, Part):
        return described(side)
    return f"{in_words(base)} → {in_words(side)}"
