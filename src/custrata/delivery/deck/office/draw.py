"""One exhibit, drawn by its kind."""

from __future__ import annotations

from typing import Any

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.bars import draw_bars, draw_columns, draw_stack
from custrata.delivery.deck.office.bridge import draw_bridge
from custrata.delivery.deck.office.panels import draw_figures, draw_panel
from custrata.delivery.deck.office.plots.calibration import draw_calibration
from custrata.delivery.deck.office.plots.exchange import draw_exchange
from custrata.delivery.deck.office.plots.lines import draw_lines
from custrata.delivery.deck.office.plots.radar import draw_radar
from custrata.delivery.deck.office.tables import draw_table
from custrata.delivery.deck.office.whale import draw_whale
from custrata.delivery.deck.plots import Calibration, ExchangeMap, Lines, Radar, Whale
from custrata.delivery.deck.slides import Bars, Bridge, Columns, Exhibit, FigurePanel, Panel, Stack, Table


def draw(slide: Any, zone: Zone, exhibit: Exhibit, language: str) -> None:
    """Draw an exhibit into its zone.

    Args:
        slide: The slide of python-pptx.
        zone: Its room, in cm.
        exhibit: What to draw.
        language: Language tag of the text.
    """
    match exhibit:
        case Table():
            draw_table(slide, zone, exhibit, language)
        case FigurePanel():
            draw_figures(slide, zone, exhibit, language)
        case Panel():
            draw_panel(slide, zone, exhibit, language)
        case Bars():
            draw_bars(slide, zone, exhibit, language)
        case Columns():
            draw_columns(slide, zone, exhibit, language)
        case Stack():
            draw_stack(slide, zone, exhibit, language)
        case Bridge():
            draw_bridge(slide, zone, exhibit, language)
        case Whale():
            draw_whale(slide, zone, exhibit, language)
        case ExchangeMap():
            draw_exchange(slide, zone, exhibit, language)
        case Calibration():
            draw_calibration(slide, zone, exhibit, language)
        case Lines():
            draw_lines(slide, zone, exhibit, language)
        case Radar():
            draw_radar(slide, zone, exhibit, language)
