"""Which layouts of a template are for a cover and for a finding; found by what they hold, not by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER

from custrata.errors import DeliveryError

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
FURNITURE = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE)


def kinds_of(layout: Any) -> list[Any]:
    """Types of the placeholders of a layout."""
    return [p.placeholder_format.type for p in layout.placeholders]


def finding_of(presentation: Any, path: Path) -> Any:
    """The layout with a title and room beneath: a title alone, else the one with fewest other boxes.

    Args:
        presentation: The opened template.
        path: Its file, for the error.

    Raises:
        DeliveryError: No layout has a title.
    """
    found = [
        (len([k for k in kinds_of(layout) if k not in (*_TITLES, *FURNITURE)]), place, layout)
        for place, layout in enumerate(_layouts(presentation))
        if PP_PLACEHOLDER.TITLE in kinds_of(layout)
    ]
    if not found:
        raise DeliveryError(
            "the template cannot be used: none of its layouts has a title",
            where=str(path),
            remedy="add a layout with a title and nothing else, as 'Title Only' is",
        )
    return min(found, key=lambda f: (f[0], f[1]))[2]


def cover_of(presentation: Any, otherwise: Any) -> Any:
    """The layout with a centred title, else another.

    Args:
        presentation: The opened template.
        otherwise: Taken when there is none.
    """
    for layout in _layouts(presentation):
        if PP_PLACEHOLDER.CENTER_TITLE in kinds_of(layout):
            return layout
    return otherwise


def placeholder_of(holder: Any, *wanted: Any) -> Any | None:
    """The first placeholder of these types on a slide, layout or master; None where there is none."""
    return next((p for p in holder.placeholders if p.placeholder_format.type in wanted), None)


def title_of(holder: Any) -> Any | None:
    """The title of a slide, layout or master."""
    return placeholder_of(holder, *_TITLES)


def _layouts(presentation: Any) -> Iterator[Any]:
    for master in presentation.slide_masters:
        yield from master.slide_layouts
