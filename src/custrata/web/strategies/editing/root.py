"""The block that a form is for: its kind, its fields, what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from custrata.errors import DocumentError
from custrata.strategy.blocks import COUNTED, WHOLE, block_at, value_of
from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Slot, Sort, slot_of, slots
from custrata.strategy.parts.canvas import QUESTIONS, TITLES, Block
from custrata.strategy.parts.part import Part
from custrata.strategy.revision.compare import words
from custrata.web.strategies.editing.choices import title_of

KEPT_BY_BUILDS = COUNTED | {"snapshot", "as_of", "notional", "sign_offs"}
"""Fields of the document that no form changes."""


@dataclass(frozen=True)
class Root:
    """A block as a form sees it.

    Attributes:
        address: Of the block.
        kind: Kind of part; the document itself where the block is one plain field.
        fields: The fields that are asked for.
        alone: Name of the one field that the block is; empty where it is a part.
        title: What people call it.
        question: What it answers; empty where nothing says so.
        new: Whether it is not there yet.
        plain: What it holds, by field.
    """

    address: str
    kind: type[Part]
    fields: tuple[Slot, ...]
    alone: str
    title: str
    question: str
    new: bool
    plain: dict[str, Any]

    def value(self, plain: dict[str, Any]) -> Any:
        """What the block holds when its fields hold this."""
        return plain.get(self.alone) if self.alone else plain


def root_of(document: Document, path: str) -> Root:
    """The block in which a path lies.

    Args:
        document: The strategy.
        path: Such as ``groups[gold].intent``, ``E04`` or ``canvas.purpose.purpose``.

    Raises:
        DocumentError: No form is for such a path.
    """
    address = block_at(document, path)
    field, _, rest = address.partition("[")
    slot = slot_of(Document, field.split(".")[0])
    if slot is None or field in KEPT_BY_BUILDS:
        raise DocumentError("nothing can be edited there", where=path, remedy="go back to the canvas")
    value = value_of(document, address)
    if address.startswith("canvas."):
        return _canvas(address, value)
    if rest:
        return _item(document, slot, address, rest.removesuffix("]"), value)
    if slot.sort is Sort.PART:
        kind = slot.kinds[0]
        return Root(address, kind, slots(kind), "", words(field), "", False, value or {})
    if slot.holds_parts and field not in WHOLE:
        raise DocumentError("this is a list of parts", where=path, remedy="name one of them")
    plain = {} if value is None else {field: value}
    return Root(address, Document, (slot,), field, words(field), "", False, plain)


def _canvas(address: str, value: Any) -> Root:
    name = address.rsplit(".", 1)[-1]
    if name not in TITLES:
        raise DocumentError("the canvas has no such block", where=address, remedy="go back to the canvas")
    plain = value or {"id": name}
    return Root(address, Block, slots(Block), "", TITLES[name], QUESTIONS[name], False, plain)


def _item(document: Document, slot: Slot, address: str, key: str, value: Any) -> Root:
    if not slot.holds_parts or not key:
        raise DocumentError("there is no such part", where=address, remedy="go back to the list")
    kind = slot.kinds[0]
    plain = value if value is not None else {"id": key} if "id" in kind.model_fields else {}
    title = f"A new {singular(slot.name)}" if value is None else _title(document, slot.name, key)
    return Root(address, kind, slots(kind), "", title, "", value is None, plain)


def _title(document: Document, field: str, key: str) -> str:
    found = next((item for item in getattr(document, field) if getattr(item, "id", "") == key), None)
    return title_of(found, document) if found is not None else key


def one_of(word: str) -> str:
    """A word with its article.

    Example:
        >>> one_of("goal"), one_of("initiative")
        ('a goal', 'an initiative')
    """
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def singular(field: str) -> str:
    """One of a list, in words.

    Example:
        >>> singular("capabilities"), singular("decision_rights"), singular("raci")
        ('capability', 'decision right', 'raci')
    """
    name = field.replace("_", " ")
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name.removesuffix("s") if not name.endswith("ss") else name
