"""Colours and type of a template: its accent in place of ours, its fonts with a reserve."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from custrata.delivery import tokens
from custrata.delivery.deck.office.lettered import Palette, Slot
from custrata.errors import DeliveryError
from custrata.vocabulary import Tier

READABLE = 4.5
"""Contrast that text needs on its ground."""

LIGHT = 0.5
"""Luminance from which a ground counts as light."""

RESERVE = 1.08
"""Room kept for a font whose widths are not known."""

_WIDE = frozenset({"verdana", "dejavu sans", "century gothic", "lucida sans", "trebuchet ms", "montserrat"})
WIDE_RESERVE = 1.2
"""Room kept for fonts that are known to be wide."""

_LIKE_ARIAL = frozenset({"arial", "helvetica", "liberation sans", "arimo", "helvetica neue"})
_COLOUR = re.compile(r'(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"')


def theme_of(master: Any) -> str:
    """The theme of a master as text."""
    for relation in master.part.rels.values():
        if relation.reltype == RT.THEME:
            return str(relation.target_part.blob.decode("utf-8", "replace"))
    return ""


def colour_of(theme: str, slot: str) -> str:
    """The colour of a slot, such as ``accent1``, as six digits; empty where the theme has none."""
    found = re.search(rf"<a:{slot}>(.*?)</a:{slot}>", theme, re.DOTALL)
    digits = _COLOUR.search(found.group(1)) if found else None
    return digits.group(1).upper() if digits else ""


def luminance(colour: str) -> float:
    """How light a colour is, 0 black to 1 white.

    Example:
        >>> round(luminance("FFFFFF"), 3), luminance("000000")
        (1.0, 0.0)
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21.

    Example:
        >>> round(contrast("000000", "FFFFFF"))
        21
    """
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def palette_of(master: Any, path: Path) -> Palette:
    """Our colours by the slots of the template's theme; states, gain and loss stay as they are.

    Args:
        master: The master of the layouts.
        path: The file, for the error.

    Raises:
        DeliveryError: Its slides are dark: states could not be read on them.
    """
    theme = theme_of(master)
    ground = _ground(master, theme)
    if luminance(ground) < LIGHT:
        raise DeliveryError(
            "the template cannot be used: its slides are dark, and states of claims are read on light ones",
            where=str(path),
            remedy="give a template with a light background",
        )
    accent = colour_of(theme, "accent1")
    fits = bool(accent) and contrast(accent, ground) >= READABLE
    slot = MSO_THEME_COLOR.ACCENT_1 if fits else MSO_THEME_COLOR.TEXT_2
    second = colour_of(theme, "dk2")
    if not fits and not (second and contrast(second, ground) >= READABLE):
        slot = MSO_THEME_COLOR.TEXT_1
    return {
        tokens.INK: Slot(MSO_THEME_COLOR.TEXT_1),
        tokens.WHITE: Slot(MSO_THEME_COLOR.BACKGROUND_1),
        tokens.ACCENT: Slot(slot),
        tokens.ACCENT_SOFT: Slot(slot, 0.88),
        tokens.ACCENT_LINE: Slot(slot, 0.6),
        tokens.ROW_EMPHASIS: Slot(slot, 0.94),
        tokens.TIER_FILL[Tier.PLATINUM]: Slot(slot, -0.35),
        tokens.TIER_FILL[Tier.GOLD]: Slot(slot),
        tokens.TIER_FILL[Tier.SILVER]: Slot(slot, 0.5),
    }


def _ground(master: Any, theme: str) -> str:
    """The colour on which slides lie, as far as it is a plain one."""
    painted = master._element.xpath("./p:cSld/p:bg/p:bgPr/a:solidFill/a:srgbClr/@val")
    if painted:
        return str(painted[0]).upper()
    mapped = master._element.xpath("./p:clrMap/@bg1")
    slot = str(mapped[0]) if mapped else "lt1"
    return colour_of(theme, slot) or "FFFFFF"


def reserve_of(master: Any) -> float:
    """How much more room text needs than Arial would: none where the font is as wide, else a reserve."""
    theme = theme_of(master)
    fonts = re.findall(r"<a:(?:major|minor)Font>\s*<a:latin typeface=\"([^\"]*)\"", theme)
    names = {f.strip().lower() for f in fonts}
    if names & _WIDE:
        return WIDE_RESERVE
    return 1.0 if names and names <= _LIKE_ARIAL else RESERVE
