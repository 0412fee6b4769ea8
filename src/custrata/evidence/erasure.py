"""What erasing customers changes: which claims, to which numbers, and which groups become too small."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from custrata.evidence.check import ROUNDING, ClaimEvidence, FigureEvidence, evaluate
from custrata.evidence.figures import describe, number_now
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState, Reading

SMALL = 11
"""Things under which a number can point at single persons."""
UNTOLD = {"value": None, "tolerance": None, "threshold": None, "direction": None}
"""What a figure says whose number is not told: its bounds would tell it."""


@dataclass(frozen=True, slots=True)
class Restated:
    """A claim that an erasure touches; only what holds now, as the old number less the new one is a person's.

    Attributes:
        claim_id: Id of the claim.
        path: Where it stands in the document.
        was: Its state before.
        state: Its state now.
        said: The claim with its new numbers; a number of a small group is left out.
        changes: The figures that changed, each with its new number and what it rests on.
    """

    claim_id: str
    path: str
    was: EvidenceState
    state: EvidenceState
    said: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure changes. It names no person and no id: only numbers of groups.

    Attributes:
        restated: Claims whose numbers, or what they rest on, changed.
        untouched: How many claims did not change.
        small: Groups of the claims that rest on fewer than eleven now, as sentences.
    """

    restated: tuple[Restated, ...]
    untouched: int
    small: tuple[str, ...]

    @property
    def note(self) -> str:
        """What was restated, in one sentence, as a note for the revision."""
        ids = [r.claim_id for r in self.restated]
        if not ids:
            return "An erasure changed no claim of the strategy."
        claims = f"{len(ids)} claim{'s' if len(ids) > 1 else ''}"
        return f"An erasure changed {claims}, written anew from the data that are left: {', '.join(ids)}."


def erasure(document: Document, before: Snapshot, after: Snapshot) -> Erasure:
    """Which claims an erasure touches.

    Args:
        document: The strategy.
        before: The snapshot with the persons.
        after: The snapshot of the same day without them.
    """
    pairs = list(zip(evaluate(document, before), evaluate(document, after), strict=True))
    touched = [(was, now) for was, now in pairs if any(_touched(*f) for f in _figures(was, now))]
    small = {r.key: r for _, now in pairs for r in now.readings if 0 < r.n < SMALL}
    return Erasure(
        restated=tuple(_restated(was, now) for was, now in touched),
        untouched=len(pairs) - len(touched),
        small=tuple(_small(reading) for reading in small.values()),
    )


def restate(document: Document, snapshot: Snapshot, claims: Collection[str] = ()) -> Document:
    """The document with numbers written anew from a snapshot.

    Args:
        document: The strategy.
        snapshot: Where the numbers are read.
        claims: Ids of the claims; empty for all.

    Returns:
        A document of the next revision; the same document where no number changes. Every figure that quotes
        a reading of these claims is written anew, also in proposals, so that no number stands in two
        versions. Tolerances and thresholds stay, as they are judgements. A figure that cannot be read any
        more has no number.
    """
    chosen = [c for c in document.claims() if not claims or c.id in claims]
    keys = {key.key for claim in chosen for figure in claim.figures for key in figure.keys}

    def written(part: Part) -> Part:
        if not isinstance(part, Figure) or not keys & {key.key for key in part.keys}:
            return part
        now = number_now(part, snapshot).value
        return part if _equal(part.value, now) else part.model_copy(update={"value": now})

    fields = _changed_fields(document, written)
    if not fields:
        return document
    marks = {"revision": document.revision + 1, "snapshot": snapshot.manifest.fingerprint}
    return document.model_copy(update=fields | marks)


def without_numbers(document: Document, held: Callable[[Figure], bool]) -> Document:
    """The document without the numbers of some figures, wherever they stand; the same one where none is held.

    Args:
        document: The strategy.
        held: Whether the number of a figure is left out.
    """

    def emptied(part: Part) -> Part:
        if not isinstance(part, Figure) or not held(part):
            return part
        return part.model_copy(update=UNTOLD)

    fields = _changed_fields(document, emptied)
    return document.model_copy(update=fields) if fields else document


def _figures(was: ClaimEvidence, now: ClaimEvidence) -> Iterator[tuple[FigureEvidence, FigureEvidence]]:
    yield from zip(was.figures, now.figures, strict=True)


def _touched(was: FigureEvidence, now: FigureEvidence) -> bool:
    bases = [[(r.key, r.n) for r in figure.now.readings] for figure in (was, now)]
    return not _equal(was.now.value, now.now.value) or bases[0] != bases[1]


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= ROUNDING * max(abs(one), abs(other))


def _restated(was: ClaimEvidence, now: ClaimEvidence) -> Restated:
    hidden = {f.figure.name: None if f.now.n < SMALL else f.now.value for f in now.figures}
    return Restated(
        claim_id=now.claim_id,
        path=now.path,
        was=was.state,
        state=now.state,
        said=now.claim.said(hidden),
        changes=tuple(_change(after) for before, after in _figures(was, now) if _touched(before, after)),
    )


def _change(figure: FigureEvidence) -> str:
    name, now = figure.figure.name, figure.now
    if not now.readings or (now.value is None and now.n >= SMALL):
        return f"{name}: not known any more, {now.reason}"
    of = min(now.readings, key=lambda r: r.n).n_of
    if now.n < SMALL:
        return f"{name}: not shown, as it rests on fewer than {SMALL} {of}"
    return f"{name}: now {spell(now.value, figure.figure.unit)}, resting on {now.n:,} {of}"


def _small(reading: Reading) -> str:
    key = ReadingKey(measure=reading.measure, segment=reading.segment, period=reading.period.name)
    return f"{describe(key)} rests on fewer than {SMALL} {reading.n_of}: keep it inside the company"


def _through(part: Part, change: Callable[[Part], Part]) -> Part:
    """The part with every part in it put through a function; the same object where nothing changes."""
    fields = _changed_fields(part, change)
    return change(part.model_copy(update=fields) if fields else part)


def _changed_fields(part: Part, change: Callable[[Part], Part]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            new: Any = _through(value, change)
        elif isinstance(value, tuple):
            items = [_through(item, change) if isinstance(item, Part) else item for item in value]
            new = value if all(a is b for a, b in zip(items, value, strict=True)) else tuple(items)
        else:
            continue
        if new is not value:
            fields[name] = new
    return fields
