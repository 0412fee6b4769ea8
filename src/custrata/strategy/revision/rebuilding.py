"""The same document with some of its parts changed, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from custrata.strategy.parts.part import Part

P = TypeVar("P", bound=Part)


def rebuilt(part: P, change: Callable[[Part], Part]) -> P:
    """A part in which every part, the innermost first, is what a change makes of it.

    Args:
        part: Where to begin; itself it stays as it is.
        change: Gives the part as it shall be; the same one where nothing changes.

    Example:
        >>> from custrata.strategy.parts.goal import Owner
        >>> from custrata.strategy.document import Document
        >>> named = lambda p: p.model_copy(update={"name": "A. Person"}) if isinstance(p, Owner) else p
        >>> rebuilt(Document(schema_version=2, company="A"), named).sponsor.name
        'A. Person'
    """
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    changed = {name: _value(value, change) for name, value in fields.items()}
    update = {name: value for name, value in changed.items() if value is not fields[name]}
    return part.model_copy(update=update) if update else part


def _value(value: Any, change: Callable[[Part], Part]) -> Any:
    if isinstance(value, Part):
        return change(rebuilt(value, change))
    if isinstance(value, tuple):
        items = tuple(_value(item, change) for item in value)
        same = all(now is was for now, was in zip(items, value, strict=True))
        return value if same else items
    return value
