from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.plots.lines import draw_lines
from custrata.delivery.deck.plots import Line, Lines
from custrata.delivery.figures import Spelling, stated


def shown(value: float):
    return stated(value, "orders", "settings")


def test_the_names_of_two_lines_that_end_together_stand_apart(slide):
    expected = Line("Expected", (shown(9.0), shown(10.1)), dashed=True)
    lines = Lines(("Jan", "Feb"), (Line("Actual", (shown(8.0), shown(10.0))), expected), Spelling())
    draw_lines(slide, Zone(1.6, 4.4, 14, 11), lines, "en-GB")
    tops = sorted(s.top for s in slide.shapes if s.name.startswith("Label "))
    assert tops[1] - tops[0] >= 0.55 * 360_000
    space = next(s.chart for s in slide.shapes if s.has_chart)._chartSpace
    assert space.xpath("count(//c:ser//a:prstDash[@val='dash'])") == 1
