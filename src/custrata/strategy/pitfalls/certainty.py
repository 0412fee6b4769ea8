"""What readings say so surely that a finding may rest on it."""

from __future__ import annotations

from custrata.strategy.lint.finding import Readings
from custrata.vocabulary import Reading, Segment

PERCENT_FROM = 5.0
"""A share of five hundred percent is beyond any retention; whoever writes it means five percent."""

ROUNDED = 0.05
"""What two digits may miss: 10.5 is written as 10 or as 11."""

LEAST_N = 30
"""Fewer things than this prove nothing here: the usual floor under which an average is left alone."""


def latest(readings: Readings, measure: str, segment: Segment = ()) -> Reading | None:
    """The reading of the latest window, else of the whole history; None when neither holds a number."""
    for period in ("current", "all"):
        reading = readings.reading(measure, segment, period)
        if reading is not None and reading.value is not None:
            return reading
    return None


def sure(reading: Reading | None, least_n: int = LEAST_N) -> bool:
    """Whether there is a number that rests on enough."""
    return reading is not None and reading.value is not None and reading.n >= least_n


def ends(reading: Reading) -> tuple[float, float]:
    """Both ends of the interval; the number itself where it was counted."""
    value = reading.value or 0.0
    low = value if reading.low is None else reading.low
    high = value if reading.high is None else reading.high
    return low, high


def in_its_unit(reading: Reading, number: float) -> bool:
    """Whether a number can be meant in the unit of a reading; a share typed in percent is not.

    Args:
        reading: What the data say.
        number: What somebody wrote.
    """
    return reading.unit != "share" or abs(number) < PERCENT_FROM


def breaks(reading: Reading | None, number: float, direction: str) -> bool:
    """Whether a reading surely lies on the wrong side of a number, its whole interval with it.

    Args:
        reading: What the data say.
        number: What must not be crossed.
        direction: ``at least`` or ``at most``, the side on which the word is kept.
    """
    if reading is None or not sure(reading) or not in_its_unit(reading, number):
        return False
    low, high = ends(reading)
    # A counted number has no interval, and people write two digits of it.
    room = ROUNDED * abs(number) if reading.low is None and reading.high is None else 0.0
    return low > number + room if direction == "at most" else high < number - room
