"""The zones that a template leaves: its title wins, ours are computed within what remains."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER

from custrata.delivery.deck.grid import OURS, WIDTH, Sheet, Zone
from custrata.delivery.deck.office.template import roles
from custrata.errors import DeliveryError

LEAST_HEIGHT, LEAST_WIDTH = 10.0, 26.0
"""Room that exhibits need, in cm on a slide of our width."""

_EMU = 360_000
_RATIOS = {"16:9": 16 / 9, "4:3": 4 / 3}
_TITLE, _KICKER, _GAP = 2.1, 0.75, 0.06


def scale_of(presentation: Any, path: Path) -> float:
    """How large the template's slides are against ours, by width.

    Args:
        presentation: The opened template.
        path: Its file, for the error.

    Raises:
        DeliveryError: Its slides are neither 16:9 nor 4:3.
    """
    width, height = presentation.slide_width or 0, presentation.slide_height or 1
    if not any(abs(width / height - ratio) < 0.01 * ratio for ratio in _RATIOS.values()):
        raise _refused(path, "its slides are neither 16:9 nor 4:3", "set one of these sizes in PowerPoint")
    return float(width) / _EMU / WIDTH


def sheet_of(presentation: Any, layout: Any, path: Path) -> Sheet:
    """The zones on a slide of this layout, in cm as if the slide had our width.

    Args:
        presentation: The opened template.
        layout: The layout for findings.
        path: The file, for the error.

    Raises:
        DeliveryError: Too little room is left for exhibits.
    """
    scale = scale_of(presentation, path)
    height = (presentation.slide_height or 0) / _EMU / scale
    title = _zone(roles.title_of(layout), scale)
    if title is None or title.w <= 0:
        raise _refused(path, "the title of its layout has no place", "give it a place in PowerPoint")
    taken = [z for z in _obstacles(layout, scale) if z.w * z.h < 0.4 * WIDTH * height]
    sheet = _head(title, taken, height)
    sheet = _foot(sheet, layout, taken, scale)
    if sheet.exhibit_foot - sheet.exhibit_top < LEAST_HEIGHT or sheet.content < LEAST_WIDTH:
        tall, wide = sheet.exhibit_foot - sheet.exhibit_top, sheet.content
        raise _refused(
            path,
            f"its layout leaves {wide:.1f} × {tall:.1f} cm for exhibits, {LEAST_WIDTH:.0f} × "
            f"{LEAST_HEIGHT:.0f} are needed",
            "make its title lower or wider, or give another layout with a title alone",
        )
    return sheet


def _head(title: Zone, taken: list[Zone], height: float) -> Sheet:
    """Kicker and mark above the title, inside a tall one, or beneath it, where nothing else stands."""
    line = Zone(title.x, title.y - _KICKER - _GAP, title.w, 0.68)
    if title.h >= _TITLE + _KICKER:
        line = Zone(title.x, title.y, title.w, 0.68)
        title = Zone(title.x, title.y + _KICKER, title.w, _TITLE)
        top = title.y + title.h
    elif line.y >= 0.1 and not any(_over(line, z) for z in taken):
        top = title.y + max(title.h, _TITLE)
    else:
        line = Zone(title.x, title.y + max(title.h, _TITLE), title.w, 0.68)
        top = line.y + _KICKER
    measured = Zone(title.x, top + _GAP, title.w, 0.62)
    return replace(
        OURS,
        height=height,
        foreign=True,
        tab=Zone(title.x, 0, 0, 0),
        kicker=Zone(line.x, line.y + 0.06, min(18.0, line.w * 0.58), 0.6),
        mark=Zone(line.x + line.w - OURS.mark.w, line.y, OURS.mark.w, OURS.mark.h),
        title=Zone(title.x, title.y, title.w, max(title.h, _TITLE)),
        measured=measured,
        exhibit_top=measured.y + 0.74,
        appendix_top=measured.y,
    )


def _foot(sheet: Sheet, layout: Any, taken: list[Zone], scale: float) -> Sheet:
    """Evidence line and consequence above what stands at the foot, beside a number at the right."""
    low = 0.8 * sheet.height
    edges = [z.y for z in taken if z.y > low]
    footer = roles.placeholder_of(layout, PP_PLACEHOLDER.FOOTER)
    if footer is not None and footer.text_frame.text.strip():
        edges.append((_zone(footer, scale) or sheet.title).y)
    number = _zone(roles.placeholder_of(layout, PP_PLACEHOLDER.SLIDE_NUMBER), scale)
    x, w = sheet.title.x, sheet.title.w
    line = min([sheet.height - 0.3, *(e - 0.1 for e in edges)]) - OURS.evidence.h
    room = w
    if number is not None and number.y > low:
        if number.x > x + 0.6 * w:
            room, line = number.x - 0.3 - x, min(line, number.y)
        else:
            line = min(line, number.y - OURS.evidence.h)
    rule = line - 0.12
    return replace(
        sheet,
        rule=Zone(x, rule, w, 0.02),
        evidence=Zone(x, line, min(room, w - 2.0), OURS.evidence.h),
        number=number or Zone(x + w - 1.6, line, 1.6, 0.6),
        so_what=Zone(x, rule - 1.85, w, OURS.so_what.h),
        exhibit_foot=rule - 2.0,
        open_foot=rule - 0.2,
    )


def _obstacles(layout: Any, scale: float) -> list[Zone]:
    """Logos, bars and other things that every slide of the layout shows."""
    found = []
    holders = [layout]
    if layout._element.get("showMasterSp", "1") not in {"0", "false"}:
        holders.append(layout.slide_master)
    for holder in holders:
        found += [z for s in holder.shapes if not s.is_placeholder and (z := _zone(s, scale)) is not None]
    return found


def _zone(shape: Any | None, scale: float) -> Zone | None:
    if shape is None or None in (shape.left, shape.top, shape.width, shape.height):
        return None
    sides = (float(v) / _EMU / scale for v in (shape.left, shape.top, shape.width, shape.height))
    return Zone(*sides)


def _over(one: Zone, other: Zone) -> bool:
    across = one.x < other.x + other.w and other.x < one.x + one.w
    return across and one.y < other.y + other.h and other.y < one.y + one.h


def _refused(path: Path, why: str, remedy: str) -> DeliveryError:
    return DeliveryError(f"the template cannot be used: {why}", where=str(path), remedy=remedy)
