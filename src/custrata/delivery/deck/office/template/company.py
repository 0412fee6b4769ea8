"""A company's template, ready to be written into."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.grid import Sheet
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Palette
from custrata.delivery.deck.office.template import colours, measuring, roles
from custrata.delivery.deck.office.template.emptying import emptied
from custrata.delivery.deck.office.template.guarding import guarded
from custrata.errors import DeliveryError


@dataclass(frozen=True)
class Template:
    """A template without its sample slides.

    Attributes:
        presentation: The presentation of python-pptx.
        cover: Layout for the first slide.
        finding: Layout for all others.
        sheet: Zones of a slide, as if it had our width.
        scale: Its width over ours.
        palette: Our colours by slots of its theme.
        reserve: How much wider than Arial its letters may be.
    """

    presentation: Any
    cover: Any
    finding: Any
    sheet: Sheet
    scale: float
    palette: Palette
    reserve: float


def read_template(path: Path) -> Template:
    """Open a template, measure it, and take its sample slides out.

    Args:
        path: The company's ``.pptx`` or ``.potx``.

    Raises:
        DeliveryError: The file cannot be used; the words say why.
    """
    raw = guarded(path)
    try:
        from pptx import Presentation

        presentation = Presentation(io.BytesIO(raw))
        finding = roles.finding_of(presentation, path)
        sheet = measuring.sheet_of(presentation, finding, path)
        palette = colours.palette_of(finding.slide_master, path)
        cover = roles.cover_of(presentation, finding)
        emptied(presentation)
        scale, reserve = measuring.scale_of(presentation, path), colours.reserve_of(finding.slide_master)
    except DeliveryError:
        raise
    except Exception as error:  # a broken package fails in as many ways as it has parts
        raise DeliveryError(
            f"the template cannot be used: it is broken ({type(error).__name__})",
            where=str(path),
            remedy="open it in PowerPoint, let it be repaired, and save it again",
        ) from error
    return Template(presentation, cover, finding, sheet, scale, palette, reserve)


@contextmanager
def using(template: Template | None) -> Iterator[None]:
    """Compose and write slides by a template's measures; None leaves ours.

    Args:
        template: The template.
    """
    if template is None:
        yield
        return
    with (
        grid.on(template.sheet),
        lettering.reserving(template.reserve),
        lettered.painting(template.palette),
    ):
        yield
