"""Ids that are still free: of statements by their letter, of parts by a stem."""

from __future__ import annotations

import re

from custrata.strategy.document import Document
from custrata.strategy.parts.part import walk

_UNFIT = re.compile(r"[^a-z0-9]+")


def ids_of(document: Document) -> frozenset[str]:
    """Every id that a document uses."""
    return frozenset(str(part.id) for _, part in walk(document) if hasattr(part, "id"))


def next_statement(document: Document, letter: str = "P") -> str:
    """The next free id of a statement.

    Args:
        document: The strategy.
        letter: ``P`` for a proposal, ``E`` for a claim, ``G`` for a gap.

    Example:
        >>> next_statement(Document(schema_version=2, company="A"))
        'P01'
    """
    taken = [int(name[1:]) for name in ids_of(document) if name[:1] == letter and name[1:].isdigit()]
    return f"{letter}{max(taken, default=0) + 1:02}"


def free_id(document: Document, stem: str, words: str = "") -> str:
    """An id that nothing has yet.

    Args:
        document: The strategy.
        stem: What it begins with, such as ``decision``.
        words: Words to call it by; empty where the stem alone says it.

    Example:
        >>> free_id(Document(schema_version=2, company="A"), "decision", "Call gold customers first!")
        'decision-call-gold-customers-first'
    """
    tail = _UNFIT.sub("-", words.lower()).strip("-")[:40].strip("-")
    wanted = f"{stem}-{tail}" if tail else stem
    taken = ids_of(document)
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)
