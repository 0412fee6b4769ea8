"""Charts of the deck's exhibits as SVG: the specifications of the web report, in the colours of the day."""

from __future__ import annotations

import re
from typing import Any

from custrata.delivery import tokens
from custrata.delivery.deck.plots import Calibration, ExchangeMap, Whale
from custrata.delivery.deck.plots import Lines as DeckLines
from custrata.delivery.deck.slides import Bars, Bridge, Columns, Exhibit, Stack
from custrata.delivery.report import charts, plots

_WIDTH = 620
"""Width of a chart in pixels; set 16.5 cm wide, its 12 px letters stand at 9 pt."""
_TALL, _MAP, _BAR = 168, 215, 21
"""Height of a chart in pixels, of one in which parts lie over each other, and of one lying bar."""
_COLOUR = re.compile(r"var\(--([a-z0-9-]+)\)")
_CLIP = re.compile(r"\bclip\d+\b")
_FONT = "Liberation Sans"


def svg_of(exhibit: Exhibit, width: int = _WIDTH) -> str:
    """The drawing of an exhibit; empty for tables and panels, which are set as text.

    Args:
        exhibit: What is to be drawn.
        width: Width in pixels.
    """
    spec = _spec(exhibit)
    if spec is None:
        return ""
    import vl_convert

    shown = _coloured(spec) | {"width": width}
    most = _height(exhibit)
    shown["height"] = min(int(shown.get("height", most)), most)
    shown["config"] = shown["config"] | {"font": _FONT, "text": shown["config"]["text"] | {"font": _FONT}}
    return _renumbered(str(vl_convert.vegalite_to_svg(shown)))


def _height(exhibit: Exhibit) -> int:
    match exhibit:
        case Bars():
            return max(_BAR * len(exhibit.points), 3 * _BAR)
        case ExchangeMap() | Stack() | Calibration():
            return _MAP
        case _:
            return _TALL


def _renumbered(svg: str) -> str:
    """The drawing with its clips counted from 0: the drawer counts on over all drawings of a run."""
    names: dict[str, str] = {}
    return _CLIP.sub(lambda m: names.setdefault(m.group(), f"clip{len(names)}"), svg)


def _spec(exhibit: Exhibit) -> charts.Spec | None:
    match exhibit:
        case Bars():
            return _from_names(charts.bars(exhibit), exhibit)
        case Columns():
            return charts.columns(exhibit)
        case Stack():
            return charts.stack(exhibit)
        case Bridge():
            return charts.bridge(exhibit)
        case Whale():
            return _ticked(charts.whale(exhibit), exhibit)
        case ExchangeMap():
            return plots.exchange_map(exhibit)
        case Calibration():
            return plots.calibration(exhibit)
        case DeckLines():
            return plots.lines(exhibit)
        case _:
            return None


def _from_names(spec: charts.Spec, exhibit: Bars) -> charts.Spec:
    """Bars that begin beside their names; the figure of a bar below zero stands right of the line."""
    values = [p.figure.value or 0.0 for p in exhibit.points]
    low, high = min([*values, 0.0]), max([*values, 0.0])
    if low == high:
        return spec
    for layer in spec.get("layer", ()):
        across = layer["encoding"]["x"]
        across["scale"] = {"domain": [low, high + 0.15 * (high - low)]}
        if "text" in layer["encoding"]:
            layer["transform"] = [{"calculate": "max(datum.value, 0)", "as": "end"}]
            across["field"] = "end"
    return spec


def _ticked(spec: charts.Spec, curve: Whale) -> charts.Spec:
    """The curve with the ticks that the ledger knows: tenths across, quarters up to the top of the axis."""
    quarters = [step / 4 for step in range(round(curve.top * 4) + 1)]
    tenths = [step / 10 for step in range(11)]

    def walked(value: Any) -> Any:
        match value:
            case {"format": "%", **rest}:
                ticks = tenths if rest.get("title") == curve.axis else quarters
                return {k: v for k, v in value.items() if k != "tickCount"} | {"values": ticks}
            case dict():
                return {key: walked(inner) for key, inner in value.items()}
            case list():
                return [walked(inner) for inner in value]
            case _:
                return value

    found: charts.Spec = walked(spec)
    return found


def _coloured(value: Any) -> Any:
    """The specification with every named colour replaced by the one of the day."""
    match value:
        case str():
            return _COLOUR.sub(lambda m: tokens.DAY_AND_NIGHT[m.group(1)][0], value)
        case dict():
            return {key: _coloured(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_coloured(inner) for inner in value]
        case _:
            return value
