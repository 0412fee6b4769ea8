"""Where things stand on a slide, in cm from the top left: ours is 16:9, a template brings its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

WIDTH, HEIGHT = 33.867, 19.05
_COLUMNS, _GUTTER = 12, 0.5


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle in cm."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, left: float = 0.0, top: float = 0.0, right: float = 0.0, bottom: float = 0.0) -> Zone:
        """The rectangle less so much at each side."""
        return Zone(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The zones of one slide.

    Attributes:
        width: Width of the slide.
        height: Its height.
        tab: Accent at the upper edge.
        kicker: Chapter and topic.
        mark: Draft mark or signature.
        title: Title.
        measured: Exhibit line.
        exhibit_top: Where exhibits begin.
        appendix_top: Where they begin in the appendix, which has no exhibit line.
        exhibit_foot: Where they end above a consequence.
        open_foot: Where they end without one.
        so_what: Consequence.
        rule: Line above the foot.
        evidence: Evidence line.
        number: Slide number.
        foreign: Whether it is that of a company's template, whose own furniture stays.
    """

    width: float = WIDTH
    height: float = HEIGHT
    tab: Zone = Zone(1.6, 0, 2.1, 0.16)
    kicker: Zone = Zone(1.6, 0.72, 18, 0.6)
    mark: Zone = Zone(24.567, 0.66, 7.7, 0.68)
    title: Zone = Zone(1.6, 1.5, 30.667, 2.1)
    measured: Zone = Zone(1.6, 3.66, 30.667, 0.62)
    exhibit_top: float = 4.4
    appendix_top: float = 3.0
    exhibit_foot: float = 15.6
    open_foot: float = 17.4
    so_what: Zone = Zone(1.6, 15.75, 30.667, 1.42)
    rule: Zone = Zone(1.6, 17.6, 30.667, 0.02)
    evidence: Zone = Zone(1.6, 17.72, 28.667, 0.95)
    number: Zone = Zone(30.667, 17.72, 1.6, 0.6)
    foreign: bool = False

    @property
    def margin(self) -> float:
        """Where the content begins at the left."""
        return self.rule.x

    @property
    def content(self) -> float:
        """How wide the content is."""
        return self.rule.w


OURS = Sheet()
_SHEET: ContextVar[Sheet] = ContextVar("sheet", default=OURS)


def now() -> Sheet:
    """The sheet that slides are made for."""
    return _SHEET.get()


@contextmanager
def on(sheet: Sheet) -> Iterator[None]:
    """Make slides for another sheet, such as that of a company's own template.

    Args:
        sheet: Its zones.
    """
    token = _SHEET.set(sheet)
    try:
        yield
    finally:
        _SHEET.reset(token)


def exhibit_zone(*, so_what: bool, appendix: bool) -> Zone:
    """The room for exhibits: longer without a consequence, higher up in the appendix."""
    sheet = now()
    top = sheet.appendix_top if appendix else sheet.exhibit_top
    foot = sheet.exhibit_foot if so_what else sheet.open_foot
    return Zone(sheet.margin, top, sheet.content, foot - top)


def part_of(zone: Zone, first: int, span: int, top: float = 0.0, height: float = 1.0) -> Zone:
    """Some of the 12 columns of a zone, and a share of its height.

    Example:
        >>> round(part_of(exhibit_zone(so_what=True, appendix=False), 0, 12).w, 3)
        30.667
    """
    column = (zone.w - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
    x = zone.x + first * (column + _GUTTER)
    w = span * column + (span - 1) * _GUTTER
    return Zone(x, zone.y + top * zone.h, w, height * zone.h)
