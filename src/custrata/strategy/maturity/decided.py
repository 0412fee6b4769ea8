"""What of a document somebody stands behind: a proposal that nobody has signed shows no maturity."""

from __future__ import annotations

from typing import Any, TypeVar

from custrata.strategy.document import Document
from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.revision.content import SignState, signatures

AnyPart = TypeVar("AnyPart", bound=Part)


def decided(document: Document) -> Document:
    """The document without what is only proposed.

    Args:
        document: The strategy.

    Returns:
        The document as it is where a function has signed what it says now; else without the proposals and
        intents that nobody has signed, as far as their places may stand empty.
    """
    if any(signature.state is SignState.SIGNED for signature in signatures(document)):
        return document
    return _without(document)


def _without(part: AnyPart) -> AnyPart:
    kept = {name: _kept(getattr(part, name)) for name in type(part).model_fields}
    empty = {
        name: None
        for name, value in kept.items()
        if _only_proposed(value) and not type(part).model_fields[name].is_required()
    }
    changed = {name: value for name, value in (kept | empty).items() if value is not getattr(part, name)}
    return part.model_copy(update=changed) if changed else part


def _kept(value: Any) -> Any:
    if isinstance(value, Part):
        return _without(value)
    if isinstance(value, tuple) and any(isinstance(item, Part) for item in value):
        return tuple(_without(item) for item in value if not _only_proposed(item))
    return value


def _only_proposed(value: Any) -> bool:
    return isinstance(value, Proposal | GroupIntent) and value.signed_on is None
