"""Edits of a document by chance, with a seed."""

from __future__ import annotations

import random

from tests.documents import Chance

from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Sort, slots
from custrata.strategy.parts.part import Part


def edited(document: Document, seed: int) -> Document:
    """The same document after a few edits by chance: fields from another one, items gone, added, moved."""
    dice = random.Random(seed)
    chance = Chance(10_000 + seed)
    # Ids that no other document has, so that what is put together holds together.
    chance.count = 1000 * (seed + 1)
    other = chance.document()
    fields = {}
    for name in dice.sample(sorted(set(Document.model_fields) - {"insights", "schema_version"}), 6):
        fields[name] = dice.choice([getattr(document, name), getattr(other, name)])
    for name, value in fields.items():
        if isinstance(value, tuple) and len(value) > 1:
            fields[name] = tuple(dice.sample(value, k=dice.randint(1, len(value))))
    return touched(document.model_copy(update={**fields, "insights": ()}), dice)


def touched(part, dice):
    """A part in which single values deep inside are others."""
    fields = {}
    for slot in slots(type(part)):
        value = getattr(part, slot.name)
        if isinstance(value, Part):
            fields[slot.name] = touched(value, dice)
        elif slot.sort is Sort.PARTS:
            fields[slot.name] = tuple(touched(item, dice) for item in value)
        elif slot.sort is Sort.TEXT and slot.name in ("topic", "role", "because") and dice.random() < 0.3:
            fields[slot.name] = f"{value} edited"
    return part.model_copy(update=fields)
