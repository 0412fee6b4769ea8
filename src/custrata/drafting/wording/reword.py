"""A draft in a language model's words: each sentence held to the evidence, or left as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from custrata.drafting.wording.masking import Masked, mask
from custrata.drafting.wording.prompt import answers, messages
from custrata.drafting.wording.verify import verify
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Proposal

P = TypeVar("P", bound=Part)

AT_ONCE = 12
"""Sentences in one request: few enough that a small model keeps the ids apart."""

Writer = Callable[[list[dict[str, str]]], str]
"""Takes the messages of a request and returns what the model wrote."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wording that was refused: of which statement, what was written, and why."""

    statement: str
    wording: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A document in a model's words.

    Attributes:
        document: The document; refused sentences stand as they were.
        changed: Ids of the statements that read differently now.
        refused: What was refused, and why.
        asked: How many statements were asked.
    """

    document: Document
    changed: tuple[str, ...]
    refused: tuple[Refusal, ...]
    asked: int


def reword(document: Document, write: Writer, names: Collection[str] = ()) -> Reworded:
    """Let a model word the claims and proposals of a document; nothing that it invents gets in.

    Args:
        document: The draft.
        write: The model. It sees sentences whose names are marks: no customer, no attribute, no person.
        names: Names out of the data that may stand in sentences without quotation marks.

    Returns:
        The document with the wordings that stand, and every refusal with its reasons.
    """
    asked = [s for _, s in document.statements() if isinstance(s, Claim | Proposal)]
    texts: dict[str, str] = {}
    refused: list[Refusal] = []
    for batch in _batches(asked):
        masks = {s.id: mask(s.text, names) for s in batch}
        reply = write(messages({name: masked.text for name, masked in masks.items()}))
        given = answers(reply, tuple(masks))
        for statement in batch:
            wording = given.get(statement.id, "")
            if not wording or wording == masks[statement.id].text:
                continue
            _judge(statement, wording, masks[statement.id], texts, refused)
    changed = tuple(texts)
    return Reworded(_with(document, texts), changed, tuple(refused), len(asked))


def _judge(
    statement: Claim | Proposal,
    wording: str,
    masked: Masked,
    texts: dict[str, str],
    refused: list[Refusal],
) -> None:
    verdict = verify(statement, wording, masked=masked.text)
    if verdict.stands:
        texts[statement.id] = masked.unmask(verdict.text)
    else:
        refused.append(Refusal(statement.id, masked.unmask(wording), verdict.reasons))


def _batches(statements: Sequence[Claim | Proposal]) -> Iterator[Sequence[Claim | Proposal]]:
    for start in range(0, len(statements), AT_ONCE):
        yield statements[start : start + AT_ONCE]


def _with(document: Document, texts: Mapping[str, str]) -> Document:
    """The document with other texts; checked again as a whole, as if a person had written it."""
    return Document.model_validate(_replaced(document, texts).model_dump())


def _replaced(part: P, texts: Mapping[str, str]) -> P:
    update: dict[str, Any] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            update[name] = _replaced(value, texts)
        elif isinstance(value, tuple):
            update[name] = tuple(_replaced(v, texts) if isinstance(v, Part) else v for v in value)
    if isinstance(part, Claim | Proposal) and part.id in texts:
        update["text"] = texts[part.id]
    return part.model_copy(update=update)
