"""What the manual says of a pitfall: the page is the docstring of its module, parted by its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module

from custrata.strategy.pitfalls.pitfall import Pitfall

_HEADED = re.compile(r"^(Avoid|Prefer|Why|Mend): (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Explained:
    """A page of the manual.

    Attributes:
        lead: The mistake in a sentence.
        parts: Heading and text: what to avoid, what to prefer, why, how to mend it.
        rest: What stands without a heading.
    """

    lead: str
    parts: tuple[tuple[str, str], ...]
    rest: tuple[str, ...] = ()


def explained(pitfall: Pitfall) -> Explained:
    """The page of the manual on a pitfall.

    Args:
        pitfall: Which.
    """
    return parted(import_module(pitfall.module).__doc__ or pitfall.title)


def parted(text: str) -> Explained:
    r"""A page parted by its headings.

    Args:
        text: Paragraphs with blank lines between.

    Example:
        >>> parted("A plan is too long.\n\nAvoid: years.").parts
        (('Avoid', 'years.'),)
    """
    lead, *others = (" ".join(piece.split()) for piece in text.strip().split("\n\n"))
    headed = [(found, piece) for piece in others if piece for found in [_HEADED.match(piece)]]
    parts = tuple((found.group(1), found.group(2)) for found, _ in headed if found)
    return Explained(lead, parts, tuple(piece for found, piece in headed if not found))
