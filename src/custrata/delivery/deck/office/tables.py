"""Tables of a slide: real ones, ruled below each row, heat maps and dots over a track included."""

from __future__ import annotations

from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm

from custrata.delivery import tokens
from custrata.delivery.deck import layout, lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.office.plots.spots import draw_spots
from custrata.delivery.deck.office.tracks import draw_track
from custrata.delivery.deck.slides import Cell, Column, Row, Table, Tone

_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
TONES = {
    Tone.INK: tokens.INK,
    Tone.QUIET: tokens.INK_3,
    Tone.ACCENT: tokens.ACCENT,
    Tone.GAIN: tokens.GAIN,
    Tone.LOSS: tokens.LOSS_TEXT,
    Tone.PROPOSAL: tokens.PROPOSAL,
}


def draw_table(slide: Any, zone: Zone, table: Table, language: str) -> float:
    """Draw a table at the top of a zone and return its lower edge in cm."""
    edged = any(row.edge for row in table.rows)
    zone = zone.inset(left=0.32) if edged else zone
    plan = layout.lay(table, zone.w, zone.h)
    frame = slide.shapes.add_table(
        len(table.rows) + 1, len(table.columns), Cm(zone.x), Cm(zone.y), Cm(zone.w), Cm(plan.height)
    )
    frame.name = "Table"
    lettered.describe(frame, _described(table))
    grid = frame.table
    _plain(grid)
    for index, width in enumerate(plan.widths):
        grid.columns[index].width = Cm(width)
    grid.rows[0].height = Cm(plan.head)
    for index, column in enumerate(table.columns):
        _head_cell(grid.cell(0, index), column, index, language, centred=table.heat and index > 1)
    for at, row in enumerate(table.rows, start=1):
        grid.rows[at].height = Cm(plan.rows[at - 1])
        for index, cell in enumerate(row.cells):
            _body_cell(grid.cell(at, index), cell, row, table, index, language)
    _edges(slide, zone, table, plan)
    if table.track is not None:
        draw_track(slide, zone, table, plan, language)
    if table.spots is not None:
        draw_spots(slide, zone, table, plan, language)
    _cuts(slide, zone, table, plan, language)
    return zone.y + plan.height


def _plain(grid: Any) -> None:
    grid.first_row, grid.horz_banding = True, False
    properties = grid._tbl.tblPr
    style = properties.find(qn("a:tableStyleId"))
    if style is None:
        style = properties.makeelement(qn("a:tableStyleId"), {})
        properties.append(style)
    style.text = _PLAIN_STYLE


def _head_cell(cell: Any, column: Column, index: int, language: str, *, centred: bool) -> None:
    run = Run(column.head, tokens.SMALL_PT, bold=True, colour=tokens.INK_2)
    align = "center" if centred else ("right" if column.right else "left")
    lettered.write(cell.text_frame, [Paragraph((run,), align=align)], language)
    _margins(cell, index)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM
    _borders(cell, tokens.INK_2, 12700)


def _body_cell(cell: Any, value: Cell, row: Row, table: Table, index: int, language: str) -> None:
    align = "right" if table.columns[index].right else "left"
    if table.heat and index > 1:
        align = "center"
    paragraphs = [Paragraph(_main_runs(value, layout.main_pt(table)), align=align)]
    if value.small.text:
        small = Run(value.small.text, tokens.SMALL_PT, colour=tokens.INK_3)
        paragraphs.append(Paragraph((small,), align=align))
    lettered.write(cell.text_frame, paragraphs, language)
    _margins(cell, index)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    ground = tokens.HEAT[value.heat] if value.heat else (tokens.ROW_EMPHASIS if row.emphasised else "")
    _borders(cell, tokens.WHITE if table.heat else tokens.LINE_2, 9525)
    if ground:
        lettered.fill(cell, ground)


def _main_runs(value: Cell, pt: int) -> tuple[Run, ...]:
    if value.state is not None:
        mark = tokens.STATES[value.state]
        return (Run(f"{mark.glyph} ", pt, True, mark.fill), Run(mark.word, pt, True, mark.text))
    dark = value.heat is not None and value.heat >= 3
    colour = tokens.WHITE if dark else TONES[value.tone]
    return (Run(value.main.text, pt, value.bold, colour),) if value.main.text else ()


def _margins(cell: Any, index: int) -> None:
    cell.margin_left = Cm(layout.FIRST_SIDE if index == 0 else layout.SIDE)
    cell.margin_right = Cm(layout.SIDE)
    cell.margin_top = cell.margin_bottom = Cm(layout.EDGE)


def _borders(cell: Any, colour: str, width: int) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for old in list(properties):
        properties.remove(old)
    for side in ("lnL", "lnR", "lnT"):
        properties.append(parse_xml(f'<a:{side} {nsdecls("a")} w="0"><a:noFill/></a:{side}>'))
    value = colour.lstrip("#")
    properties.append(
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="{width}"><a:solidFill><a:srgbClr val="{value}"/></a:solidFill></a:lnB>'
        )
    )


def _edges(slide: Any, zone: Zone, table: Table, plan: layout.TableLayout) -> None:
    top = zone.y + plan.head
    for row, height in zip(table.rows, plan.rows, strict=True):
        if row.edge:
            bar = Zone(zone.x - 0.32, top + 0.12, 0.16, height - 0.24)
            lettered.ground(slide, bar, row.edge, name="Edge")
        top += height


def _cuts(slide: Any, zone: Zone, table: Table, plan: layout.TableLayout, language: str) -> None:
    """Thick lines beneath rows at which something is used up, with its name at the right end."""
    foot = zone.y + plan.head
    for row, height in zip(table.rows, plan.rows, strict=True):
        foot += height
        if row.cut:
            lettered.ground(
                slide, Zone(zone.x, foot - 0.04, sum(plan.widths), 0.08), tokens.ACCENT, name="Cut"
            )
            line = Paragraph((Run(row.cut, tokens.SMALL_PT, bold=True, colour=tokens.ACCENT),), align="right")
            need = lettering.width(row.cut, tokens.SMALL_PT, bold=True) + 0.3
            at = Zone(zone.x + sum(plan.widths) - need, foot - 0.6, need, 0.54)
            lettered.box(slide, at, [line], language, name="Cut words")


def _described(table: Table) -> str:
    heads = ", ".join(c.head for c in table.columns if c.head)
    rows = "; ".join(", ".join(c.main.text for c in row.cells if c.main.text) for row in table.rows)
    return f"Table. {table.finding} Columns: {heads}. {rows}"
