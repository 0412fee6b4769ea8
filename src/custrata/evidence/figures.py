"""What a figure of a claim reads in a snapshot: the number, its interval, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from custrata.snapshot import Snapshot
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.strategy.wording.spelling import MONEY_WITHOUT_CODE, is_money
from custrata.vocabulary import Reading


@dataclass(frozen=True, slots=True)
class NumberNow:
    """A figure as the snapshot gives it.

    Attributes:
        value: The number; None when it cannot be known, and then ``reason`` says why.
        low: Lower end of the interval; None for a counted or composed number.
        high: Upper end of the interval; None for a counted or composed number.
        n: The fewest things that any of the readings rests on.
        readings: The readings that make the number, in the order of the figure.
        reason: Why there is no number.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0
    readings: tuple[Reading, ...] = ()
    reason: str = ""


def describe(key: ReadingKey) -> str:
    """A reading's name for a sentence: ``revenue, tier gold, current``."""
    where = "".join(f", {dimension} {value}" for dimension, value in key.segment)
    return f"{key.measure}{where}, {key.period}"


def number_now(figure: Figure, snapshot: Snapshot) -> NumberNow:
    """The figure's number in a snapshot.

    Args:
        figure: What the number is made of.
        snapshot: Where to read it.

    Returns:
        The reading itself with its interval, or (first + plus − minus) ÷ Σ over without one; no value when
        a reading is missing or empty, when its money is in another currency than the sentence, when the
        divisor is 0, or when it rests on too few things.
    """
    found = [(key, snapshot.reading(*key.key)) for key in figure.keys]
    readings = tuple(r for _, r in found if r is not None)
    n = min((r.n for r in readings), default=0)
    if reason := _absent(found) or _other_money(figure, readings):
        return NumberNow(None, n=n, readings=readings, reason=reason)
    if n < figure.least_n:
        few = f"{describe(figure)} rests on {n:,} {readings[0].n_of}, fewer than {figure.least_n:,}"
        return NumberNow(None, n=n, readings=readings, reason=few)
    if len(readings) == 1:
        only = readings[0]
        return NumberNow(only.value, only.low, only.high, n, readings)
    return _composed(figure, readings, n)


def _absent(found: Iterable[tuple[ReadingKey, Reading | None]]) -> str:
    for key, reading in found:
        if reading is None:
            return f"the snapshot holds no reading of {describe(key)}"
        if reading.value is None:
            return f"{describe(key)} is not known: {reading.reason or 'no reason given'}"
    return ""


def _other_money(figure: Figure, readings: tuple[Reading, ...]) -> str:
    """Money in two currencies is never compared; money whose currency nothing states is taken for either."""
    units = {r.unit for r in readings if is_money(r.unit)} - MONEY_WITHOUT_CODE
    written = {figure.unit} if is_money(figure.unit) else set()
    if written and units and not units & (written | MONEY_WITHOUT_CODE) and not written & MONEY_WITHOUT_CODE:
        return f"it is written in {figure.unit}, the readings are in {', '.join(sorted(units))}"
    return ""


def _composed(figure: Figure, readings: tuple[Reading, ...], n: int) -> NumberNow:
    values = [r.value or 0.0 for r in readings]
    added, taken = 1 + len(figure.plus), len(figure.minus)
    top = sum(values[:added]) - sum(values[added : added + taken])
    if not figure.over:
        return NumberNow(top, n=n, readings=readings)
    divisor = sum(values[added + taken :])
    if divisor == 0:
        return NumberNow(None, n=n, readings=readings, reason=f"{describe(figure.over[0])} is 0")
    return NumberNow(top / divisor, n=n, readings=readings)
