"""The radar of maturity on the page: levels as rings, now filled by a line, wanted dashed."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any

from custrata.delivery.deck.plots import Radar
from custrata.delivery.report.charts import Spec, finished

SIZE = 380
"""Width in pixels; a radar that fills its column would be no circle."""

_REACH = 1.6
_NAMES_AT = 1.25
_WORD = 0.12
"""Half the height of a name, in lengths of an axis."""


def radar(exhibit: Radar) -> Spec:
    """Rings of levels with their numbers, one axis a dimension from the top clockwise, two outlines at most.

    Args:
        exhibit: Axes, where each stands, where each is wanted.
    """
    import altair as alt

    count = len(exhibit.axes)
    rings = [
        row
        for level in range(1, exhibit.top + 1)
        for row in _outline(f"ring {level}", [level / exhibit.top] * count)
    ]
    low = min(y for _, y in _corners(count)) * _NAMES_AT - _WORD
    whole = alt.Scale(domain=[-_REACH, _REACH], nice=False)
    tall = alt.Scale(domain=[low, _NAMES_AT + _WORD], nice=False)
    x, y = (alt.X("x:Q", scale=whole, axis=None), alt.Y("y:Q", scale=tall, axis=None))
    path = {"x": x, "y": y, "order": alt.Order("place:Q"), "detail": alt.Detail("line:N")}
    grid = _source(rings).mark_line(color="var(--grid)", strokeWidth=1).encode(**path)
    spokes = _source(_spokes(count)).mark_line(color="var(--grid)", strokeWidth=1).encode(**path)
    now = _line(exhibit, "now").mark_line(color="var(--accent)", strokeWidth=2.5).encode(**path)
    drawn = grid + spokes + now
    if any(f is not None for f in exhibit.wanted):
        wanted = _line(exhibit, "wanted").mark_line(color="var(--ink-3)", strokeDash=[5, 4]).encode(**path)
        drawn = drawn + wanted
    names = [
        {"x": px * _NAMES_AT, "y": py * _NAMES_AT, "name": axis}
        for axis, (px, py) in zip(exhibit.axes, _corners(count), strict=True)
    ]
    numbers = {"x": x, "y": y, "text": "level:Q"}
    for number in _numbers(exhibit.top):
        drawn = drawn + number.encode(**numbers)
    height = round(SIZE * (_NAMES_AT + _WORD - low) / (2 * _REACH))
    spec = finished(drawn + _source(names).mark_text(fontSize=12).encode(x=x, y=y, text="name:N"), height)
    spec["width"] = SIZE
    return spec


def _source(rows: list[Spec]) -> Any:
    import altair as alt

    return alt.Chart(alt.InlineData(values=rows))


def _numbers(top: int) -> tuple[Any, Any]:
    """The level of each ring beside the first axis, over a halo that keeps outlines away from it."""
    levels = _source([{"x": 0, "y": n / top, "level": n} for n in range(1, top + 1)])
    where = {"fontSize": 11, "align": "right", "dx": -4}
    halo = levels.mark_text(stroke="var(--surface)", strokeWidth=4, **where)
    return halo, levels.mark_text(color="var(--ink-2)", **where)


def _line(exhibit: Radar, which: str) -> Any:
    figures = exhibit.now if which == "now" else exhibit.wanted
    return _source(_outline(which, [(f.value or 0.0) / exhibit.top if f else 0.0 for f in figures]))


def _outline(name: str, parts: Sequence[float]) -> list[Spec]:
    """A closed outline: one point an axis, the first again at the end."""
    points = [(px * part, py * part) for part, (px, py) in zip(parts, _corners(len(parts)), strict=True)]
    return [
        {"line": name, "place": place, "x": px, "y": py}
        for place, (px, py) in enumerate([*points, *points[:1]])
    ]


def _spokes(count: int) -> list[Spec]:
    return [
        {"line": f"spoke {number}", "place": place, "x": px * place, "y": py * place}
        for number, (px, py) in enumerate(_corners(count))
        for place in (0, 1)
    ]


def _corners(count: int) -> list[tuple[float, float]]:
    """The ends of the axes on a circle, the first at the top, then clockwise."""
    return [(round(sin(2 * pi * n / count), 9), round(cos(2 * pi * n / count), 9)) for n in range(count)]
