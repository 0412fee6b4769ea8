"""Interactive charts of the report: Vega-Lite from Altair, coloured by the page's own tokens."""

from __future__ import annotations

from typing import Any

from custrata.delivery import tokens
from custrata.delivery.deck.plots import Whale
from custrata.delivery.deck.slides import Bars, Bridge, Columns, Stack, StepKind
from custrata.vocabulary import Tier

Spec = dict[str, Any]
_TIER_VAR = {tokens.TIER_FILL[t]: f"var(--t{i})" for i, t in enumerate(Tier, start=1)}
_TIER_INK = {tokens.TIER_FILL[t]: f"var(--on-t{i})" for i, t in enumerate(Tier, start=1)}


def theme() -> Spec:
    """The look of all charts: page fonts, quiet axes, horizontal grid only, no frame."""
    font = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
    axis = {
        "labelColor": "var(--ink-2)",
        "titleColor": "var(--ink-3)",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": 400,
        "domainColor": "var(--axis)",
        "gridColor": "var(--grid)",
        "ticks": False,
        "labelPadding": 6,
    }
    return {
        "background": "transparent",
        "font": font,
        "view": {"stroke": None},
        "axis": axis,
        "axisY": {"domain": False},
        "axisX": {"grid": False},
        "text": {"color": "var(--ink)", "fontSize": 12, "font": font},
        "bar": {"cornerRadiusEnd": 2},
    }


def finished(chart: Any, height: int) -> Spec:
    """The specification of a chart of our look that fills its container."""
    found: Spec = chart.properties(width="container", height=height).to_dict(validate=False)
    found["config"] = theme()
    found["autosize"] = {"type": "fit", "contains": "padding"}
    return found


def _rows(points: Any) -> list[Spec]:
    return [
        {"name": p.label, "value": p.figure.value, "said": p.figure.text, "order": i, "high": p.high}
        for i, p in enumerate(points)
    ]


def names_in_order(exhibit: Bars | Columns | Bridge) -> list[str]:
    """The labels in the order of the exhibit, each once."""
    parts = exhibit.steps if isinstance(exhibit, Bridge) else exhibit.points
    return list(dict.fromkeys(p.label for p in parts))


def _tone(points: Any) -> Any:
    import altair as alt

    if not any(p.high for p in points):
        return alt.value("var(--accent)")
    return alt.condition("datum.high", alt.value("var(--accent)"), alt.value("var(--rest)"))


def _tip() -> list[Any]:
    import altair as alt

    return [alt.Tooltip("name:N", title=" "), alt.Tooltip("said:N", title="Value")]


_LABEL = 58
"""Pixels that a value at the end of a lying bar takes."""


def _with_room(values: list[float]) -> Any:
    """From zero to the longest bar, with room for the value at its end whatever the width."""
    import altair as alt

    low, high = min([*values, 0.0]), max([*values, 0.0])
    if not high > low:
        return alt.Scale(zero=True)
    end = alt.ExprRef(f"{low!r} + {high - low!r} * width / max(width - {_LABEL}, 1)")
    return alt.Scale(zero=True, nice=False, domainMin=low, domainMax=end)


def bars(exhibit: Bars) -> Spec:
    """Lying bars with their labels at the end."""
    import altair as alt

    source = alt.Chart(alt.InlineData(values=_rows(exhibit.points)))
    y = alt.Y("name:N", sort=names_in_order(exhibit), title=None, axis=alt.Axis(labelLimit=260, domain=False))
    x = alt.X("value:Q", axis=None, scale=_with_room([p.figure.value or 0.0 for p in exhibit.points]))
    marks = source.mark_bar().encode(y=y, x=x, color=_tone(exhibit.points), tooltip=_tip())
    names = source.mark_text(align="left", dx=5, fontWeight=600).encode(y=y, x=x, text="said:N")
    return finished(marks + names, max(34 * len(exhibit.points), 80))


def columns(exhibit: Columns) -> Spec:
    """Standing columns in their order."""
    import altair as alt

    source = alt.Chart(alt.InlineData(values=_rows(exhibit.points)))
    angle = -45 if len(exhibit.points) > 12 else 0
    x = alt.X("name:N", sort=names_in_order(exhibit), title=None, axis=alt.Axis(labelAngle=angle))
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(zero=True))
    marks = source.mark_bar().encode(x=x, y=y, color=_tone(exhibit.points), tooltip=_tip())
    few = len(exhibit.points) <= 14
    labelled = source if few else source.transform_filter("datum.high")
    names = labelled.mark_text(dy=-8, fontWeight=600).encode(x=x, y=y, text="said:N")
    return finished(marks + names, 300)


def stack(exhibit: Stack) -> Spec:
    """Columns that add up to a whole, dark to light by value."""
    import altair as alt

    rows: list[Spec] = []
    for at, column in enumerate(exhibit.columns):
        up = down = 0.0
        for layer in reversed(exhibit.layers):
            value = layer.figures[at].value or 0.0
            start = up if value >= 0 else down
            row = {
                "column": column,
                "at": at,
                "name": f"{layer.name}, {column}",
                "said": layer.figures[at].text,
            }
            rows.append(
                row
                | {
                    "y": start,
                    "y2": start + value,
                    "mid": start + value / 2,
                    "fill": _TIER_VAR.get(layer.fill, layer.fill),
                    "ink": _TIER_INK.get(layer.fill, "var(--ink)"),
                    "label": f"{layer.name} {layer.figures[at].text}" if abs(value) >= 0.06 else "",
                }
            )
            up, down = (up + value, down) if value >= 0 else (up, down + value)
    source = alt.Chart(alt.InlineData(values=rows))
    x = alt.X(
        "column:N",
        sort=list(exhibit.columns),
        title=None,
        axis=alt.Axis(labelAngle=0),
        scale=alt.Scale(paddingInner=0.12, paddingOuter=0.06),
    )
    tight = alt.Scale(nice=False, zero=True)
    marks = source.mark_bar(stroke="var(--surface)", strokeWidth=1, cornerRadiusEnd=0).encode(
        x=x,
        y=alt.Y("y:Q", axis=None, scale=tight),
        y2="y2:Q",
        color=alt.Color("fill:N", scale=None),
        tooltip=_tip(),
    )
    names = source.mark_text(fontWeight=600).encode(
        x=x, y=alt.Y("mid:Q", axis=None), text="label:N", color=alt.Color("ink:N", scale=None)
    )
    return finished(marks + names, 340)


_MOST_STANDING = 7
"""Steps of a bridge that stand side by side where there is room; more of them lie below each other."""


def lying(exhibit: Bridge) -> Spec:
    """A bridge whose steps lie below each other: for many of them, and for narrow columns."""
    import altair as alt

    rows = _steps(exhibit)
    source = alt.Chart(alt.InlineData(values=rows))
    colour = alt.Color("fill:N", scale=None)
    axis = alt.Axis(labelLimit=180, domain=False)
    y = alt.Y("name:N", sort=names_in_order(exhibit), title=None, axis=axis)
    x = alt.X("y:Q", axis=None, scale=_with_room([end for row in rows for end in (row["y"], row["y2"])]))
    marks = source.mark_bar(cornerRadiusEnd=0).encode(y=y, x=x, x2="y2:Q", color=colour, tooltip=_tip())
    words = source.mark_text(align="left", dx=5, fontWeight=600)
    ends = words.encode(y=y, x=alt.X("top:Q", axis=None), text="said:N")
    return finished(marks + ends, 34 * len(rows))


def bridge(exhibit: Bridge) -> Spec:
    """From opening over gains and losses to closing; lying where its steps are many."""
    import altair as alt

    if len(exhibit.steps) > _MOST_STANDING:
        return lying(exhibit)
    source = alt.Chart(alt.InlineData(values=_steps(exhibit)))
    colour = alt.Color("fill:N", scale=None)
    order = names_in_order(exhibit)
    across = alt.X("name:N", sort=order, title=None, axis=alt.Axis(labelAngle=0))
    up = alt.Y("y:Q", axis=None, scale=alt.Scale(zero=True))
    columns = source.mark_bar(cornerRadiusEnd=0).encode(
        x=across, y=up, y2="y2:Q", color=colour, tooltip=_tip()
    )
    over = source.mark_text(dy=-9, fontWeight=600)
    return finished(columns + over.encode(x=across, y=alt.Y("top:Q", axis=None), text="said:N"), 320)


def _steps(exhibit: Bridge) -> list[Spec]:
    colour = {StepKind.TOTAL: "var(--c6)", StepKind.UP: "var(--gain)", StepKind.DOWN: "var(--loss)"}
    rows, level = [], 0.0
    for order, step in enumerate(exhibit.steps):
        size = step.figure.value or 0.0
        start, end = level, level + abs(size) if step.kind is StepKind.UP else level - abs(size)
        if step.kind is StepKind.TOTAL:
            start, end = 0.0, size
        row = {"name": step.label, "order": order, "said": step.figure.text, "fill": colour[step.kind]}
        rows.append(row | {"y": start, "y2": end, "top": max(start, end), "end": end})
        level = end
    return rows


def whale(exhibit: Whale) -> Spec:
    """The cumulative curve over its two areas, with dots."""
    import altair as alt

    rows: list[Spec] = [
        {"x": x, "y": y, "side": "earns" if x <= exhibit.peak_at + 1e-9 else "gives"}
        for x, y in exhibit.points
    ]
    both = rows + [r | {"side": "gives"} for r in rows if abs(r["x"] - exhibit.peak_at) < 0.006]
    share = alt.Axis(format="%", title=exhibit.axis)
    x = alt.X("x:Q", axis=share, scale=alt.Scale(domain=[0, 1], nice=False))
    y = alt.Y(
        "y:Q",
        stack=None,
        axis=alt.Axis(format="%", title=None, tickCount=6),
        scale=alt.Scale(domainMax=exhibit.top),
    )
    shade = alt.Color(
        "side:N",
        scale=alt.Scale(domain=["earns", "gives"], range=["var(--gain)", "var(--loss)"]),
        legend=None,
    )
    area = alt.Chart(alt.InlineData(values=both)).mark_area(opacity=0.16).encode(x=x, y=y, color=shade)
    tips = [
        alt.Tooltip("x:Q", format=".0%", title="Customers"),
        alt.Tooltip("y:Q", format=".1%", title="Cumulative"),
    ]
    line = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_line(color="var(--ink)", strokeWidth=2)
        .encode(x=x, y=y, tooltip=tips)
    )
    whole = (
        alt.Chart(alt.InlineData(values=[{"y": 1}]))
        .mark_rule(strokeDash=[4, 3], color="var(--ink-2)")
        .encode(y=y)
    )
    return finished(area + _band(exhibit, x) + whole + line + _dots(exhibit, x, y), 360)


def _band(exhibit: Whale, x: Any) -> Any:
    """Between which ends the curve may lie, where costs are known as ranges."""
    import altair as alt

    ends = zip(exhibit.points, exhibit.band, strict=False)
    rows = [{"x": at, "low": low, "high": high} for (at, _), (low, high) in ends]
    drawn = alt.Chart(alt.InlineData(values=rows)).mark_area(opacity=0.3, color="var(--accent-line)")
    return drawn.encode(x=x, y=alt.Y("low:Q", stack=None), y2="high:Q")


def _dots(exhibit: Whale, x: Any, y: Any) -> Any:
    """The points worth naming: the peak from above, the others from the right."""
    import altair as alt

    marks = [
        {
            "x": m.at,
            "y": m.figure.value,
            "said": f"{m.figure.text} {m.head.text}",
            "peak": abs(m.at - exhibit.peak_at) < 0.005,
        }
        for m in exhibit.marks
    ]
    dots = alt.Chart(alt.InlineData(values=marks))
    points = dots.mark_point(filled=True, size=70, color="var(--accent)", opacity=1).encode(
        x=x, y=y, tooltip=["said:N"]
    )
    low, high = dots.transform_filter("!datum.peak"), dots.transform_filter("datum.peak")
    words = low.mark_text(align="left", dx=9, dy=11, fontWeight=600).encode(x=x, y=y, text="said:N")
    peak = high.mark_text(dy=-14, fontWeight=600).encode(x=x, y=y, text="said:N")
    return points + words + peak
