"""How wide and how high a text will be, measured before it is placed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib.resources import files

CM_PER_PT = 2.54 / 72
LINE_HEIGHT = 1.17
RESERVE = 1.015
_WIDER: ContextVar[float] = ContextVar("wider", default=1.0)
_BREAKS = re.compile(r"(?<=[\s\-])(?=\S)")


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, float], dict[int, float]]:
    raw = json.loads(files("custrata.delivery.deck").joinpath("advance_widths.json").read_text("utf-8"))
    em = raw["units_per_em"]

    def unfold(runs: list[tuple[int, list[int]]]) -> dict[int, float]:
        return {first + i: width / em for first, widths in runs for i, width in enumerate(widths)}

    return unfold(raw["regular"]), unfold(raw["bold"])


@contextmanager
def reserving(factor: float) -> Iterator[None]:
    """Measure every text as so much wider, for a font whose widths are not known.

    Args:
        factor: 1.08 keeps 8% in reserve.
    """
    token = _WIDER.set(factor)
    try:
        yield
    finally:
        _WIDER.reset(token)


def _advance(char: str, table: dict[int, float]) -> float:
    known = table.get(ord(char))
    if known is not None:
        return known
    if unicodedata.combining(char):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.65


def width(text: str, pt: float, *, bold: bool = False) -> float:
    """Width of one line in cm, set in Arial, with a reserve of 1.5%.

    Args:
        text: The line.
        pt: Size of the type in points.
        bold: Whether it is bold.

    Example:
        >>> round(width("Customers", 14), 2)
        2.42
    """
    return _ems(text, bold) * pt * CM_PER_PT * RESERVE * _WIDER.get()


@lru_cache(maxsize=50_000)
def _ems(text: str, bold: bool) -> float:
    """Width in units of the size; most texts of a deck are the same after a save."""
    table = _tables()[1 if bold else 0]
    return sum(_advance(c, table) for c in text)


def longest_word(text: str, pt: float, *, bold: bool = False) -> float:
    """Width in cm of the widest piece that cannot be broken at a space or hyphen."""
    return max((width(piece.rstrip(), pt, bold=bold) for piece in _BREAKS.split(text)), default=0.0)


def lines(text: str, pt: float, room: float, *, bold: bool = False) -> int:
    """Lines that a text takes in a given width.

    Args:
        text: The text; a line feed begins a new line.
        pt: Size of the type in points.
        room: Width at hand, in cm.
        bold: Whether it is bold.
    """
    return sum(_wrapped(part, pt, room, bold) for part in text.split("\n")) if text else 0


def _wrapped(text: str, pt: float, room: float, bold: bool) -> int:
    count, used = 1, 0.0
    for piece in _BREAKS.split(text):
        solid = width(piece.rstrip(), pt, bold=bold)
        if used and used + solid > room:
            count, used = count + 1, 0.0
        if solid > room:
            count += int(solid / room)
            solid %= room
        used += solid + width(piece[len(piece.rstrip()) :], pt, bold=bold)
    return count


def height(line_count: int, pt: float) -> float:
    """Height in cm of so many lines."""
    return line_count * pt * LINE_HEIGHT * CM_PER_PT


def first_that_fits(wordings: Sequence[str], pt: float, room: float, most: int, *, bold: bool = False) -> int:
    """Index of the first wording that takes at most so many lines; the shortest one when none does."""
    for index, wording in enumerate(wordings):
        if lines(wording, pt, room, bold=bold) <= most:
            return index
    return min(range(len(wordings)), key=lambda i: width(wordings[i], pt, bold=bold))
