"""Why a claim stands as it stands, down to raw files; and what stands on a measure, table or column."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import InputError
from custrata.evidence.check import FigureEvidence, evaluate, with_unit
from custrata.evidence.figures import describe
from custrata.evidence.lineage import (
    Carried,
    ClaimLineage,
    carried_by_measure,
    carried_by_table,
    carriers_of,
)
from custrata.evidence.provenance import Source
from custrata.evidence.states import gloss
from custrata.measures.catalogue import CATALOGUE
from custrata.project.asking import counted_of, exact, figure_title, reading_json, reading_row
from custrata.project.place import locate
from custrata.project.strategy_file import strategy_or_draft
from custrata.snapshot import Snapshot
from custrata.sources.contract import CONTRACT
from custrata.strategy.document import Document
from custrata.strategy.parts.statement import ReadingKey
from custrata.vocabulary import Reading, Segment

if TYPE_CHECKING:
    from custrata.delivery.deck.slides import Slide


@dataclass(frozen=True)
class Why:
    """What carries a claim, or what stands on a number.

    Attributes:
        asked: What was asked for.
        claim: What carries the claim; None where a measure, table or column was asked for.
        readings: The readings of the measure that was asked for.
        carried: What stands on what was asked for.
        slides: Numbers of the slides of the board deck that show it.
        dated: Whether the data carry dates; where they do not, no period is told.
    """

    asked: str
    claim: ClaimLineage | None
    readings: tuple[Reading, ...]
    carried: tuple[Carried, ...]
    slides: tuple[int, ...]
    dated: bool = True

    def lines(self, *, sql: bool = False) -> Iterator[str]:
        """What was found, for a terminal.

        Args:
            sql: Whether the queries and the hashes of the files are told, too.
        """
        if self.claim is not None:
            yield from _claim_lines(self.claim, self.dated)
        for reading in self.readings:
            yield ", ".join(reading_row(reading))
        if self.carried:
            yield f"on {self.asked} stand:"
        elif self.claim is None:
            yield f"nothing in the strategy stands on {self.asked}"
        for part in self.carried:
            yield f"  {part.kind} {part.id} ({part.because}): {part.text}".rstrip(": ")
        if self.slides:
            yield f"slides of the board deck: {', '.join(str(n) for n in self.slides)}"
        if self.claim is not None and sql:
            # Last, as they are long, and few who ask why read them.
            yield from _query_lines(self.claim)
        elif self.claim is not None:
            yield f"queries and hashes of the files: custrata why {self.asked} --sql"

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "asked": self.asked,
            "claim": _claim_json(self.claim) if self.claim else None,
            "readings": [reading_json(r) for r in self.readings],
            "carries": [
                {"kind": c.kind, "id": c.id, "path": c.path, "text": c.text, "because": c.because}
                for c in self.carried
            ],
            "slides": list(self.slides),
        }


def why(path: Path, asked: str, *, where: Sequence[str] = (), period: str = "") -> Why:
    """Answer why a claim stands as it stands, or what stands on a measure, table or column.

    Args:
        path: The project.
        asked: Id of a claim or insight, id of a measure, name of a table, or ``table.column``.
        where: For a measure: the part of the base, each as ``dimension=value``; empty for any.
        period: For a measure: ``all``, ``current`` or ``previous``; empty for any.

    Raises:
        SnapshotError: There is no snapshot yet.
        InputError: Nothing is called like that.
    """
    place = locate(path)
    snapshot = SnapshotStore(place.state).load()
    document, _ = strategy_or_draft(place, snapshot)
    return why_in(document, snapshot, asked, where=where, period=period)


def why_in(
    document: Document,
    snapshot: Snapshot,
    asked: str,
    *,
    where: Sequence[str] = (),
    period: str = "",
    slides: Sequence[Slide] | None = None,
) -> Why:
    """The same for a strategy and a snapshot that are at hand.

    Args:
        document: The strategy.
        snapshot: What it is held against.
        asked: As :func:`why` takes it.
        where: As :func:`why` takes it.
        period: As :func:`why` takes it.
        slides: The slides of the board deck, where they are at hand; None composes them.

    Raises:
        InputError: Nothing is called like that.
    """
    shown = _slides(document, snapshot) if slides is None else _claims_of(slides)
    insight = next((i for i in document.insights if i.id == asked), None)
    claim = insight.claim if insight is not None else asked
    if document.claim(claim) is not None:
        return _of_claim(claim, document, snapshot, shown)
    if asked in CATALOGUE:
        segment = _segment(where)
        carried = carried_by_measure(document, asked, segment, period)
        name = ", ".join([asked, *(f"{d} {v}" for d, v in segment or ()), *([period] if period else [])])
        return _with_slides(Why(name, None, _readings(snapshot, asked, segment, period), carried, ()), shown)
    table, _, column = asked.partition(".")
    if table in CONTRACT and (not column or CONTRACT[table].has(column)):
        return _with_slides(
            Why(asked, None, (), carried_by_table(document, snapshot, table, column), ()), shown
        )
    raise _unknown(asked, document)


def _of_claim(claim: str, document: Document, snapshot: Snapshot, shown: dict[str, set[int]]) -> Why:
    evidence = next(e for e in evaluate(document, snapshot) if e.claim_id == claim)
    reading = evidence.claim.figures[:1]
    near = (c for key in reading for c in carried_by_measure(document, key.measure, key.segment))
    resting = tuple(c for c in near if c.because in (f"rests on {claim}", f"holds {claim}"))
    slides = tuple(sorted(shown.get(claim, ())))
    return Why(
        claim, carriers_of(evidence, snapshot), (), resting, slides, dated=not snapshot.manifest.notional
    )


def _with_slides(found: Why, shown: dict[str, set[int]]) -> Why:
    claims = [c.id for c in found.carried if c.kind == "claim"]
    numbers = sorted({n for claim in claims for n in shown.get(claim, ())})
    return Why(found.asked, found.claim, found.readings, found.carried, tuple(numbers))


def _slides(document: Document, snapshot: Snapshot) -> dict[str, set[int]]:
    """Slides of the board deck by the claims whose figures stand on them."""
    from custrata.delivery.deck.storyline import board_deck

    return _claims_of(board_deck(snapshot, document, evaluate(document, snapshot)).slides)


def _claims_of(slides: Sequence[Slide]) -> dict[str, set[int]]:
    from custrata.delivery.deck.ledger import write_up

    return write_up(slides).claims


def _readings(snapshot: Snapshot, measure: str, segment: Segment | None, period: str) -> tuple[Reading, ...]:
    return tuple(
        r
        for r in snapshot.readings
        if r.measure == measure and r.segment == (segment or ()) and period in ("", r.period.name)
    )


def _segment(where: Sequence[str]) -> Segment | None:
    if not where:
        return None
    pairs = [text.partition("=") for text in where]
    for text, (dimension, equals, value) in zip(where, pairs, strict=True):
        if not (dimension and equals and value):
            raise InputError("this is no part of the base", where=f"--where {text}", remedy="write tier=gold")
    return tuple((dimension, value) for dimension, _, value in pairs)


def _unknown(asked: str, document: Document) -> InputError:
    names = [*(c.id for c in document.claims()), *(i.id for i in document.insights), *CATALOGUE, *CONTRACT]
    near = difflib.get_close_matches(asked, names, n=3)
    hint = (
        f"perhaps {' or '.join(near)} is meant" if near else "name a claim such as E03, a measure, or a table"
    )
    return InputError("nothing is called like that", where=asked, remedy=hint)


def _claim_lines(found: ClaimLineage, dated: bool) -> Iterator[str]:
    evidence = found.evidence
    yield f"{evidence.claim_id}: {evidence.said}"
    yield gloss(evidence.state)
    yield evidence.reason
    for part in evidence.figures:
        yield f"  {figure_title(part.figure)}: {_figure_now(part)}, {part.state}"
        behind = (s for s in found.sources if s.figure == part.figure.name)
        yield from dict.fromkeys(f"    {_source_line(source, dated)}" for source in behind)
    for model in {s.model for s in found.sources if s.model}:
        marks = ", ".join(f"{dict(r.segment)['mark']} {exact(r.value, r.unit)}" for r in model.marks)
        yield f"  model: {model.method}; exam: {marks or 'none held'}"
    alike: dict[tuple[str, str], list[str]] = {}
    for file in found.files:
        how = "columns of " if file.derived else ""
        counts = f"{file.rows_in:,} rows in, {file.loaded:,} loaded, {file.set_aside:,} set aside"
        alike.setdefault((f"{file.table}, {file.kept:,} rows, from {how}", counts), []).append(file.source)
    for (table, counts), sources in alike.items():
        yield f"  {table}{', '.join(sources)}: {'each ' if len(sources) > 1 else ''}{counts}"
    yield f"  snapshot {evidence.snapshot[:12]}"


def _figure_now(part: FigureEvidence) -> str:
    was, now = (with_unit(value, part.figure.unit) for value in (part.figure.value, part.now.value))
    return f"{now} as written" if was == now else f"written {was}, now {now}"


def _query_lines(found: ClaimLineage) -> Iterator[str]:
    for source, mark in dict.fromkeys((file.source, file.sha256) for file in found.files):
        if mark:
            yield f"  {source}: sha256 {mark}"
    for fingerprint, query in {s.reading.fingerprint: s.query for s in found.sources}.items():
        yield f"  query {fingerprint}:"
        yield from (f"    {line}" for line in (query or "not kept").splitlines())


def _source_line(source: Source, dated: bool) -> str:
    r = source.reading
    key = ReadingKey(measure=r.measure, segment=r.segment, period=r.period.name)
    tables = ", ".join(source.tables) or "no table known"
    span = f"from {r.period}" if dated else "no dates in the data"
    return (
        f"{describe(key)}: value {exact(r.value, r.unit)}, n {counted_of(r)}, {span}, {r.method}; "
        f"query {r.fingerprint[:8]} on {tables}"
    )


def _claim_json(found: ClaimLineage) -> dict[str, Any]:
    evidence = found.evidence
    return {
        "id": evidence.claim_id,
        "path": evidence.path,
        "said": evidence.said,
        "state": str(evidence.state),
        "reason": evidence.reason,
        "snapshot": evidence.snapshot,
        "figures": [
            {
                "name": part.figure.name,
                "written": part.figure.value,
                "now": part.now.value,
                "state": str(part.state),
                "sources": [_source_json(s) for s in found.sources if s.figure == part.figure.name],
            }
            for part in evidence.figures
        ],
        "files": [
            {
                "source": f.source,
                "table": f.table,
                "rows": {"in": f.rows_in, "loaded": f.loaded, "set_aside": f.set_aside},
                "sha256": f.sha256 or None,
                "derived": f.derived,
                "kept": f.kept,
            }
            for f in found.files
        ],
    }


def _source_json(source: Source) -> dict[str, Any]:
    model = source.model
    return {
        "reading": reading_json(source.reading),
        "relations": list(source.relations),
        "tables": list(source.tables),
        "query": source.query,
        "model": {
            "method": model.method,
            "candidate": model.candidate or None,
            "marks": [reading_json(r) for r in model.marks],
        }
        if model
        else None,
    }
