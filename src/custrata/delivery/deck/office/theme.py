"""The theme: our colours and fonts in the default template, two layouts of our measures."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from custrata.delivery import tokens
from custrata.delivery.deck import grid
from custrata.delivery.deck.office import lettered
from custrata.vocabulary import Tier

COVER_TITLE = grid.Zone(1.6, 3.4, 19.6, 4.8)
_SLOTS = {
    "dk1": tokens.INK,
    "lt1": tokens.WHITE,
    "dk2": tokens.INK_2,
    "lt2": tokens.PANEL,
    "accent1": tokens.ACCENT,
    "accent2": tokens.TIER_FILL[Tier.PLATINUM],
    "accent3": tokens.TIER_FILL[Tier.GOLD],
    "accent4": tokens.TIER_FILL[Tier.SILVER],
    "accent5": tokens.TIER_FILL[Tier.BRONZE],
    "accent6": tokens.LOSS,
    "hlink": tokens.ACCENT,
    "folHlink": tokens.PROPOSAL,
}


def themed_presentation() -> Any:
    """An empty 16:9 presentation with our theme, a layout for the cover and one for findings."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(12192000), Emu(6858000)
    patch_themes(presentation.part.package.iter_parts())
    _drop_leftovers(presentation)
    _keep_two_layouts(presentation)
    _set_master(presentation.slide_master)
    _set_layouts(presentation)
    return presentation


def patched(theme: str) -> str:
    """The XML of a theme with our name, colours and fonts."""
    for slot, colour in _SLOTS.items():
        value = f'<a:{slot}><a:srgbClr val="{colour.lstrip("#")}"/></a:{slot}>'
        theme = re.sub(rf"<a:{slot}>.*?</a:{slot}>", value, theme, flags=re.DOTALL)
    theme = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*"', rf'\g<1>{tokens.FONT}"', theme)
    theme = re.sub(r'(<a:theme [^>]*?name=")[^"]*"', r'\g<1>Custrata"', theme, count=1)
    theme = re.sub(r'(<a:clrScheme name=")[^"]*"', r'\g<1>Custrata"', theme, count=1)
    return re.sub(r'(<a:fontScheme name=")[^"]*"', r'\g<1>Custrata"', theme, count=1)


def patch_themes(parts: Any) -> None:
    """Patch every theme part, that of the notes included."""
    for part in parts:
        if "/theme/theme" in str(part.partname):
            part._blob = patched(part.blob.decode("utf-8")).encode("utf-8")


def _drop_leftovers(presentation: Any) -> None:
    owners = (presentation.part.package, presentation.part)
    for owner in owners:
        for relation_id, relation in list(owner._rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/printerSettings")):
                owner._rels.pop(relation_id)


def _keep_two_layouts(presentation: Any) -> None:
    layouts = presentation.slide_layouts
    for layout in list(layouts):
        if layout.name not in {"Title Slide", "Title Only"}:
            layouts.remove(layout)


def _set_master(master: Any) -> None:
    for shape in list(master.placeholders):
        _place_by_role(shape)
    title_style = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle"))
    level = title_style.find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    run = level.find(qn("a:defRPr"))
    run.set("sz", str(tokens.TITLE_PT * 100))
    run.set("b", "1")
    spacing = level.makeelement(qn("a:lnSpc"), {})
    spacing.append(spacing.makeelement(qn("a:spcPct"), {"val": "95000"}))
    level.insert(0, spacing)


def _place_by_role(shape: Any) -> None:
    role = str(shape.placeholder_format.type)
    if role.startswith(("TITLE", "CENTER_TITLE")):
        _as_title(shape, grid.OURS.title)
    elif role.startswith("SLIDE_NUMBER"):
        _as_number(shape)
    elif role.startswith("BODY"):
        lettered.place(shape, grid.exhibit_zone(so_what=False, appendix=False))
    else:
        shape._element.getparent().remove(shape._element)


def _as_title(shape: Any, zone: grid.Zone) -> None:
    lettered.place(shape, zone)
    lettered.bare(shape.text_frame)
    body = shape.text_frame._txBody.find(qn("a:bodyPr"))
    body.set("anchor", "t")
    for child in list(body):
        body.remove(child)
    body.append(body.makeelement(qn("a:noAutofit"), {}))


def _as_number(shape: Any) -> None:
    lettered.place(shape, grid.OURS.number)
    lettered.bare(shape.text_frame)


def _set_layouts(presentation: Any) -> None:
    for layout, name in zip(presentation.slide_layouts, ("Cover", "Finding"), strict=True):
        layout._element.cSld.set("name", name)
        for shape in list(layout.placeholders):
            role = str(shape.placeholder_format.type)
            if role.startswith("SUBTITLE"):
                shape._element.getparent().remove(shape._element)
            else:
                _place_by_role(shape)
        if name == "Cover":
            _as_title(layout.placeholders[0], COVER_TITLE)
