"""Where things stand on a slide, in cm from the top left (16:9, 33.867 × 19.05)."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 33.867, 19.05
MARGIN, CONTENT = 1.6, 30.667
COLUMN, GUTTER = 2.097, 0.5
EXHIBIT_TOP, EXHIBIT_FOOT, FOOT_WITHOUT_SO_WHAT, APPENDIX_TOP = 4.4, 15.6, 17.4, 3.0


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


TAB = Zone(MARGIN, 0, 2.1, 0.16)
KICKER = Zone(MARGIN, 0.72, 18, 0.6)
MARK = Zone(24.567, 0.66, 7.7, 0.68)
TITLE = Zone(MARGIN, 1.5, CONTENT, 2.1)
MEASURED = Zone(MARGIN, 3.66, CONTENT, 0.62)
SO_WHAT = Zone(MARGIN, 15.75, CONTENT, 1.42)
RULE = Zone(MARGIN, 17.6, CONTENT, 0.02)
EVIDENCE = Zone(MARGIN, 17.72, 28.667, 0.95)
NUMBER = Zone(30.667, 17.72, 1.6, 0.6)


def exhibit_zone(*, so_what: bool, appendix: bool) -> Zone:
    """The room for exhibits: longer without a consequence, higher up in the appendix."""
    top = APPENDIX_TOP if appendix else EXHIBIT_TOP
    foot = EXHIBIT_FOOT if so_what else FOOT_WITHOUT_SO_WHAT
    return Zone(MARGIN, top, CONTENT, foot - top)


def part_of(zone: Zone, first: int, span: int, top: float = 0.0, height: float = 1.0) -> Zone:
    """Some of the 12 columns of a zone, and a share of its height.

    Example:
        >>> round(part_of(exhibit_zone(so_what=True, appendix=False), 0, 12).w, 3)
        30.664
    """
    x = zone.x + first * (COLUMN + GUTTER)
    w = span * COLUMN + (span - 1) * GUTTER
    return Zone(x, zone.y + top * zone.h, w, height * zone.h)
