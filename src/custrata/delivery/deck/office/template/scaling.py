"""Slides that were drawn at our width, at the width of a template: places, type and lines alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_LENGTHS = {
    "off": ("x", "y"),
    "ext": ("cx", "cy"),
    "gridCol": ("w",),
    "tr": ("h",),
    "tcPr": ("marL", "marR", "marT", "marB"),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "ln": ("w",),
    "lnL": ("w",),
    "lnR": ("w",),
    "lnT": ("w",),
    "lnB": ("w",),
    "spcPts": ("val",),
}
_TYPE = ("rPr", "defRPr", "endParaRPr")
_LEAST_TYPE = 100
_MARKER = "size"


def scale(trees: Iterable[Any], by: float) -> None:
    """Scale everything that was drawn on slides, and in charts on them.

    Args:
        trees: Roots of slides and charts.
        by: The template's width over ours; nothing happens at 1.
    """
    if abs(by - 1) < 1e-3:
        return
    for tree in trees:
        for element in tree.iter():
            if isinstance(element.tag, str):
                _scaled(element, element.tag.rpartition("}")[2], by)


def _scaled(element: Any, name: str, by: float) -> None:
    for attribute in _LENGTHS.get(name, ()):
        value = element.get(attribute)
        if value is not None and value.lstrip("-").isdigit():
            element.set(attribute, str(round(int(value) * by)))
    if name in _TYPE and (size := element.get("sz")) is not None:
        element.set("sz", str(max(_LEAST_TYPE, round(int(size) * by / 10) * 10)))
    if name == _MARKER and (value := element.get("val")) is not None:
        element.set("val", str(max(2, round(int(value) * by))))
