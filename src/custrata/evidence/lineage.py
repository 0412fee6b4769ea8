"""What a number carries in the strategy, and what carries a claim."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from custrata.evidence.check import ClaimEvidence
from custrata.evidence.provenance import (
    OF_MODELS,
    RawFile,
    Source,
    canonical,
    raw_files,
    relations_of,
    sources,
)
from custrata.measures.catalogue import CATALOGUE
from custrata.snapshot import Manifest, Snapshot
from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import Block
from custrata.strategy.parts.part import Part, walk
from custrata.strategy.parts.statement import Claim, Gap, Proposal, ReadingKey
from custrata.vocabulary import Reading, Segment

STEERED_BY = (
    "measure",
    "effort_measure",
    "metric",
    "leading",
    "lagging",
    "guardrails",
    "key_metrics",
    "kpis",
)
"""Fields of parts that name measures."""

RESTS_ON = ("rests_on", "claim", "goal", "goals", "assumption", "initiative", "promise", "outcome")
"""Fields of parts that name other parts by id."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A part of the document that stands on a number.

    Attributes:
        kind: What it is, in a word or two: ``claim``, ``goal``, ``score row`` …
        id: Its id.
        path: Where it stands in the document.
        text: What it says; empty for a part without a sentence.
        because: How it stands on the number: ``reads it``, ``is steered by it``, ``rests on E03``.
    """

    kind: str
    id: str
    path: str
    text: str
    because: str


@dataclass(frozen=True, slots=True)
class ClaimLineage:
    """What carries a claim.

    Attributes:
        evidence: How the claim stands.
        sources: The readings behind it, down to query and canonical tables.
        files: The raw files behind those tables, each once a table.
    """

    evidence: ClaimEvidence
    sources: tuple[Source, ...]
    files: tuple[RawFile, ...]


def carriers_of(evidence: ClaimEvidence, snapshot: Snapshot) -> ClaimLineage:
    """What carries a claim: readings, queries, canonical tables, raw files.

    Args:
        evidence: How the claim stands.
        snapshot: The snapshot that it was evaluated against.
    """
    behind = sources(evidence, snapshot)
    tables = dict.fromkeys(table for source in behind for table in source.tables)
    files = tuple(file for table in tables for file in raw_files(table, snapshot.manifest))
    return ClaimLineage(evidence, behind, files)


def carried_by_measure(
    document: Document, measure: str, segment: Segment | None = None, period: str = ""
) -> tuple[Carried, ...]:
    """What stands on a number.

    Args:
        document: The strategy.
        measure: Id in the catalogue.
        segment: Part of the base; None for any.
        period: Name of the period; empty for any.

    Returns:
        Statements that read it, then parts that are steered by the measure or rest on what was found, each
        once, nearest first.
    """

    def asked(key: ReadingKey) -> bool:
        here = segment is None or key.segment == segment
        return key.measure == measure and here and period in ("", key.period)

    return _carried(document, asked, {measure} if not segment else ())


def carried_by_table(
    document: Document, snapshot: Snapshot, table: str, column: str = ""
) -> tuple[Carried, ...]:
    """What stands on a canonical table, or on a column of it.

    Args:
        document: The strategy.
        snapshot: The snapshot; its queries say what is read of what.
        table: Name of the canonical table.
        column: Name of the column; empty for the whole table. A measure stands on the columns without which
            it cannot be read, and a number of a model on every column of the tables it was fitted to. How
            customers came into their tier or stage is not followed.
    """
    read = [r for r in snapshot.readings if _reads(r, snapshot, table, column)]
    keys = {r.key for r in read}
    return _carried(document, lambda key: key.key in keys, {r.measure for r in read if not r.segment})


def _reads(reading: Reading, snapshot: Snapshot, table: str, column: str) -> bool:
    query = snapshot.queries.get(reading.fingerprint, "")
    relations = relations_of(query)
    if table not in canonical(relations, snapshot.manifest):
        return False
    if (
        not column
        or OF_MODELS & set(relations)
        or any(column == dimension for dimension, _ in reading.segment)
    ):
        return True
    return f"{table}.{column}" in _needs(reading.measure, snapshot.manifest)


def _needs(measure: str, manifest: Manifest) -> tuple[str, ...]:
    """The columns that the way needs by which the snapshot read a measure."""
    ways = CATALOGUE[measure].formulas if measure in CATALOGUE else ()
    return next((way.needs for way in ways if manifest.provided.issuperset(way.needs)), ())


def _carried(
    document: Document, asked: Callable[[ReadingKey], bool], measures: Collection[str]
) -> tuple[Carried, ...]:
    parts = [(path, part) for path, part in walk(document) if path and _id(part)]
    found: dict[str, Carried] = {}
    for path, part in parts:
        for because in _directly(part, asked, measures):
            found.setdefault(_id(part), _entry(path, part, because))
    _spread(parts, found)
    return tuple(found.values())


def _directly(part: Part, asked: Callable[[ReadingKey], bool], measures: Collection[str]) -> Iterator[str]:
    if isinstance(part, Claim | Proposal) and any(asked(key) for f in part.figures for key in f.keys):
        yield "reads it"
    named = {name for field in STEERED_BY for name in _names(part, field)}
    if named & set(measures):
        yield "is steered by it"


def _spread(parts: list[tuple[str, Part]], found: dict[str, Carried]) -> None:
    """Add what rests on or holds what was found, until nothing is added."""
    size = -1
    while size < len(found):
        size = len(found)
        for path, part in parts:
            name = _id(part)
            if name in found or isinstance(part, Claim | Proposal | Gap | Block):
                continue
            under = [n for field in RESTS_ON for n in _names(part, field) if n in found]
            held = [s.id for s in _statements(part) if s.id in found]
            if under or held:
                because = f"rests on {under[0]}" if under else f"holds {held[0]}"
                found[name] = _entry(path, part, because)


def _names(part: Part, field: str) -> tuple[str, ...]:
    value = getattr(part, field, None)
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()


def _statements(part: Part) -> Iterator[Claim | Proposal]:
    """Claims and proposals that stand in the part."""
    for _, inner in walk(part):
        if isinstance(inner, Claim | Proposal):
            yield inner


def _entry(path: str, part: Part, because: str) -> Carried:
    inner = (getattr(part, field, None) for field in ("statement", "question", "consequence", "base"))
    sentences = (x for x in (part, *inner) if isinstance(x, Claim | Proposal))
    sentence = next(sentences, None)
    text = sentence.said() if sentence is not None else str(getattr(part, "name", "") or "")
    return Carried(_kind(part), _id(part), path, text, because)


def _id(part: Part) -> str:
    """The id of a part; empty for a part that has none."""
    return str(getattr(part, "id", ""))


def _kind(part: Part) -> str:
    """The class of a part as words: ``ScoreRow`` is a score row."""
    letters = [f" {c.lower()}" if c.isupper() else c for c in type(part).__name__]
    return "".join(letters).strip()
