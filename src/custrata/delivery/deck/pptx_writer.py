"""Write a deck as an editable PowerPoint file."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from custrata.delivery.swapping import swap_in

if TYPE_CHECKING:
    from custrata.delivery.deck.office.template.company import Template
    from custrata.delivery.deck.slides import Deck

LONGEST = 255
"""Letters that Office keeps in a property of a file."""


def write_deck(deck: Deck, path: Path, template: Template | None = None) -> Path:
    """Write the deck beside its place and swap it in, so that no half file is ever seen.

    Args:
        deck: The deck as a value.
        path: Where the file goes; its folder is made.
        template: A company's own template; None for our theme.

    Returns:
        The path written.

    Raises:
        DeliveryError: If the file cannot be written.
    """
    return swap_in(deck_bytes(deck, template), path, "deck")


def deck_bytes(deck: Deck, template: Template | None = None) -> bytes:
    """The bytes of the PowerPoint file; equal for equal decks.

    Args:
        deck: The deck as a value.
        template: A company's own template, which is used up by writing into it; None for our theme.
    """
    from custrata.delivery.deck.office import charting, frame, package, theme
    from custrata.delivery.deck.office.template import scaling

    presentation = template.presentation if template else theme.themed_presentation()
    cover = template.cover if template else presentation.slide_layouts[0]
    finding = template.finding if template else presentation.slide_layouts[1]
    if deck.cover is not None:
        frame.cover(presentation.slides.add_slide(cover), deck.cover, deck)
    for value in deck.slides:
        _slide(presentation, finding, value, deck)
    if template is None:
        theme.patch_themes(presentation.part.package.iter_parts())
    else:
        scaling.scale(_drawn(presentation), template.scale)
    charting.renumber_axes(presentation)
    _properties(presentation.core_properties, deck)
    raw = io.BytesIO()
    presentation.save(raw)
    return package.settled(raw.getvalue(), deck.as_of)


def _drawn(presentation: Any) -> list[Any]:
    """Roots of all slides and of the charts on them."""
    trees = []
    for slide in presentation.slides:
        trees.append(slide._element)
        trees += [s.chart._chartSpace for s in slide.shapes if getattr(s, "has_chart", False) and s.has_chart]
    return trees


def _slide(presentation: Any, layout: Any, value: Any, deck: Deck) -> None:
    from custrata.delivery.deck import grid
    from custrata.delivery.deck.office import frame
    from custrata.delivery.deck.office.draw import draw

    slide = presentation.slides.add_slide(layout)
    frame.head(slide, value, deck)
    zone = grid.exhibit_zone(so_what=bool(value.so_what.text), appendix=value.appendix)
    for placed in value.exhibits:
        at = grid.part_of(zone, placed.first, placed.span, placed.top, placed.height)
        draw(slide, at, placed.exhibit, deck.language)
    frame.so_what(slide, value, deck)
    frame.foot(slide, value, deck)
    frame.notes(slide, value, deck)


def _properties(properties: Any, deck: Deck) -> None:
    from custrata.delivery.deck.office.lettered import clean

    day = dt.datetime.combine(deck.as_of, dt.time())
    company = clean(deck.company)
    properties.title = f"{company[: LONGEST - len(deck.title) - 2]}: {deck.title}"[:LONGEST]
    properties.author = company[:LONGEST]
    properties.last_modified_by = "Custrata"
    properties.subject = "Customer strategy"
    properties.language = deck.language
    properties.created = properties.modified = day
    properties.revision = 1
