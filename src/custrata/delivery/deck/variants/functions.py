"""The functions of a company as a strategy names them, and what belongs to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from custrata.errors import DeliveryError
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner, walk

_WORD = re.compile(r"\w+")
_TITLES = frozenset({"head", "of", "chief", "officer", "director", "lead", "team", "the", "manager", "vp"})


@dataclass(frozen=True, slots=True)
class Function:
    """One function.

    Attributes:
        name: What it was called when it was asked for.
        words: The words that tell it from others.
        people: Names of people who stand for it.
    """

    name: str
    words: frozenset[str]
    people: frozenset[str]

    def is_called(self, text: str) -> bool:
        """Whether a role, a function or a team of this name is meant.

        Example:
            >>> Function("sales", frozenset({"sales"}), frozenset()).is_called("Head of Sales")
            True
        """
        return bool(text) and (telling(text) == self.words or text in self.people)

    def owns(self, owner: Owner) -> bool:
        """Whether this function or one of its people answers."""
        return self.is_called(owner.role) or self.is_called(owner.name)

    def among(self, texts: Iterable[str]) -> bool:
        """Whether any of these names means it."""
        return any(self.is_called(text) for text in texts)


def telling(text: str) -> frozenset[str]:
    """The words of a role that say which function it belongs to; titles are left out."""
    words = frozenset(_WORD.findall(text.casefold()))
    return words - _TITLES or words


def function_of(document: Document, name: str) -> Function:
    """The function of this name.

    Args:
        document: The strategy.
        name: Such as ``sales`` or ``head of sales``.

    Raises:
        DeliveryError: No name is given, or nothing in the strategy is called so.
    """
    known = named(document)
    wanted = telling(name)
    if not name.strip() or not any(telling(one) == wanted for one in known):
        raise DeliveryError(
            f"no part of the strategy names a team called {name!r}" if name.strip() else "no team is named",
            where="team",
            remedy=f"choose one of: {', '.join(known)}" if known else "give the parts of the strategy owners",
        )
    shown = " ".join(w for w in name.split() if w.casefold() not in _TITLES) or name.strip()
    people = {s.name for s in document.sign_offs if s.name and telling(s.function) == wanted}
    people |= {o.name for o in _owners(document) if o.name and o.role and telling(o.role) == wanted}
    return Function(shown, wanted, frozenset(people))


def named(document: Document) -> tuple[str, ...]:
    """Every function that the strategy names, each once, in the order of the document."""
    found: dict[frozenset[str], str] = {}
    for text in _texts(document):
        if text:
            found.setdefault(telling(text), text)
    return tuple(sorted(found.values(), key=str.casefold))


def _texts(document: Document) -> Iterable[str]:
    yield from (s.function for s in document.sign_offs)
    yield from (o.role for o in _owners(document))
    for one in document.raci:
        yield from (*one.responsible, *one.consulted, *one.informed)
    for link in document.interlocks:
        yield from (link.gives, link.takes)
    yield from (r.team for r in document.resources)
    yield from (o.team for o in document.objectives)
    for outcome in document.outcomes:
        yield from (plan.function for plan in outcome.plans)


def _owners(document: Document) -> tuple[Owner, ...]:
    return tuple(part for _, part in walk(document) if isinstance(part, Owner))
