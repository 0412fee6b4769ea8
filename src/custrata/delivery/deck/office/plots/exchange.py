"""The value-exchange map: one dot a group, its intervals as a cross, quadrants with their names."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.office.plots import axes
from custrata.delivery.deck.plots import ExchangeMap, Spot
from custrata.delivery.figures import Figure

_LINE, _ROOM = 0.56, 4.6
_QUARTERS = tuple((share, f"{100 * share:.0f}") for share in (0.0, 0.25, 0.5, 0.75, 1.0))


def draw_exchange(slide: Any, zone: Zone, plot_of: ExchangeMap, language: str) -> None:
    """Draw the map with its names."""
    plot = axes.plot_zone(zone)
    spots = [s for s in plot_of.spots if s.across.value is not None and s.up.value is not None]
    listed = "; ".join(f"{s.label} gets {s.across.text}, gives {s.up.text}" for s in spots)
    described = f"Value exchange. {listed}"
    data = _data(plot_of, spots)
    chart = charting.add(slide, XL_CHART_TYPE.XY_SCATTER, zone, plot, data, described, "Value exchange")
    charting.hide_axis(chart.category_axis, 0.0, 100.0)
    charting.hide_axis(chart.value_axis, 0.0, 100.0)
    colours = {lettered.clean(s.label): _colour(s) for s in spots}
    for series in chart.plots[0].series:
        _look(series, colours)
    axes.frame(slide, plot)
    axes.ticks(slide, plot, _QUARTERS, _QUARTERS, language)
    axes.titles(slide, zone, plot, plot_of.across, plot_of.up, language)
    _corners(slide, plot, plot_of, language)
    _names(slide, plot, spots, language)


def _colour(spot: Spot) -> str:
    return tokens.LOSS if spot.high else tokens.INK_3


def _data(plot_of: ExchangeMap, spots: list[Spot]) -> XyChartData:
    data = XyChartData(number_format="General")
    corners = data.add_series("Corners")
    for corner in ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 100.0)):
        corners.add_data_point(*corner)
    for name, ends in (
        ("Middle upwards", ((plot_of.middle[0], 0.0), (plot_of.middle[0], 100.0))),
        ("Middle across", ((0.0, plot_of.middle[1]), (100.0, plot_of.middle[1]))),
    ):
        line = data.add_series(name)
        for end in ends:
            line.add_data_point(*end)
    for spot in spots:
        x, y = spot.across.value or 0.0, spot.up.value or 0.0
        _interval(data, f"{lettered.clean(spot.label)}: interval across", spot.across, lambda v, y=y: (v, y))
        _interval(data, f"{lettered.clean(spot.label)}: interval upwards", spot.up, lambda v, x=x: (x, v))
        data.add_series(lettered.clean(spot.label)).add_data_point(x, y)
    return data


def _interval(data: XyChartData, name: str, shown: Figure, at: Any) -> None:
    low, high = shown.ends
    if low is None or high is None:
        return
    line = data.add_series(name)
    for end in (low, high):
        line.add_data_point(*at(min(max(end, 0.0), 100.0)))


def _look(series: Any, colours: dict[str, str]) -> None:
    group, _, part = series.name.rpartition(": interval ")
    if series.name == "Corners":
        axes.hide(series)
    elif series.name.startswith("Middle "):
        axes.stroke(series, tokens.AXIS, 0.75)
    elif part and group in colours:
        axes.stroke(series, colours[group], 2)
    else:
        axes.dot(series, colours.get(series.name, tokens.INK_3))


def _corners(slide: Any, plot: Zone, plot_of: ExchangeMap, language: str) -> None:
    half = plot.w / 2
    places = (
        (plot.x + 0.3, plot.y + 0.12, "left"),
        (plot.x + half, plot.y + 0.12, "right"),
        (plot.x + 0.3, plot.y + plot.h - 0.72, "left"),
        (plot.x + half, plot.y + plot.h - 0.72, "right"),
    )
    for text, (x, y, align) in zip(plot_of.corners, places, strict=True):
        line = Paragraph((Run(text, tokens.SMALL_PT, bold=True, colour=tokens.INK_3),), align=align)
        lettered.box(slide, Zone(x, y, half - 0.3, 0.6), [line], language, name=f"Quadrant {text}")


def _names(slide: Any, plot: Zone, spots: list[Spot], language: str) -> None:
    taken = [_dot_zone(plot, spot) for spot in spots]
    for spot in sorted(spots, key=lambda s: not s.high):
        zone, align = _free(plot, spot, taken)
        taken.append(zone)
        colour = tokens.LOSS_TEXT if spot.high else tokens.INK
        line = Paragraph((Run(spot.label, tokens.SMALL_PT, spot.high, colour),), align=align)
        lettered.box(slide, zone, [line], language, name=f"Label {spot.label}", anchor="middle")


def _place(plot: Zone, x: float, y: float) -> tuple[float, float]:
    return plot.x + plot.w * x / 100, plot.y + plot.h * (100 - y) / 100


def _dot_zone(plot: Zone, spot: Spot) -> Zone:
    x, y = _place(plot, spot.across.value or 0.0, spot.up.value or 0.0)
    return Zone(x - 0.2, y - 0.2, 0.4, 0.4)


def _free(plot: Zone, spot: Spot, taken: list[Zone]) -> tuple[Zone, str]:
    """The first place for a name that covers nothing: outwards of the cross, inwards, above, beneath."""
    need = min(lettering.width(spot.label, tokens.SMALL_PT, bold=True) + 0.15, _ROOM)
    tall = _LINE * lettering.lines(spot.label, tokens.SMALL_PT, need, bold=True)
    low, high = spot.across.ends
    value = spot.across.value or 0.0
    x, y = _place(plot, value, spot.up.value or 0.0)
    left = _place(plot, value if low is None else max(low, 0.0), 0)[0] - 0.25 - need
    right = _place(plot, value if high is None else min(high, 100.0), 0)[0] + 0.25
    sides = [(Zone(right, y - tall / 2, need, tall), "left"), (Zone(left, y - tall / 2, need, tall), "right")]
    beside = sides if value >= 50 else sides[::-1]
    stacked = [(Zone(x + 0.15, y - tall - 0.15 - step, need, tall), "left") for step in (0.0, 0.5, 1.0)] + [
        (Zone(x + 0.15, y + 0.15 + step, need, tall), "left") for step in (0.0, 0.5, 1.0)
    ]
    places = [p for p in (*beside, *stacked) if _within(p[0], plot)] or list(beside)
    return next((p for p in places if not any(_over(p[0], t) for t in taken)), places[0])


def _within(zone: Zone, plot: Zone) -> bool:
    return plot.x <= zone.x and zone.x + zone.w <= plot.x + plot.w and plot.y <= zone.y <= plot.y + plot.h


def _over(one: Zone, other: Zone) -> bool:
    return (
        one.x < other.x + other.w
        and other.x < one.x + one.w
        and one.y < other.y + other.h
        and other.y < one.y + one.h
    )
