"""The numbers of a statement in its form: what each reads, what it is held against, how it stands now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from custrata.evidence.binding.choosing import (
    Comparison,
    Standing,
    comparison_of,
    measures_read,
    readable,
    standing,
)
from custrata.evidence.check import with_unit
from custrata.measures.catalogue import CATALOGUE
from custrata.project.asking import counted_of, figure_title
from custrata.snapshot import Snapshot
from custrata.strategy.parts.statement import Figure
from custrata.vocabulary import EvidenceState, Segment
from custrata.web.strategies.editing.choices import Option

COMPARISONS: tuple[Option, ...] = (
    (Comparison.ALONE.value, "nothing: the number itself"),
    (Comparison.SHARE.value, "all customers: its share of the whole"),
    (Comparison.CHANGE.value, "the period before: the difference"),
    (Comparison.TIMES.value, "the period before: how many times it"),
)

SIDES: tuple[Option, ...] = (
    ("at least", "is at least the limit"),
    ("at most", "is at most the limit"),
)

PERIODS = {"all": "whole history", "current": "latest period", "previous": "period before"}


@dataclass(frozen=True)
class Told:
    """A figure as its form tells it.

    Attributes:
        title: What it counts and of whom.
        written: The number as it is written.
        now: The number as it is, with interval and what it rests on.
        state: How it stands; None where it cannot be read as typed.
        reason: Why, in a sentence.
    """

    title: str
    written: str = ""
    now: str = ""
    state: EvidenceState | None = None
    reason: str = ""


def told(plain: Mapping[str, Any], snapshot: Snapshot) -> Told:
    """A figure as it stands, from its plain values.

    Args:
        plain: What the form holds.
        snapshot: Where to read.
    """
    figure = figure_in(plain)
    if figure is None or not figure.measure:
        return Told(
            "No measure is chosen yet",
            reason="choose what it measures, from the list or by typing a word of it",
        )
    found = standing(figure, snapshot)
    unit = figure.unit
    return Told(
        figure_title(figure), with_unit(figure.value, unit), _now(found), found.state, _sentence(found.reason)
    )


def figure_in(plain: Mapping[str, Any]) -> Figure | None:
    """The figure of plain values; None where they are none yet.

    Args:
        plain: What the form holds.
    """
    try:
        return Figure.model_validate(dict(plain))
    except ValidationError:
        return None


def segments_of(snapshot: Snapshot, measure: str) -> tuple[Option, ...]:
    """Parts of the base for which a measure is read, as a form names them.

    Args:
        snapshot: Where to read.
        measure: The measure.
    """
    return tuple((pairs(one), called(one)) for one in readable(snapshot, measure).segments)


def periods_of(snapshot: Snapshot, measure: str, segment: Segment) -> tuple[Option, ...]:
    """Periods for which a measure is read of a part of the base.

    Args:
        snapshot: Where to read.
        measure: The measure.
        segment: The part of the base.
    """
    return tuple((name, PERIODS.get(name, name)) for name in readable(snapshot, measure, segment).periods)


def comparisons_of(plain: Mapping[str, Any]) -> tuple[str, tuple[Option, ...]]:
    """The comparison of a figure, and those that may be chosen; one put together otherwise can be kept.

    Args:
        plain: What the form holds.
    """
    figure = figure_in(plain)
    held = comparison_of(figure) if figure is not None else Comparison.ALONE
    kept = ((Comparison.OTHER.value, f"as it is: {figure_title(figure)}"),) if figure is not None else ()
    return held.value, (*COMPARISONS, *(kept if held is Comparison.OTHER else ()))


def measured(snapshot: Snapshot) -> tuple[Option, ...]:
    """The measures that have a number, with their titles.

    Args:
        snapshot: Where to read.
    """
    return tuple((one, CATALOGUE[one].title if one in CATALOGUE else one) for one in measures_read(snapshot))


def pairs(segment: Segment) -> str:
    r"""A part of the base as a form sends it.

    Example:
        >>> pairs((("tier", "gold"), ("region", "Nordics")))
        'tier: gold\nregion: Nordics'
    """
    return "\n".join(f"{dimension}: {value}" for dimension, value in segment)


def called(segment: Segment) -> str:
    """A part of the base as people read it.

    Example:
        >>> called(()), called((("acquisition_channel", "Search"),))
        ('all customers', 'acquisition channel: Search')
    """
    named = (f"{dimension.replace('_', ' ')}: {value}" for dimension, value in segment)
    return ", ".join(named) or "all customers"


def _now(found: Standing) -> str:
    now, unit = found.now, found.figure.unit
    if now.value is None:
        return "not known"
    interval = ""
    if now.low is not None and now.high is not None:
        interval = f" ({with_unit(now.low, unit)} to {with_unit(now.high, unit)})"
    of = f", of {counted_of(now.readings[0])}" if now.readings else ""
    return f"{with_unit(now.value, unit)}{interval}{of}"


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:].rstrip('.')}"
