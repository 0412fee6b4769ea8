"""What a function reads of a document, and results that are kept as long as that stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from types import MethodType
from typing import Any, TypeVar, cast

from custrata.strategy.document import Document

R = TypeVar("R")
Question = Callable[[Document], Any]

MOST_KEPT = 2
"""Results that are kept of one function: people look at the strategy as it stands, some at an earlier one."""

_OWN_WAY = frozenset({"claims", "statements", "claim"})
"""Questions to a document that it answers by asking itself."""


class Watched:
    """Stands in for a document, and notes what is read of it.

    Fields are noted with what they hold, questions with their answers. Whoever does anything else with it,
    such as copying or comparing it, has read all of it.

    Args:
        document: The document.
    """

    __slots__ = ("_asked", "_document", "_fields", "_views", "_wholly")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._fields: dict[str, Any] = {}
        self._asked: dict[Question, Any] = {}
        self._views: list[tuple[Question, Watched]] = []
        self._wholly = False

    @property  # type: ignore[misc]  # of what it stands for, and never set
    def __class__(self) -> type[Document]:  # type: ignore[override]  # it passes for one
        return Document

    def __getattr__(self, name: str) -> Any:
        if name in Document.model_fields:
            return self._fields.setdefault(name, getattr(self._document, name))
        if name in _OWN_WAY:
            return MethodType(getattr(Document, name), self)
        return getattr(self._all(), name)

    def __eq__(self, other: object) -> bool:
        return self._all() == other

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def ask(self, question: Callable[[Document], R]) -> R:
        """What a question finds in the document; question and answer are noted."""
        if question not in self._asked:
            self._asked[question] = question(self._document)
        return cast(R, self._asked[question])

    def view(self, change: Callable[[Document], Document]) -> Document:
        """What a change makes of the document, watched as well."""
        seen = Watched(change(self._document))
        self._views.append((change, seen))
        return cast(Document, seen)

    def _all(self) -> Document:
        self._wholly = True
        return self._document

    def read(self) -> Read:
        """What was read until now."""
        # Whoever has read all of it needs the same document again; no other has the same number.
        wholly = self._document if self._wholly else None
        views = tuple((change, seen.read()) for change, seen in self._views)
        return Read(tuple(self._fields.items()), tuple(self._asked.items()), views, wholly)


@dataclass(frozen=True, slots=True)
class Read:
    """What a function has read of a document.

    Attributes:
        fields: Names of fields, with what they held.
        asked: Questions, with their answers.
        views: Changes of it that were looked at, with what was read of each.
        wholly: The document, where all of it was read.
    """

    fields: tuple[tuple[str, Any], ...]
    asked: tuple[tuple[Question, Any], ...]
    views: tuple[tuple[Question, Read], ...] = ()
    wholly: Document | None = None

    def stands(self, document: Document) -> bool:
        """Whether the function would read the same of a document.

        Args:
            document: The document, such as a later revision.
        """
        if self.wholly is not None and self.wholly is not document:
            return False
        return (
            all(_same(getattr(document, name), value) for name, value in self.fields)
            and all(_same(question(document), answer) for question, answer in self.asked)
            and all(read.stands(change(document)) for change, read in self.views)
        )


_Entry = tuple[Read, tuple[Any, ...], Any]


class Remembered:
    """Results of functions of a document, taken over by each later revision in which they read the same.

    A revision shares with the one before the blocks that were not edited, so that nearly all comparisons are
    of a thing with itself.

    Example:
        >>> remembered, made = Remembered(), []
        >>> def months(document):
        ...     made.append(document.company)
        ...     return document.horizon.months
        >>> one = Document(schema_version=2, company="A")
        >>> for two in (one, one.model_copy(update={"currency": "EUR"})):
        ...     print(remembered("months", two, months), made)
        12 ['A']
        12 ['A']
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, list[_Entry]] = {}
        self._lock = Lock()

    def __call__(self, key: Hashable, document: Document, make: Callable[[Document], R], *beside: Any) -> R:
        """What a function makes of a document.

        Args:
            key: Which function; the same key always means the same one.
            document: The document.
            make: The function. It looks at the document, at what is beside and at what never changes; it does
                not hand the document out in what it gives.
            beside: What else it is given that may differ from one call to the next.
        """
        with self._lock:
            known = tuple(self._kept.get(key, ()))
        for read, with_, result in reversed(known):
            if len(with_) == len(beside) and all(map(_same, with_, beside)) and read.stands(document):
                return cast(R, result)
        watched = Watched(document)
        made = make(cast(Document, watched))
        self._keep(key, (watched.read(), beside, made))
        return made

    def _keep(self, key: Hashable, entry: _Entry) -> None:
        with self._lock:
            kept = self._kept.get(key, [])
            self._kept[key] = [*kept[1 - MOST_KEPT :], entry]


def _same(one: Any, other: Any) -> bool:
    return one is other or bool(one == other)
