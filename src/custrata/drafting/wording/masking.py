"""Names out of the data leave the house as marks: a prompt carries no customer, no attribute, no person."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

_QUOTED = re.compile(r"“[^”]*”")
MARK = re.compile(r"⟦N\d+⟧")
"""What stands in place of a name."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with marks in place of names.

    Attributes:
        text: The text.
        names: What each mark stands for, quotation marks included.
    """

    text: str
    names: Mapping[str, str]

    def unmask(self, text: str) -> str:
        """A text with the names back in place of their marks."""
        return MARK.sub(lambda m: self.names.get(m.group(), m.group()), text)


def mask(text: str, names: Collection[str] = ()) -> Masked:
    """A text with every name in “ ” and every known name replaced by a mark, the same name by the same mark.

    Args:
        text: The text.
        names: Names out of the data, such as customers and values of attributes; in any case of letters.

    Example:
        >>> masked = mask("“Ada Ltd” and Bo bring {share}", ["Bo"])
        >>> masked.text, masked.unmask(masked.text)
        ('⟦N1⟧ and ⟦N2⟧ bring {share}', '“Ada Ltd” and Bo bring {share}')
    """
    marks: dict[str, str] = {}

    def marked(match: re.Match[str]) -> str:
        return marks.setdefault(match.group(), f"⟦N{len(marks) + 1}⟧")

    hidden = _QUOTED.sub(marked, text)
    if names:
        hidden = _known(frozenset(names)).sub(marked, hidden)
    return Masked(hidden, {mark: name for name, mark in marks.items()})


@lru_cache(maxsize=8)
def _known(names: frozenset[str]) -> re.Pattern[str]:
    """Any of the names as a word of its own, the longest first, outside placeholders and marks."""
    longest = sorted((re.escape(n) for n in names if n.strip()), key=lambda n: (-len(n), n))
    return re.compile(rf"(?<![\w{{⟦|])(?:{'|'.join(longest) or '(?!)'})(?![\w}}⟧|])", re.IGNORECASE)


def marks(text: str) -> tuple[str, ...]:
    """The marks in a text, in its order."""
    return tuple(MARK.findall(text))
