"""A bridge as stacked columns on an invisible foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from custrata.delivery import tokens
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.slides import Bridge, Step, StepKind


@dataclass(frozen=True, slots=True)
class Part:
    """One column: invisible foot, what stands above zero, what hangs below, and the level it ends at."""

    foot: float
    above: float
    below: float
    start: float
    end: float


def parts(steps: tuple[Step, ...]) -> tuple[Part, ...]:
    """The columns of a bridge; a step that crosses zero is split there and has no foot.

    Args:
        steps: Totals and moves; moves are positive numbers, their kind gives the direction.
    """
    found: list[Part] = []
    level = 0.0
    for step in steps:
        size = step.figure.value or 0.0
        if step.kind is StepKind.TOTAL:
            start, end = 0.0, size
        else:
            start = level
            end = level + abs(size) if step.kind is StepKind.UP else level - abs(size)
        low, high = min(start, end), max(start, end)
        foot = low if low > 0 else min(high, 0.0)
        found.append(Part(foot, max(high, 0.0) - max(low, 0.0), min(low, 0.0) - min(high, 0.0), start, end))
        level = end
    return tuple(found)


def draw_bridge(slide: Any, zone: Zone, bridge: Bridge, language: str) -> None:
    """Totals in ink, gains in blue, losses in rust, thin connectors, a signed label on each."""
    columns = parts(bridge.steps)
    plot = zone.inset(top=0.8, bottom=1.35)
    data = CategoryChartData()
    data.categories = [lettered.clean(s.label) for s in bridge.steps]
    data.add_series("Foot", [p.foot for p in columns])
    for name, kind in (("Total", StepKind.TOTAL), ("Up", StepKind.UP), ("Down", StepKind.DOWN)):
        data.add_series(name, [_size(p, s, kind) for p, s in zip(columns, bridge.steps, strict=True)])
        if any(p.below and p.above for p in columns):
            data.add_series(
                f"{name} below",
                [
                    p.below if s.kind is kind and p.above else 0.0
                    for p, s in zip(columns, bridge.steps, strict=True)
                ],
            )
    listed = "; ".join(f"{s.label} {s.figure.text}" for s in bridge.steps)
    chart = charting.add(slide, XL_CHART_TYPE.COLUMN_STACKED, zone, plot, data, f"Bridge. {listed}", "Bridge")
    low = min([0.0, *(min(p.start, p.end) for p in columns)])
    high = max([*(max(p.start, p.end) for p in columns), 0.0]) or 1.0
    charting.hide_axis(chart.value_axis, low, high)
    charting.hide_axis(chart.category_axis)
    charting.zero_line(chart.category_axis)
    chart.plots[0].gap_width, chart.plots[0].overlap = 40, 100
    colours = {"Total": tokens.INK_2, "Up": tokens.GAIN, "Down": tokens.LOSS}
    for series in chart.plots[0].series:
        if series.name == "Foot":
            series.format.fill.background()
            series.format.line.fill.background()
        else:
            charting.paint_series(series, colours[series.name.split()[0]])
    _words(slide, plot, bridge, columns, (low, high), language)


def _size(part: Part, step: Step, kind: StepKind) -> float:
    if step.kind is not kind:
        return 0.0
    return part.above or part.below


def _words(
    slide: Any,
    plot: Zone,
    bridge: Bridge,
    columns: tuple[Part, ...],
    span: tuple[float, float],
    language: str,
) -> None:
    step = plot.w / len(columns)
    per_unit = plot.h / (span[1] - span[0])
    centres = [plot.x + (i + 0.5) * step for i in range(len(columns))]
    bar = step / 1.4
    for index, (part, value) in enumerate(zip(columns, bridge.steps, strict=True)):
        top = plot.y + (span[1] - max(part.start, part.end)) * per_unit
        colour = {StepKind.UP: tokens.GAIN, StepKind.DOWN: tokens.LOSS_TEXT}.get(value.kind, tokens.INK)
        label = Zone(centres[index] - step / 2, top - 0.66, step, 0.6)
        charting.caption(slide, value.figure.text, label, language, colour=colour)
        if index + 1 < len(columns):
            y = plot.y + (span[1] - part.end) * per_unit
            line = Zone(centres[index] + bar / 2, y, step - bar, 0.02)
            lettered.ground(slide, line, tokens.AXIS, name="Connector")
    charting.tick_texts(
        slide, [s.label for s in bridge.steps], centres, plot.y + plot.h + 0.15, step, language
    )
