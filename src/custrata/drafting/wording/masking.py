"""Names out of the data leave the house as marks: a prompt carries no customer, no attribute, no person."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from custrata.drafting.wording.lexicon import ordinary

_QUOTED = re.compile(r"“[^”]*”")
MARK = re.compile(r"⟦N\d+⟧")
"""What stands in place of a name."""

_HELD = re.compile(r"⟦N\d+⟧|\{[a-z][a-z0-9_]*|\}")
"""Marks, and the names of placeholders; the wording inside a placeholder is text like any other."""

_START, _END = re.compile(r"(?<!\w)(?=\w)|(?=[^\w\s])"), re.compile(r"(?<=\w)(?!\w)|(?<=[^\w\s])")
_LABEL = re.compile(r"\w: $")
_SHORT = 3
"""Letters from which a name is found in any case of letters; a shorter one as it is written alone."""


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

    A name that is an ordinary word, such as ``revenue``, is a name behind a label only (``Plan: Gold``):
    elsewhere every company's draft says it.

    Args:
        text: The text.
        names: Names out of the data, such as customers and values of attributes; in any case of letters.

    Example:
        >>> masked = mask("“Ada Ltd” and Bo Inc bring {share}", ["Bo Inc"])
        >>> masked.text, masked.unmask(masked.text)
        ('⟦N1⟧ and ⟦N2⟧ bring {share}', '“Ada Ltd” and Bo Inc bring {share}')
    """
    marks: dict[str, str] = {}

    def marked(name: str) -> str:
        return marks.setdefault(name, f"⟦N{len(marks) + 1}⟧")

    hidden = _QUOTED.sub(lambda m: marked(m.group()), text)
    if names:
        hidden = _outside(hidden, _known(frozenset(names)), marked)
    return Masked(hidden, {mark: name for name, mark in marks.items()})


@dataclass(frozen=True, slots=True)
class _Names:
    """Names to look for: in any case of letters, as they are written, and behind a label alone."""

    anyhow: frozenset[str]
    exactly: frozenset[str]
    labelled: frozenset[str]
    longest: int

    def hold(self, word: str, before: str) -> bool:
        """Whether a piece of text is a name, given what stands before it."""
        if word.lower() in self.anyhow or word in self.exactly:
            return True
        return word in self.labelled and _LABEL.search(before) is not None


@lru_cache(maxsize=8)
def _known(names: frozenset[str]) -> _Names:
    """The names by the way in which they are looked for; no pattern, since there may be very many."""
    said = {n for name in names if (n := name.strip())}
    usual = {n for n in said if ordinary(n)}
    short = {n for n in said - usual if len(n) < _SHORT}
    longer = frozenset(n.lower() for n in said - usual - short)
    return _Names(longer, frozenset(short), frozenset(usual), max(map(len, said), default=0))


def _outside(text: str, names: _Names, marked: Callable[[str], str]) -> str:
    """A text with its names marked, apart from marks and the names of placeholders."""
    pieces, end = list[str](), 0
    for held in _HELD.finditer(text):
        pieces += [_piece(text[end : held.start()], names, marked), held.group()]
        end = held.end()
    return "".join([*pieces, _piece(text[end:], names, marked)])


def _piece(text: str, names: _Names, marked: Callable[[str], str]) -> str:
    ends = [m.end() for m in _END.finditer(text)]
    done, at = list[str](), 0
    for start in (m.start() for m in _START.finditer(text)):
        if start < at:
            continue
        near = (e for e in reversed(ends) if start < e <= start + names.longest)
        found = next((e for e in near if names.hold(text[start:e], text[:start])), None)
        if found is not None:
            done += [text[at:start], marked(text[start:found])]
            at = found
    return "".join([*done, text[at:]])


def marks(text: str) -> tuple[str, ...]:
    """The marks in a text, in its order."""
    return tuple(MARK.findall(text))
