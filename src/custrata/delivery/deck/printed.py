"""What is printed of a slide: its figures, its sentences, its labels, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.delivery.deck.plots import Calibration, ExchangeMap, Lines, Radar, Whale
from custrata.delivery.deck.slides import (
    Bars,
    Bridge,
    Columns,
    Exhibit,
    FigurePanel,
    Panel,
    Slide,
    Stack,
    Table,
)
from custrata.delivery.figures import Figure, Prose


def proses_of(exhibit: Exhibit) -> Iterator[Prose]:
    """Every sentence of an exhibit, in reading order."""
    match exhibit:
        case Table():
            for row in exhibit.rows:
                for cell in row.cells:
                    yield cell.main
                    yield cell.small
        case FigurePanel():
            yield from (row.words for row in exhibit.rows)
        case Panel():
            for item in exhibit.items:
                yield item.head
                yield item.words
        case Whale():
            for mark in exhibit.marks:
                yield mark.head
                yield mark.words
            yield from (*exhibit.earns, *exhibit.gives_back)
        case _:
            return


def figures_of(exhibit: Exhibit) -> Iterator[Figure]:
    """Every figure of an exhibit, those in sentences included, in reading order."""
    match exhibit:
        case Table():
            for row in exhibit.rows:
                yield from (f for f in (row.now, row.target) if f is not None)
        case FigurePanel():
            yield from (row.figure for row in exhibit.rows)
        case Bars() | Columns():
            yield from (point.figure for point in exhibit.points)
        case Stack():
            for layer in exhibit.layers:
                yield from layer.figures
        case Bridge():
            yield from (step.figure for step in exhibit.steps)
        case Whale():
            yield from (mark.figure for mark in exhibit.marks)
            yield from exhibit.figures
        case ExchangeMap():
            for spot in exhibit.spots:
                yield from (spot.across, spot.up)
        case Calibration():
            for predicted, actual in exhibit.points:
                yield from (predicted, actual)
        case Lines():
            for line in exhibit.lines:
                yield from (f for f in line.figures if f is not None)
        case Radar():
            yield from exhibit.now
            yield from (f for f in exhibit.wanted if f is not None)
        case _:
            pass
    for prose in proses_of(exhibit):
        yield from prose.figures


def labels_of(exhibit: Exhibit) -> Iterator[str]:
    """Every label of an exhibit that is neither a figure nor a sentence: categories, heads, owners."""
    match exhibit:
        case Table():
            yield from (column.head for column in exhibit.columns)
            yield from (row.cut for row in exhibit.rows if row.cut)
            yield from (text for _, text in exhibit.spots.ticks) if exhibit.spots else ()
        case FigurePanel():
            yield exhibit.heading
        case Panel():
            yield exhibit.heading
            yield from (item.owner for item in exhibit.items)
        case Bars() | Columns():
            yield exhibit.heading
            yield from (point.label for point in exhibit.points)
        case Stack():
            yield from exhibit.columns
            yield from (layer.name for layer in exhibit.layers)
        case Bridge():
            yield from (step.label for step in exhibit.steps)
        case Whale():
            yield exhibit.axis
            yield ", ".join(exhibit.ticks)
        case ExchangeMap():
            yield from (exhibit.across, exhibit.up, *exhibit.corners, *(s.label for s in exhibit.spots))
        case Calibration():
            yield from (exhibit.across, exhibit.up)
        case Radar():
            yield from exhibit.axes
        case Lines():
            yield exhibit.heading
            yield from exhibit.labels
            yield from (line.name for line in exhibit.lines)
    for prose in proses_of(exhibit):
        yield from (name.text for name in prose.names)


def sentences_of(slide: Slide) -> Iterator[Prose]:
    """Every sentence of a slide outside its exhibits that is printed on it, the chosen title first."""
    yield slide.titles[0]
    yield slide.measured
    yield slide.so_what
