"""What a number of a claim may be bound to: the readings of a snapshot, and what each is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from custrata.evidence.check import judge
from custrata.evidence.figures import NumberNow, number_now
from custrata.snapshot import Snapshot
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.vocabulary import EvidenceState, Segment


class Comparison(StrEnum):
    """What a number is compared with before it stands in a sentence."""

    ALONE = "alone"
    SHARE = "share"
    CHANGE = "change"
    TIMES = "times"
    OTHER = "other"


BEFORE = "previous"
"""The period before the latest one."""


@dataclass(frozen=True, slots=True)
class Readable:
    """What can be read of a measure.

    Attributes:
        segments: Parts of the base; the whole base first.
        periods: Names of the periods.
    """

    segments: tuple[Segment, ...]
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure as it would stand.

    Attributes:
        figure: The figure, with the number as it is written.
        now: What the snapshot gives.
        state: Supported, contradicted, drifting or unproven.
        reason: Why, in a sentence.
    """

    figure: Figure
    now: NumberNow
    state: EvidenceState
    reason: str


def measures_read(snapshot: Snapshot) -> tuple[str, ...]:
    """The measures that have a number in a snapshot, each once, by name.

    Args:
        snapshot: Where to read.
    """
    return tuple(sorted({r.measure for r in snapshot.readings if r.value is not None}))


def readable(snapshot: Snapshot, measure: str, segment: Segment | None = None) -> Readable:
    """Of which parts of the base and for which periods a snapshot holds a measure.

    Args:
        snapshot: Where to read.
        measure: The measure.
        segment: The part of the base for which periods are asked; None for any.
    """
    held = [r for r in snapshot.readings if r.measure == measure]
    parts = dict.fromkeys(sorted((r.segment for r in held), key=lambda one: (len(one), one)))
    own = [r for r in held if segment is None or r.segment == segment]
    return Readable(tuple(parts), tuple(dict.fromkeys(r.period.name for r in own)))


def comparison_of(figure: Figure) -> Comparison:
    """What a figure is compared with.

    Args:
        figure: The figure.

    Example:
        >>> comparison_of(Figure(name="n", measure="revenue"))
        <Comparison.ALONE: 'alone'>
    """
    plain = figure.model_copy(update={"plus": (), "minus": (), "over": ()})
    if plain == figure:
        return Comparison.ALONE
    known = (Comparison.SHARE, Comparison.CHANGE, Comparison.TIMES)
    return next((one for one in known if _parts(compared(plain, one)) == _parts(figure)), Comparison.OTHER)


def compared(figure: Figure, comparison: Comparison) -> Figure:
    """The figure compared with something: the whole base, or the period before.

    Args:
        figure: The figure.
        comparison: With what; another one leaves it as it is put together.

    Example:
        >>> gold = Figure(name="n", measure="revenue", segment={"tier": "gold"})
        >>> [key.segment for key in compared(gold, Comparison.SHARE).over]
        [()]
    """
    if comparison is Comparison.OTHER:
        return figure
    whole = ReadingKey(measure=figure.measure, period=figure.period)
    before = ReadingKey(measure=figure.measure, segment=figure.segment, period=BEFORE)
    parts: dict[str, tuple[ReadingKey, ...]] = {"plus": (), "minus": (), "over": ()}
    parts |= {
        Comparison.SHARE: {"over": (whole,)},
        Comparison.CHANGE: {"minus": (before,)},
        Comparison.TIMES: {"over": (before,)},
    }.get(comparison, {})
    return figure.model_copy(update=parts)


def bound(figure: Figure, snapshot: Snapshot) -> Figure:
    """The figure with the number of today as the number that is written, in the unit of its reading.

    Args:
        figure: What the number is made of.
        snapshot: Where to read it.
    """
    comparison = comparison_of(figure)
    own = snapshot.reading(figure.measure, figure.segment, figure.period)
    unit = own.unit if own is not None else figure.unit
    unit = {Comparison.SHARE: "share", Comparison.TIMES: "ratio"}.get(comparison, unit)
    if comparison is Comparison.OTHER:
        unit = figure.unit
    # In another currency than before nothing could be read: the unit goes first.
    anew = figure.model_copy(update={"unit": unit})
    return anew.model_copy(update={"value": number_now(anew, snapshot).value})


def standing(figure: Figure, snapshot: Snapshot) -> Standing:
    """How a figure would stand.

    Args:
        figure: The figure as it would be written.
        snapshot: Where to read it.
    """
    now = number_now(figure, snapshot)
    state, reason = judge(figure, now)
    return Standing(figure, now, state, reason)


def _parts(figure: Figure) -> tuple[tuple[ReadingKey, ...], ...]:
    return figure.plus, figure.minus, figure.over
