"""A strategy without persons: names give way to roles, names and addresses in texts are left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from custrata.strategy.document import Document, SignOff
from custrata.strategy.lint.texts import LEFT_OUT
from custrata.strategy.parts.part import Owner, Part, walk
from custrata.strategy.parts.running.review import Review
from custrata.strategy.revision.rebuilding import rebuilt

SOMEBODY = "a named person"
"""Who stands for something where only a name says it."""

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.,-])(?:\+|00)\d(?:[ ()/.-]*\d){6,14}\b|(?<![\w.,-])0\d{1,5}[ /-]\d(?:[ /-]?\d){4,10}\b"
)
_WORD = re.compile(r"\w[\w'’.-]*\w|\w")
_LONGEST = 5
"""Words of the longest name that is looked for."""

_SHORTEST = 3
"""Letters from which a part of a name may stand for the whole."""

ADDRESSES = frozenset(
    {"id", "code", "on", "place", "measure", "metric", "snapshot", "content", "schema_version", "currency"}
    | {"goal", "initiative", "assumption", "outcome", "group", "claim", "kind", "topic", "name", "dimension"}
)
"""Fields that hold addresses and marks; a name of a figure is one too, that of a group is looked through."""


@dataclass(frozen=True)
class Mask:
    """What is left out of texts.

    Attributes:
        names: Names of persons as they are written.
        parts: Single words of such names that stand for the person.
    """

    names: Collection[str] = ()
    parts: Collection[str] = ()
    _marked: str = field(default=LEFT_OUT.strip())

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(_folded(name) for name in self.names if name.strip())

    def text(self, said: str) -> str:
        """A text without persons.

        Args:
            said: The text.

        Example:
            >>> Mask(("Ada Lovelace",)).text("Ada Lovelace (ada@example.org, +44 20 7946 0000) saw 913 rows")
            '… (…, …) saw 913 rows'
        """
        bare = _PHONE.sub(self._marked, _ADDRESS.sub(self._marked, said))
        if not self._known and not self.parts:
            return bare
        return self._without_names(bare)

    def _without_names(self, said: str) -> str:
        words = list(_WORD.finditer(said))
        pieces, at, done = [], 0, 0
        while at < len(words):
            many = self._named_at(said, words, at)
            if many:
                pieces += [said[done : words[at].start()], self._marked]
                done = words[at + many - 1].end()
            at += many or 1
        return "".join((*pieces, said[done:]))

    def _named_at(self, said: str, words: list[re.Match[str]], at: int) -> int:
        """How many words from here are a person's name."""
        for many in range(min(_LONGEST, len(words) - at), 0, -1):
            span = said[words[at].start() : words[at + many - 1].end()]
            if _folded(span) in self._known or (many == 1 and span.removesuffix("'s") in self.parts):
                return many
        return 0


def persons_in(document: Document) -> frozenset[str]:
    """Names of persons that a strategy states: owners, who signed, who was at reviews."""
    functions = {sign.function for sign in document.sign_offs}
    found: set[str] = set()
    for _, part in walk(document):
        match part:
            case Owner() | SignOff():
                found.add(part.name)
            case Review():
                found |= set(part.present) - functions
    return frozenset(name for name in found if name.strip())


def parts_of_names(names: Collection[str], document: Document) -> frozenset[str]:
    """Words of names that stand for their person: capital letters, and no word that texts use otherwise.

    Args:
        names: Names of the company's own people.
        document: Where texts stand.
    """
    used = {word.group() for text in _texts(document) for word in _WORD.finditer(text)}
    words = {word.group() for name in names for word in _WORD.finditer(name)}
    return frozenset(
        w
        for w in words
        if len(w) >= _SHORTEST and w[0].isupper() and w.lower() not in used and not w.isupper()
    )


def without_persons(
    document: Document, names: Collection[str] = (), people: Collection[str] = ()
) -> Document:
    """The document as strangers may see it.

    Args:
        document: The strategy.
        names: Names of customers to leave out too.
        people: Names of the company's own people, beside those that the strategy states.
    """
    said = _texts(document)
    stated = persons_in(document) | {name for name in people if name.strip()}
    own = frozenset(name for name in stated if not _ordinary(name, said))
    mask = Mask((*own, *(name for name in names if " " in name.strip())), parts_of_names(own, document))
    change = _changing(mask, {sign.function for sign in document.sign_offs})
    return change(rebuilt(document, change))  # type: ignore[return-value]  # a part of the same kind comes back


def _changing(mask: Mask, functions: Collection[str]) -> Callable[[Part], Part]:
    def changed(part: Part) -> Part:
        if isinstance(part, Owner):
            role = mask.text(part.role)
            return Owner(role=role, name=(role or SOMEBODY) if part.name else "")
        if isinstance(part, SignOff):
            update: dict[str, Any] = {"name": part.function if part.name else ""}
            return part.model_copy(update=update | {"declined_because": mask.text(part.declined_because)})
        if isinstance(part, Review):
            present = tuple(one for one in part.present if one in functions)
            part = part.model_copy(update={"present": present})
        return _scrubbed(part, mask)

    return changed


def _scrubbed(part: Part, mask: Mask) -> Part:
    fields = {name: getattr(part, name) for name in type(part).model_fields if not _address(part, name)}
    changed = {name: _text_of(value, mask) for name, value in fields.items()}
    update = {name: value for name, value in changed.items() if value != fields[name]}
    return part.model_copy(update=update) if update else part


def _address(part: Part, name: str) -> bool:
    """Whether a field is no text; ids say that a part has a name of its own, which is a text."""
    return name in ADDRESSES and not (name == "name" and hasattr(part, "id"))


def _text_of(value: Any, mask: Mask) -> Any:
    if type(value) is str:
        return mask.text(value)
    if isinstance(value, tuple):
        return tuple(mask.text(item) if type(item) is str else item for item in value)
    return value


def _texts(document: Document) -> list[str]:
    return [
        value
        for _, part in walk(document)
        if not isinstance(part, Owner | SignOff)
        for name in type(part).model_fields
        if type(value := getattr(part, name)) is str
    ]


def _ordinary(name: str, said: list[str]) -> bool:
    """Whether a name is words that texts use in small letters, such as a role typed as a name."""
    small = re.compile(rf"(?<!\w){re.escape(' '.join(name.lower().split()))}(?!\w)")
    return any(small.search(text) for text in said)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
