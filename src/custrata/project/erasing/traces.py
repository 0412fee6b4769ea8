"""By what a person is recognised: keys in columns of keys, and words that stand in texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

Kind = Literal["customer", "person", "email"]
"""What a column holds by which a row belongs to somebody."""

GONE = "..."
"""What stands where a person stood in a text; three plain points exist in every charset."""

_KEYED = re.compile(r"(?=.*\d)(?=.*[^\W\d_]).{5,}")
_WHOLE = re.compile(r"(\d+)\.0+")


class Matcher(Protocol):
    """Says which rows go, and what is left of a text."""

    def takes(self, kind: Kind, cell: str) -> bool:
        """Whether a row goes because of a cell."""
        ...

    def clean(self, text: str) -> str:
        """A text without the person."""
        ...


@dataclass(frozen=True)
class Traces:
    """One person, as their traces.

    Attributes:
        customers: Keys of customers that are the person.
        persons: Keys of the person among the people of customers.
        emails: Their addresses.
        phones: Their numbers, as written.
        names: Their names, as written.
    """

    customers: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def takes(self, kind: Kind, cell: str) -> bool:
        """Whether a row goes because of a cell."""
        return plain_key(cell) in self._by_kind[kind]

    def clean(self, text: str) -> str:
        """A text without the person."""
        return self._pattern.sub(GONE, text) if self._pattern else text

    def stand_in(self, text: str) -> bool:
        """Whether a text names the person."""
        return bool(self._pattern and self._pattern.search(text))

    def times(self, text: str) -> int:
        """How often a text names the person."""
        return len(self._pattern.findall(text)) if self._pattern else 0

    @property
    def words(self) -> tuple[str, ...]:
        """What is looked for in texts; short or common keys are not, as they would be found everywhere."""
        keys = {key for key in self.customers | self.persons if _KEYED.fullmatch(key)}
        names = {name for name in self.names if len(name.split()) > 1}
        phones = {phone for phone in self.phones if sum(c.isdigit() for c in phone) > 6}
        return tuple(sorted(keys | self.emails | names | phones, key=lambda word: (-len(word), word)))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.words:
            return None
        found = "|".join(re.escape(word) for word in self.words)
        return re.compile(rf"(?<![\w@])(?:{found})(?![\w@])", re.IGNORECASE)

    @cached_property
    def _by_kind(self) -> dict[str, frozenset[str]]:
        held = {"customer": self.customers, "person": self.persons, "email": self.emails}
        return {kind: frozenset(plain_key(key) for key in keys) for kind, keys in held.items()}


def plain_key(cell: str) -> str:
    """A key as it is compared: without blanks, in small letters, ``12.0`` as ``12``.

    Example:
        >>> plain_key(" ACC-7 "), plain_key("12.0")
        ('acc-7', '12')
    """
    text = cell.strip().casefold()
    whole = _WHOLE.fullmatch(text)
    return whole.group(1) if whole else text
