"""What blocks of the book say, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tests.delivery.paper.written import full

from custrata.delivery.paper.page import Block, Heading, lines_of
from custrata.delivery.paper.telling import Teller
from custrata.strategy.document import Document


def headings(blocks: Iterable[Block]) -> list[str]:
    """Texts of the headings that stand alone."""
    return [b.text.words.text for b in blocks if isinstance(b, Heading)]


def words(blocks: Iterable[Block]) -> str:
    """Everything that blocks print."""
    return " | ".join(f"{x.head} {x.words.text}" for b in blocks for x in lines_of(b))


def empty() -> Teller:
    """A strategy in which nothing is written."""
    return Teller(replace(full(), document=Document(schema_version=2, company="Nobody"), evidence=()))


def missing(parts: Iterable[object], blocks: Iterable[Block]) -> list[str]:
    """Statements of parts that the blocks do not print."""
    printed = words(blocks)
    found = []
    for part in parts:
        for field in type(part).model_fields:
            value = getattr(part, field)
            found += [
                v.said() for v in (value if isinstance(value, tuple) else (value,)) if hasattr(v, "said")
            ]
    return [s for s in found if s[:40] not in printed]
