"""What a template's slides carry of their own: titles, numbers, footers; and its cover."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER

from custrata.delivery import tokens
from custrata.delivery.deck import grid
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.office.template import roles
from custrata.delivery.deck.slides import Cover, Deck


def prepare(slide: Any, sheet: grid.Sheet) -> None:
    """Put the title into its zone, drop boxes that stay empty, and keep the footer's own words.

    Args:
        slide: A new slide of python-pptx.
        sheet: Zones of the template.
    """
    title = roles.title_of(slide)
    for shape in list(slide.placeholders):
        if title is None or shape.shape_id != title.shape_id:
            shape._element.getparent().remove(shape._element)
    if title is not None:
        lettered.place(title, sheet.title)
        title.text_frame.word_wrap = True
        title.text_frame.margin_left = title.text_frame.margin_right = 0
    _footer(slide)


def _footer(slide: Any) -> None:
    """Footers are not copied from the layout; one with words is cloned under a new id."""
    found = roles.placeholder_of(slide.slide_layout, PP_PLACEHOLDER.FOOTER)
    if found is None or not found.text_frame.text.strip():
        return
    tree = slide.shapes._spTree
    clone = deepcopy(found._element)
    number = max(int(i) for i in tree.xpath("//p:cNvPr/@id")) + 1
    clone.xpath(".//p:cNvPr")[0].set("id", str(number))
    for place in clone.xpath("./p:spPr/a:xfrm"):
        place.getparent().remove(place)
    tree.append(clone)


def number_index(layout: Any) -> int | None:
    """Index of the slide number's placeholder on a layout; None where it has none."""
    found = roles.placeholder_of(layout, PP_PLACEHOLDER.SLIDE_NUMBER)
    return None if found is None else int(found.placeholder_format.idx)


def cover(slide: Any, value: Cover, deck: Deck) -> None:
    """The first slide in the template's own look: company, what it is, when.

    Args:
        slide: A new slide with the layout of covers.
        value: What it says.
        deck: The deck.
    """
    title = roles.title_of(slide)
    beneath = roles.placeholder_of(slide, PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY)
    for shape in list(slide.placeholders):
        if shape.shape_id not in {s.shape_id for s in (title, beneath) if s is not None}:
            shape._element.getparent().remove(shape._element)
    heading = Run(value.company, tokens.COVER_PT, bold=True, colour="")
    if title is not None:
        lettered.write(title.text_frame, [Paragraph((heading,))], deck.language)
    own = "" if beneath is not None else tokens.INK_2
    lines = [Paragraph((Run(value.title, tokens.SO_WHAT_PT + 4, colour=own),))]
    lines += [Paragraph((Run(text, tokens.SO_WHAT_PT, colour=own),), before=3) for text in value.lines]
    if beneath is not None:
        lettered.write(beneath.text_frame, lines, deck.language)
    else:
        sheet = grid.now()
        lettered.box(
            slide, grid.Zone(sheet.margin, sheet.height * 0.6, 19, 4), lines, deck.language, name="Facts"
        )
    runs = [Run(f"{deck.example}  ", tokens.SMALL_PT, bold=True, colour=tokens.DRAFT)] if deck.example else []
    runs.append(Run(value.foot, tokens.SMALL_PT, colour=tokens.INK_3))
    lettered.box(slide, grid.now().evidence, [Paragraph(tuple(runs))], deck.language, name="Evidence")
