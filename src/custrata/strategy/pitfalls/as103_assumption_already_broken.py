"""An assumption has failed already: its measure lies beyond its threshold.

Avoid: assumptions whose numbers are looked at once a year.

Prefer: a look at every build, and the kill criterion carried out when a number is crossed.

Why: plans that rest on it go on spending although what carries them is gone.

Mend: do what its kill criterion says, or change the assumption and what rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Readings, Severity
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.pitfalls.certainty import breaks, latest
from custrata.strategy.pitfalls.families import RATES
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Reading


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None:
        return
    for assumption in document.assumptions:
        if assumption.threshold is None or assumption.direction is None or not assumption.measure:
            continue
        reading = _reading(assumption, known.readings)
        if reading is not None and breaks(reading, assumption.threshold, assumption.direction):
            yield PITFALL.finding(
                f"assumptions[{assumption.id}]",
                f"It holds while {assumption.measure} is {assumption.direction}"
                f" {spell(assumption.threshold, reading.unit)}; it is {spell(reading.value, reading.unit)}.",
                "Do what its kill criterion says, or change it and what rests on it.",
            )


def _reading(assumption: Assumption, readings: Readings) -> Reading | None:
    own = [figure for figure in assumption.statement.figures if figure.measure == assumption.measure]
    if not own:
        reading = latest(readings, assumption.measure)
        # Which span a total is meant for is not said; a rate means the same in each.
        return reading if reading is not None and reading.unit in RATES else None
    # A number made of several readings cannot be told from one of them.
    return readings.reading(*own[0].key) if len(own) == 1 and len(own[0].keys) == 1 else None


PITFALL = Pitfall(
    code="AS103",
    slug="assumption_already_broken",
    title="The data show an assumption broken",
    severity=Severity.ERROR,
    find=_find,
    needs_data=True,
)
"""This mistake."""
