"""What a sheet rests on, in one line at its foot: period, how many, how sure."""

from __future__ import annotations

from custrata.delivery.deck.ledger import printed_figures
from custrata.delivery.deck.material import day_text, period_text
from custrata.delivery.deck.slides import Slide
from custrata.delivery.figures import sure_in_short
from custrata.vocabulary import Reading

_MOST = 2
"""Periods and kinds of things that are named; more of them would be a list, not a line."""


def footing(slide: Slide) -> str:
    """The line at the foot of a sheet; empty where nothing in it was read from data.

    Args:
        slide: The finding.
    """
    if slide.evidence:
        return slide.evidence
    shown = list(printed_figures(slide))
    readings = list(dict.fromkeys(reading for figure in shown for reading in figure.readings))
    if not readings:
        return ""
    pieces = [_periods(readings), _counts(readings), _intervals(readings)]
    return " · ".join(piece for piece in pieces if piece)


def _periods(readings: list[Reading]) -> str:
    spans = list(dict.fromkeys(period_text(r.period) for r in readings))
    if len(spans) <= _MOST:
        return " and ".join(spans)
    first, last = min(r.period.start for r in readings), max(r.period.end for r in readings)
    return f"{len(spans)} periods from {day_text(first)} to {day_text(last)}"


def _counts(readings: list[Reading]) -> str:
    kinds: dict[str, list[int]] = {}
    for reading in readings:
        kinds.setdefault(reading.n_of, []).append(reading.n)
    largest = sorted(kinds.items(), key=lambda kind: -len(kind[1]))[:_MOST]
    return "n " + ", ".join(
        f"{min(counts):,}{f' to {max(counts):,}' if min(counts) < max(counts) else ''} {kind}"
        for kind, counts in largest
    )


def _intervals(readings: list[Reading]) -> str:
    ways = sorted({sure_in_short(r.method) for r in readings if r.low is not None})
    return "; ".join(dict.fromkeys(part for way in ways for part in way.split("; ")))
