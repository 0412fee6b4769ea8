"""Readings made by hand for tests of pitfalls: only what a test says is known."""

from __future__ import annotations

import datetime as dt

from custrata.strategy.lint.finding import Known
from custrata.vocabulary import EvidenceState, Period, Reading, Segment

TODAY = dt.date(2026, 6, 30)
SPANS = {
    "all": Period("all", dt.date(2024, 7, 1), TODAY),
    "current": Period("current", dt.date(2025, 7, 1), TODAY),
    "previous": Period("previous", dt.date(2024, 7, 1), dt.date(2025, 6, 30)),
}


class Told:
    """Readings by key; ``add`` gives the object back, so that calls can be strung together."""

    def __init__(self) -> None:
        self.readings: list[Reading] = []

    def add(
        self,
        measure: str,
        value: float | None,
        unit: str = "share",
        n: int = 400,
        segment: Segment = (),
        period: str = "current",
        interval: tuple[float, float] | None = None,
    ) -> Told:
        """One more reading."""
        low, high = interval or (None, None)
        self.readings.append(
            Reading(measure, value, unit, n, "customers", SPANS[period], segment, low, high, "by hand")
        )
        return self

    def by(self, measure: str, dimension: str, unit: str = "share", n: int = 400, **values: float) -> Told:
        """Readings of the latest window by the values of one dimension."""
        for name, value in values.items():
            self.add(measure, value, unit, n, ((dimension, name),))
        return self

    def reading(self, measure: str, segment: Segment = (), period: str = "all") -> Reading | None:
        """The reading of this key, or None."""
        return next((r for r in self.readings if r.key == (measure, segment, period)), None)

    def points(self, measure: str, *dimensions: str, period: str = "all") -> tuple[Reading, ...]:
        """Readings by exactly these dimensions."""
        return tuple(
            r
            for r in self.readings
            if (r.measure, r.period.name) == (measure, period)
            and tuple(d for d, _ in r.segment) == dimensions
        )


class Held:
    """How one claim stands."""

    def __init__(self, claim_id: str, state: EvidenceState, reason: str = "As told by the test.") -> None:
        self.claim_id, self.state, self.reason = claim_id, state, reason


def known(
    told: Told | None = None,
    on: dt.date | None = TODAY,
    measures: tuple[str, ...] = (),
    **states: EvidenceState,
) -> Known:
    """What the linter is told: readings, the day, the catalogue, and the state of claims by id."""
    evidence = {claim_id: Held(claim_id, state) for claim_id, state in states.items()}
    return Known(evidence, measures, told, on)
