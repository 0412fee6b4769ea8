"""A target lies beyond anything the readings have ever shown, and nothing explains how it is reached.

Avoid: a number that sounds ambitious and has no month, group or tier behind it.

Prefer: the best that a part of the base has reached as the first target, or an initiative and an assumption
for the rest.

Why: a target that nobody has ever come near is given up early, and then nothing is steered.

Mend: lower it to the best reading, or write the assumption and the initiative that carry it beyond.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Readings, Severity
from custrata.strategy.pitfalls.aiming import Aim, aims, percent_typed
from custrata.strategy.pitfalls.certainty import ends, in_its_unit, sure
from custrata.strategy.pitfalls.families import RATES
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Direction, Reading

MARGIN = 0.1
"""Beyond the best by a tenth of it, and by as much as the readings differ among themselves."""

FEWEST = 6
"""Readings under which “ever” is too large a word."""

PERIODS = ("all", "current", "previous")
"""Spans of readings."""

ALONG = ("month", "quarter", "year", "tier", "stage")
"""Dimensions along which readings are looked through, beside those of the groups."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None:
        return
    explained, along = _explained(document), _dimensions(document)
    for path, row in aims(document):
        if row.measure in explained or row.target is None or percent_typed(row):
            continue
        shown = _shown(known.readings, row.measure, along)
        if len(shown) >= FEWEST and _beyond(row, shown):
            best = _best(row, shown)
            yield PITFALL.finding(
                path,
                f"The target {spell(row.target, best.unit)} lies beyond the best that {row.measure} has ever"
                f" been in any month or part of the base: {spell(best.value, best.unit)}.",
                "Lower it, or write the assumption and the initiative that carry it beyond.",
            )


def _dimensions(document: Document) -> tuple[tuple[str, ...], ...]:
    own = (tuple(dimension for dimension, _ in group.segment) for group in document.groups)
    return tuple(dict.fromkeys((*((name,) for name in ALONG), *(names for names in own if names))))


def _shown(readings: Readings, measure: str, along: tuple[tuple[str, ...], ...]) -> list[Reading]:
    whole = [readings.reading(measure, (), period) for period in PERIODS]
    parts = (readings.points(measure, *names, period=period) for names in along for period in PERIODS)
    every = (*whole, *chain.from_iterable(parts))
    return [r for r in every if r is not None and sure(r) and r.unit in RATES]


def _best(row: Aim, shown: list[Reading]) -> Reading:
    wanted = max if row.better is Direction.HIGHER else min
    return wanted(shown, key=lambda reading: reading.value or 0.0)


def _beyond(row: Aim, shown: list[Reading]) -> bool:
    best, values = _best(row, shown), [reading.value or 0.0 for reading in shown]
    (low, high), value, target = ends(best), best.value or 0.0, row.target or 0.0
    room = max(MARGIN * abs(value), max(values) - min(values))
    if not in_its_unit(best, target):
        return False
    if row.better is Direction.HIGHER:
        return target > max(high, value + room)
    return row.better is Direction.LOWER and target < min(low, value - room)


def _explained(document: Document) -> set[str]:
    """Measures that an assumption, an experiment or an initiative's goal speaks of."""
    carried = {initiative.goal for initiative in document.initiatives}
    goals = (goal for goal in document.goals if goal.id in carried)
    return {
        *(assumption.measure for assumption in document.assumptions),
        *(experiment.metric for experiment in document.experiments),
        *(name for goal in goals for name in (*goal.leading, *goal.lagging)),
    }


PITFALL = Pitfall(
    code="TA101",
    slug="target_above_any_reading",
    title="A target lies beyond anything ever read, unexplained",
    severity=Severity.WARNING,
    find=_find,
    needs_data=True,
)
"""This mistake."""
