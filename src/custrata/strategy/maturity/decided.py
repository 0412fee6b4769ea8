"""What of a document somebody stands behind: a proposal that nobody has signed shows no maturity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from custrata.keeping import Kept
from custrata.strategy.document import Document
from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.part import MOST_BLOCKS, Owner, Part
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.revision.content import SignState, agreed_on, signatures
from custrata.strategy.revision.rebuilding import rebuilt

PRACTICES = frozenset(
    {"channel_charters", "decision_rights", "incentives", "insight_sources", "interlocks", "raci"}
    | {"resources", "revenue_targets", "service_standards", "teams"}
)
"""Lists of what people do: an entry in which no person is named is a draft's idea of it."""

AnyPart = TypeVar("AnyPart", bound=Part)


def decided(document: Document) -> Document:
    """The document without what is only proposed.

    Args:
        document: The strategy.

    Returns:
        The document as it is where a function has signed what it says now, with the day of the last signature
        at its proposals and intents once every function has; else without proposals and intents
        that nobody has signed, as far as their places may stand empty, without entries that rest on such a
        proposal and have no owner, and without practices in which no person is named.
    """
    return document.view(_decided)


def _made(document: Document) -> Document:
    day = agreed_on(document)
    if day is not None:
        return _dated(document, day)
    if any(signature.state is SignState.SIGNED for signature in signatures(document)):
        return document
    return _without(document)


# Each dimension of maturity asks for it, on page and sheet.
_decided: Kept[Document, Document] = Kept(_made, most=16)


def _dated(document: Document, day: dt.date) -> Document:
    """The document with its proposals and intents as agreed on a day, unless they carry their own."""

    def signed(part: Part) -> Part:
        open_ = isinstance(part, Proposal | GroupIntent) and part.signed_on is None
        return part.model_copy(update={"signed_on": day}) if open_ else part

    return rebuilt(document, signed)


def _without(part: AnyPart) -> AnyPart:
    # What is left of a block is the same in all revisions that hold it.
    inner = _of_block if part.whole else _without
    kept = {name: _kept(getattr(part, name), inner) for name in type(part).model_fields}
    kept |= {name: tuple(p for p in kept[name] if _owned(p)) for name in PRACTICES & kept.keys()}
    empty = {
        name: None
        for name, value in kept.items()
        if _only_proposed(value) and not type(part).model_fields[name].is_required()
    }
    changed = {name: value for name, value in (kept | empty).items() if value is not getattr(part, name)}
    return part.model_copy(update=changed) if changed else part


def _kept(value: Any, without: Callable[[Any], Any]) -> Any:
    if isinstance(value, Part):
        return _without(value) if value.whole else without(value)
    if isinstance(value, tuple) and any(isinstance(item, Part) for item in value):
        return tuple(without(item) for item in value if not _only_proposed(item))
    return value


_of_block: Kept[Part, Part] = Kept(_without, most=MOST_BLOCKS)


def _owned(part: Part) -> bool:
    owners = [value for name in type(part).model_fields if isinstance(value := getattr(part, name), Owner)]
    return any(owner.assigned for owner in owners)


def _only_proposed(value: Any) -> bool:
    if isinstance(value, Proposal | GroupIntent):
        return value.signed_on is None
    spoken = getattr(value, "statement", None)
    return isinstance(spoken, Proposal) and spoken.signed_on is None and not _owned(value)
