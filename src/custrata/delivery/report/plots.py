"""Interactive plots with two axes: who gives and gets, predicted against actual, lines over months."""

from __future__ import annotations

from typing import Any

from custrata.delivery.deck.plots import Calibration, ExchangeMap, Lines
from custrata.delivery.figures import Figure
from custrata.delivery.report.charts import Spec, finished


def exchange_map(exhibit: ExchangeMap) -> Spec:
    """One dot a group with the cross of its intervals, quadrants named in their corners."""
    import altair as alt

    rows = [
        {"name": s.label, "x": s.across.value, "y": s.up.value, "high": s.high, "said": _both(s.across, s.up)}
        | _ends("x", s.across)
        | _ends("y", s.up)
        for s in exhibit.spots
    ]
    source = alt.Chart(alt.InlineData(values=rows))
    whole = alt.Scale(domain=[0, 100], nice=False)
    ticks = [0, 25, 50, 75, 100]
    x = alt.X("x:Q", scale=whole, axis=alt.Axis(title=exhibit.across, values=ticks))
    y = alt.Y("y:Q", scale=whole, axis=alt.Axis(title=exhibit.up, values=ticks, grid=False))
    ink = alt.condition("datum.high", alt.value("var(--loss)"), alt.value("var(--ink-2)"))
    at = {"across": exhibit.middle[0], "up": exhibit.middle[1]}
    middle = alt.Chart(alt.InlineData(values=[at])).mark_rule(color="var(--axis)")
    lines = middle.encode(x=alt.X("across:Q", scale=whole)) + middle.encode(y=alt.Y("up:Q", scale=whole))
    across = source.mark_rule(strokeWidth=2).encode(x=alt.X("x_low:Q"), x2="x_high:Q", y=y, color=ink)
    upwards = source.mark_rule(strokeWidth=2).encode(x=x, y=alt.Y("y_low:Q"), y2="y_high:Q", color=ink)
    tips = [alt.Tooltip("name:N", title=" "), alt.Tooltip("said:N", title="Gets and gives")]
    dots = source.mark_point(filled=True, size=90, opacity=1).encode(x=x, y=y, color=ink, tooltip=tips)
    right = source.transform_filter("datum.x < 60").mark_text(align="left", dx=9, dy=-9, fontWeight=600)
    left = source.transform_filter("datum.x >= 60").mark_text(align="right", dx=-9, dy=-9, fontWeight=600)
    names = right.encode(x=x, y=y, text="name:N") + left.encode(x=x, y=y, text="name:N")
    return finished(lines + across + upwards + dots + names + _corners(exhibit, whole), 400)


def _corners(exhibit: ExchangeMap, whole: Any) -> Any:
    import altair as alt

    places = ((2, 97, "left"), (98, 97, "right"), (2, 3, "left"), (98, 3, "right"))
    drawn = []
    for text, (x, y, align) in zip(exhibit.corners, places, strict=True):
        at = alt.Chart(alt.InlineData(values=[{"x": x, "y": y, "name": text}]))
        drawn.append(
            at.mark_text(align=align, color="var(--ink-3)").encode(
                x=alt.X("x:Q", scale=whole), y=alt.Y("y:Q", scale=whole), text="name:N"
            )
        )
    return alt.layer(*drawn)


def _both(one: Figure, other: Figure) -> str:
    return ", ".join(f"{f.text} ({f.interval})" if f.interval else f.text for f in (one, other))


def _ends(axis: str, shown: Figure) -> Spec:
    low, high = shown.ends
    value = shown.value
    return {f"{axis}_low": value if low is None else low, f"{axis}_high": value if high is None else high}


def calibration(exhibit: Calibration) -> Spec:
    """One dot a group with its interval, over the diagonal where both are equal."""
    import altair as alt

    rows = [
        {"x": p.value, "y": a.value, "predicted": p.text, "actual": _both(a, a).partition(", ")[0]}
        | _ends("y", a)
        for p, a in exhibit.points
    ]
    source = alt.Chart(alt.InlineData(values=rows))
    whole = alt.Scale(domain=[0, exhibit.top], nice=False)
    x = alt.X("x:Q", scale=whole, axis=alt.Axis(title=exhibit.across, tickCount=5))
    y = alt.Y("y:Q", scale=whole, axis=alt.Axis(title=exhibit.up, tickCount=5))
    ends = [{"x": 0, "y": 0}, {"x": exhibit.top, "y": exhibit.top}]
    equal = (
        alt.Chart(alt.InlineData(values=ends))
        .mark_line(strokeDash=[4, 3], color="var(--ink-2)", strokeWidth=1)
        .encode(x=x, y=y)
    )
    tips = [alt.Tooltip("predicted:N", title="Predicted"), alt.Tooltip("actual:N", title="Actual")]
    bars = source.mark_rule(strokeWidth=2, color="var(--accent-line)").encode(
        x=x, y=alt.Y("y_low:Q"), y2="y_high:Q"
    )
    dots = source.mark_point(filled=True, size=60, color="var(--accent)", opacity=1).encode(
        x=x, y=y, tooltip=tips
    )
    return finished(equal + bars + dots, 340)


def lines(exhibit: Lines) -> Spec:
    """Lines from zero, expected ones dashed; what stands over them says which is which."""
    import altair as alt

    rows = [
        {"line": line.name, "name": label, "value": f.value, "said": f.text, "dashed": line.dashed}
        | {"last": place == len(exhibit.labels) - 1}
        for line in exhibit.lines
        for place, (label, f) in enumerate(zip(exhibit.labels, line.figures, strict=True))
        if f is not None
    ]
    source = alt.Chart(alt.InlineData(values=rows))
    every = max(1, len(exhibit.labels) // 8)
    shown = list(exhibit.labels)[::every]
    axis = alt.Axis(labelAngle=0, values=shown, labelOverlap="parity")
    x = alt.X("name:N", sort=list(exhibit.labels), title=None, axis=axis)
    y = alt.Y("value:Q", scale=alt.Scale(domain=[0, exhibit.top]), axis=alt.Axis(title=None, tickCount=5))
    names = [line.name for line in exhibit.lines]
    paint = ["var(--ink-3)" if line.dashed else "var(--accent)" for line in exhibit.lines]
    colour = alt.Color("line:N", scale=alt.Scale(domain=names, range=paint), legend=None)
    dash = alt.StrokeDash(
        "line:N",
        scale=alt.Scale(domain=names, range=[[5, 4] if line.dashed else [1, 0] for line in exhibit.lines]),
        legend=None,
    )
    tips = [
        alt.Tooltip("name:N", title=" "),
        alt.Tooltip("line:N", title="Line"),
        alt.Tooltip("said:N", title="Value"),
    ]
    drawn = source.mark_line(strokeWidth=2).encode(x=x, y=y, color=colour, strokeDash=dash)
    dots = source.mark_point(filled=True, size=36, opacity=1).encode(x=x, y=y, color=colour, tooltip=tips)
    return finished(drawn + dots, 320)
