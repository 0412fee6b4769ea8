"""A charted exhibit as its specification and the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from custrata.delivery.deck.plots import Calibration, ExchangeMap, Lines, Radar, Whale
from custrata.delivery.deck.slides import Bars, Bridge, Columns, Exhibit, Stack
from custrata.delivery.figures import Figure
from custrata.delivery.report import charts, plots
from custrata.delivery.report.radar import radar
from custrata.keeping import Kept

Cells = tuple[str | Figure, ...]
VALUE = ("", "Value")


@dataclass(frozen=True)
class Charted:
    """A chart and its table.

    Attributes:
        spec: Vega-Lite, coloured by the page's own tokens.
        heads: Heads of the table.
        rows: Its rows; the first cell names the row.
        heading: What stands over the chart; empty where the sheet's title says it.
        narrow: The same for a narrow column, where it is drawn otherwise there.
    """

    spec: charts.Spec
    heads: tuple[str, ...]
    rows: tuple[Cells, ...]
    heading: str = ""
    narrow: charts.Spec | None = None


def charted(exhibit: Exhibit) -> Charted | None:
    """The chart of an exhibit.

    Args:
        exhibit: What to show.

    Returns:
        None for what is no chart: tables and panels.
    """
    return _charted(exhibit)


def _made(exhibit: Exhibit) -> Charted | None:
    match exhibit:
        case Bars():
            return Charted(charts.bars(exhibit), VALUE, _points(exhibit), exhibit.heading)
        case Columns():
            return Charted(charts.columns(exhibit), VALUE, _points(exhibit), exhibit.heading)
        case Stack():
            heads = ("", *exhibit.columns)
            return Charted(charts.stack(exhibit), heads, tuple((x.name, *x.figures) for x in exhibit.layers))
        case Bridge():
            steps = tuple((s.label, s.figure) for s in exhibit.steps)
            spec, narrow = charts.bridge(exhibit), charts.lying(exhibit)
            return Charted(spec, ("Step", "Value"), steps, narrow=None if narrow == spec else narrow)
        case Whale():
            marks = tuple((f"{m.head.text} {m.words.text}".strip(), m.figure) for m in exhibit.marks)
            return Charted(charts.whale(exhibit), ("Point", "Cumulative share"), marks)
        case ExchangeMap():
            spots = tuple((s.label, s.across, s.up) for s in exhibit.spots)
            return Charted(plots.exchange_map(exhibit), ("Group", exhibit.across, exhibit.up), spots)
        case Calibration():
            return Charted(plots.calibration(exhibit), (exhibit.across, exhibit.up), exhibit.points)
        case Lines():
            return _lines(exhibit)
        case Radar():
            return _radar(exhibit)
    return None


@lru_cache(maxsize=512)
def _of_equal(exhibit: Exhibit) -> Charted | None:
    return _made(exhibit)


_charted: Kept[Exhibit, Charted | None] = Kept(_of_equal, most=512)
"""Specifications are slow to write and asked for with every page; a save leaves most of them as they are."""


def _points(exhibit: Bars | Columns) -> tuple[Cells, ...]:
    return tuple((p.label, p.figure) for p in exhibit.points)


def _lines(exhibit: Lines) -> Charted:
    rows = tuple(
        (label, *(line.figures[place] or "" for line in exhibit.lines))
        for place, label in enumerate(exhibit.labels)
    )
    heads = ("", *(line.name for line in exhibit.lines))
    return Charted(plots.lines(exhibit), heads, rows, _keyed(exhibit))


def _keyed(exhibit: Lines) -> str:
    """The heading and which line is which: lines upon each other leave no room for names at their ends."""
    if len(exhibit.lines) == 1:
        return exhibit.heading
    key = ", ".join(f"{line.name.lower()} {'dashed' if line.dashed else 'solid'}" for line in exhibit.lines)
    return f"{exhibit.heading}: {key}" if exhibit.heading else key.capitalize()


def _radar(exhibit: Radar) -> Charted:
    wanted = exhibit.wanted or (None,) * len(exhibit.axes)
    rows = tuple(
        (axis, now, aim or "not said")
        for axis, now, aim in zip(exhibit.axes, exhibit.now, wanted, strict=True)
    )
    return Charted(radar(exhibit), ("Dimension", "Shown", "Wanted"), rows)
