"""How mature a project is: what people say, what the strategy and its data show, and what gaps cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import InputError
from custrata.evidence.capability_shown import capability_shown
from custrata.evidence.check import ClaimEvidence, evaluate
from custrata.evidence.gap_cost import gap_costs
from custrata.measures.catalogue import CATALOGUE
from custrata.project.asking import reading_json
from custrata.project.economics.section import Section, money_named
from custrata.project.place import locate
from custrata.project.revising.saving import save, standing
from custrata.project.strategy_file import read_strategy
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.maturity.answering import dimension_named, with_answer
from custrata.strategy.maturity.assessment import (
    Assessment,
    CriterionStanding,
    DimensionStanding,
    assess,
    told,
)
from custrata.strategy.maturity.cost import GapCost
from custrata.strategy.maturity.criterion import LEVELS, Source

MOST_NAMED = 2
"""How many pieces of evidence stand in a line; --json has all."""


def maturity_of(path: Path) -> tuple[Assessment, Snapshot]:
    """Where a project stands on the five dimensions, and the snapshot that showed it.

    Args:
        path: The project.

    Raises:
        SnapshotError: There is no snapshot yet.
        DocumentError: There is no strategy yet.
    """
    place = locate(path)
    snapshot = SnapshotStore(place.state).load()
    document = read_strategy(place)
    return assessed(document, snapshot, evaluate(document, snapshot)), snapshot


def assessed(document: Document, snapshot: Snapshot, evidence: tuple[ClaimEvidence, ...]) -> Assessment:
    """Where a strategy stands on the five dimensions beside a snapshot.

    Args:
        document: The strategy.
        snapshot: What the build found.
        evidence: How the claims of the strategy stand.
    """
    return assess(document, capability_shown(snapshot, evidence), gap_costs(snapshot))


def maturity_sections(found: Assessment) -> tuple[Section, ...]:
    """The standing on each dimension, what its next levels ask for, and the gaps by what they cost."""
    heads = ("dimension", "said", "shown", "wanted", "what that looks like")
    rows = tuple(
        (str(d.dimension), _answered(d.said), _level(d.shown), _answered(d.wanted), d.text)
        for d in found.dimensions
    )
    note = (
        "Said is the level that people name, wanted the one they want to reach. "
        "Shown is the highest level up to which all that can be shown is there; words alone do not lift it."
    )
    whole = Section("Maturity, 1 ad hoc to 5 transformative", heads, rows, note)
    return whole, *(_criteria(d) for d in found.dimensions), *_gaps(found)


def maturity_sentences(found: Assessment, snapshot: Snapshot) -> tuple[str, ...]:
    """Where words and evidence differ, why money goes with a gap, and what no reading tells."""
    return (
        *_words(found),
        *(
            f"{d.dimension}: {_what(d.cost, snapshot.manifest.notional)} {d.cost.rule}"
            for d in found.gaps
            if d.cost is not None
        ),
        *_untold(found),
        *money_named(snapshot),
    )


def maturity_json(found: Assessment, snapshot: Snapshot) -> dict[str, Any]:
    """The same for programs."""
    return {
        "as_of": str(snapshot.manifest.as_of),
        "snapshot": snapshot.manifest.fingerprint,
        "levels": LEVELS,
        "dimensions": [_standing_json(d) for d in found.dimensions],
        "gaps": [str(d.dimension) for d in found.gaps],
        "sentences": list(maturity_sentences(found, snapshot)),
    }


def record_answer(
    path: Path,
    dimension: str,
    level: int,
    *,
    name: str,
    on: str,
    because: str = "",
    wanted: int | None = None,
) -> str:
    """Write an answer on one dimension into the strategy of a project.

    Args:
        path: The project.
        dimension: Its name, or how it begins.
        level: 1 to 5.
        name: Who answers.
        on: The day, as ``YYYY-MM-DD``.
        because: What they point at.
        wanted: The level to be reached; None keeps the one that was wanted before.

    Returns:
        What was written, as a sentence.

    Raises:
        InputError: There is no such dimension, level or day, or nobody answers.
        DocumentError: There is no strategy yet, or somebody saved it in between.
    """
    asked, day = dimension_named(dimension), _day(on)
    place = locate(path)
    before = standing(place)
    answered = with_answer(before.document, asked, level, name=name, on=day, because=because, wanted=wanted)
    save(place, before, answered)
    aim = f", wanted {wanted}" if wanted is not None else ""
    return (
        f"{asked}: level {level} ({LEVELS[level]}){aim}, said by {name} on {day}; written to {place.strategy}"
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            "an answer needs its day", where=f"--on {text}".strip(), remedy="write it as --on 2026-01-31"
        ) from error


def _answered(level: int | None) -> str:
    return "no answer" if level is None else _level(level)


def _level(level: int | None) -> str:
    return "–" if level is None else f"{level} {LEVELS[level]}"


def _criteria(standing: DimensionStanding) -> Section:
    upto = max(standing.aim, standing.said or 1)
    rows = tuple(
        (str(c.level), c.criterion.text, str(c.shown.state), evidence_line(c))
        for c in standing.criteria
        if 1 < c.level <= upto
    )
    return Section(
        f"{str(standing.dimension).capitalize()}", ("level", "asks for", "", "shown by, or missing"), rows
    )


def evidence_line(standing: CriterionStanding) -> str:
    """Where something stands, or what is missing, in a line of a few pieces."""
    plain = standing.criterion.source is Source.DATA
    pieces = tuple(
        _titled(" ".join(piece.split())) if plain else " ".join(piece.split())
        for piece in standing.shown.evidence
    )
    more = f" and {len(pieces) - MOST_NAMED} more" if len(pieces) > MOST_NAMED else ""
    told_pieces = (
        p.removesuffix(".") if len(p) <= 90 else f"{p[:89].rstrip()}…" for p in pieces[:MOST_NAMED]
    )
    return f"{'; '.join(told_pieces)}{more}"


def _titled(piece: str) -> str:
    """What the data show, with titles in place of the names of measures and columns."""
    measure, by, rest = piece.partition(" by ")
    title = CATALOGUE[measure].title if measure in CATALOGUE else measure
    return f"{title}{by}{rest.replace('_', ' ')}"


def _gaps(found: Assessment) -> Iterator[Section]:
    if not found.gaps:
        return
    yearly = any(d.cost is not None and _round(d.cost.amount) != _round(d.cost.a_year) for d in found.gaps)
    pace = ("a year at this pace",) if yearly else ()
    heads = ("dimension", "from", "to", "money it touches", *pace, "missing first")
    rows = tuple(
        (
            str(d.dimension),
            str(d.shown),
            f"{d.aim}" if d.wanted is not None else f"{d.aim} (next)",
            "not known" if d.cost is None else _money(d.cost.amount, d.cost.unit),
            *(("" if d.cost is None else _money(d.cost.a_year, d.cost.unit)) for _ in pace),
            d.missing[0].criterion.text if d.missing else "",
        )
        for d in found.gaps
    )
    yield Section("Gaps, the dearest first", heads, rows)


def _round(value: float) -> float:
    """Two significant digits: it is a judgement what the money has to do with the gap."""
    return float(f"{value:.2g}")


def _money(value: float, unit: str) -> str:
    """An amount as far as it tells anything beside a gap: two digits."""
    return f"{_round(value):,.10g} {unit}".removesuffix(" money").removesuffix(" currency").strip()


def _what(cost: GapCost, notional: bool) -> str:
    first = cost.readings[0]
    things = first.n_of.removesuffix("s") if first.n == 1 else first.n_of
    period = "no dates in the data" if notional else str(first.period)
    return f"touches at most {_money(cost.amount, cost.unit)} {cost.what} ({first.n:,} {things}, {period})."


def _words(found: Assessment) -> Iterator[str]:
    if not any(d.answer for d in found.dimensions):
        yield (
            "Nobody has answered yet: custrata maturity --answer segmentation 2 --name WHO --on DAY "
            "--because WHY --wanted 3."
        )
    for d in found.dimensions:
        if d.answer is None or d.said is None:
            continue
        because = f": {' '.join(d.answer.because.split())}" if d.answer.because else ""
        yield f"{d.dimension}: {told(d.answer)} says {d.said}{because}".rstrip(".") + "."
        if d.said > d.shown:
            held = next(c for c in d.missing or d.criteria if c.level == d.shown + 1)
            yield f"{d.dimension}: said {d.said}, shown {d.shown}; missing first: {held.criterion.text}."


def _untold(found: Assessment) -> Iterator[str]:
    if any(d.wanted is None for d in found.gaps):
        yield "Where nobody has said what is wanted, the next level stands for it."
    silent = [str(d.dimension) for d in found.gaps if d.cost is None]
    if silent:
        yield f"No reading tells what a gap in {', '.join(silent)} costs: they stand after the others."


def _standing_json(d: DimensionStanding) -> dict[str, Any]:
    return {
        "dimension": str(d.dimension),
        "said": d.said,
        "shown": d.shown,
        "wanted": d.wanted,
        "aim": d.aim,
        "answer": told(d.answer) if d.answer else None,
        "because": d.answer.because if d.answer else None,
        "looks_like": d.text,
        "criteria": [
            {
                "id": c.criterion.id,
                "level": c.level,
                "asks_for": c.criterion.text,
                "by": str(c.criterion.source),
                "counts": c.criterion.source is not Source.ANSWER,
                "state": str(c.shown.state),
                "evidence": list(c.shown.evidence),
            }
            for c in d.criteria
        ],
        "cost": None
        if d.cost is None
        else {
            "amount": d.cost.amount,
            "unit": d.cost.unit,
            "a_year": d.cost.a_year,
            "what": d.cost.what,
            "rule": d.cost.rule,
            "readings": [reading_json(r) for r in d.cost.readings],
        },
    }
