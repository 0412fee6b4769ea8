"""One field of a form: its label, its help, what it holds, what is wrong with it; and what was typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from custrata.web.strategies.editing.choices import Option


@dataclass(frozen=True)
class Field:
    """One field of a form.

    Attributes:
        path: Its name below the block.
        label: What people read.
        sort: How it is asked for: ``text``, ``long``, ``number``, ``day``, ``yes``, ``choice``, ``many``,
            ``lines``, ``owner``, ``part``, ``absent``, ``parts``, ``item`` or ``statement``.
        help: What it means.
        value: What stands in it.
        options: What may be chosen.
        listed: Name of the list of suggestions; empty for none.
        required: Whether it must be given.
        error: What is wrong with it.
        inner: The fields within.
        adds: What may be added here: kind and word.
        key: Name of an item within its list.
        kind: Kind of a statement.
        notes: What the placeholders of a sentence are.
        new: Whether it was added and is not saved yet.
    """

    path: str
    label: str
    sort: str
    help: str = ""
    value: Any = ""
    options: tuple[Option, ...] = ()
    listed: str = ""
    required: bool = False
    error: str = ""
    inner: tuple[Field, ...] = ()
    adds: tuple[Option, ...] = ()
    key: str = ""
    kind: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    new: str = ""

    def named(self, name: str) -> Field | None:
        """The field of this name within."""
        return next((f for f in self.inner if f.path.rsplit(".", 1)[-1] == name), None)

    @property
    def text(self) -> Field | None:
        """The sentence of a statement."""
        return self.named("text")

    @property
    def owner(self) -> Field | None:
        """Who answers for a statement."""
        return self.named("owner")

    @property
    def waits_for(self) -> Field | None:
        """What a gap waits for."""
        return self.named("waits_for")

    @property
    def figures(self) -> Field | None:
        """The numbers of a statement."""
        return self.named("figures")

    @property
    def wrong(self) -> bool:
        """Whether something is wrong with it or within it."""
        return bool(self.error) or any(f.wrong for f in self.inner)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Ticks of what no option names any more; they stay until somebody takes them off."""
        known = dict(self.options)
        return tuple(one for one in self.value if one not in known) if self.sort == "many" else ()

    @property
    def further(self) -> tuple[Field, ...]:
        """The fields that are seldom touched."""
        return tuple(f for f in self.inner if f not in (self.text, self.owner, self.waits_for, self.figures))


@dataclass(frozen=True)
class Typed:
    """What a person typed that is not saved yet.

    Attributes:
        raw: Texts of fields by path.
        errors: What is wrong, by path.
        new: Kinds of parts that were added, by path.
    """

    raw: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    new: Mapping[str, str] = field(default_factory=dict)


def keys_of(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """The names of plain items within their list, as paths name them."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for number, item in enumerate(items):
        known = (item.get(name) for name in ("id", "function", "name", "tier", "stage"))
        name = next((str(value) for value in known if value), str(number))
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return found
