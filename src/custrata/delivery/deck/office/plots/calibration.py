"""The calibration plot: predicted across, actual upwards, the diagonal where both are equal."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE

from custrata.delivery import tokens
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting
from custrata.delivery.deck.office.plots import axes
from custrata.delivery.deck.plots import Calibration


def draw_calibration(slide: Any, zone: Zone, plot_of: Calibration, language: str) -> None:
    """Draw the points with their intervals and the dashed diagonal."""
    plot = axes.plot_zone(zone)
    pairs = [(p.value, a) for p, a in plot_of.points if p.value is not None and a.value is not None]
    listed = "; ".join(f"predicted {p.text}, actual {a.text}" for p, a in plot_of.points)
    data = XyChartData(number_format="General")
    groups = data.add_series("Groups")
    for x, actual in pairs:
        groups.add_data_point(x, actual.value)
    line = data.add_series("Equal")
    for end in (0.0, plot_of.top):
        line.add_data_point(end, end)
    described = f"Calibration. {listed}"
    chart = charting.add(slide, XL_CHART_TYPE.XY_SCATTER, zone, plot, data, described, "Calibration")
    charting.hide_axis(chart.category_axis, 0.0, plot_of.top)
    charting.hide_axis(chart.value_axis, 0.0, plot_of.top)
    dots, diagonal = chart.plots[0].series
    axes.dot(dots, tokens.ACCENT, 9)
    reaches = [a.ends if a.ends[0] is not None else (a.value, a.value) for _, a in pairs]
    below = [
        max((a.value or 0.0) - (low or 0.0), 0.0) for (_, a), (low, _) in zip(pairs, reaches, strict=True)
    ]
    above = [
        max((high or 0.0) - (a.value or 0.0), 0.0) for (_, a), (_, high) in zip(pairs, reaches, strict=True)
    ]
    if any(below) or any(above):
        axes.upright_intervals(dots, below, above, tokens.ACCENT)
    axes.stroke(diagonal, tokens.INK_2, 1.25, dashed=True)
    axes.frame(slide, plot)
    axes.ticks(slide, plot, marks(plot_of.top), marks(plot_of.top), language)
    axes.titles(slide, zone, plot, plot_of.across, plot_of.up, language)


def marks(top: float) -> tuple[tuple[float, str], ...]:
    """Round numbers from zero up to an end, each with its place as a share of it.

    Example:
        >>> marks(13.0)
        ((0.0, '0'), (0.38461538461538464, '5'), (0.7692307692307693, '10'))
    """
    power = 1.0
    while power > top / 2:
        power /= 10
    while power * 10 <= top / 2:
        power *= 10
    step = next(k for k in (1, 2, 5, 10) if top / (k * power) <= 4.5) * power
    decimals = max(0, len(f"{step:.10f}".rstrip("0").partition(".")[2]))
    return tuple((i * step / top, f"{i * step:,.{decimals}f}") for i in range(int(top / step + 1e-9) + 1))
