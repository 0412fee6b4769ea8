from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.plots.radar import draw_radar
from custrata.delivery.deck.plots import Radar
from custrata.delivery.figures import stated


def level(value):
    return stated(float(value), "level", "assessment")


def series_of(slide):
    return [s.name for s in next(s.chart for s in slide.shapes if s.has_chart).plots[0].series]


def test_what_nobody_wants_is_not_drawn(slide):
    draw_radar(
        slide, Zone(2, 5, 10, 10), Radar(("One", "Two", "Three"), (level(1), level(2), level(3))), "en-GB"
    )
    assert series_of(slide) == ["Shown"]


def test_what_is_wanted_is_a_second_line(slide):
    radar = Radar(("One", "Two", "Three"), (level(1),) * 3, (level(4), None, level(5)))
    draw_radar(slide, Zone(2, 5, 10, 10), radar, "en-GB")
    assert series_of(slide) == ["Shown", "Wanted"]
    assert any("wanted" in s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_a_radar_is_not_smoothed(slide):
    draw_radar(slide, Zone(2, 5, 10, 10), Radar(("One", "Two", "Three"), (level(1),) * 3), "en-GB")
    chart = next(s.chart for s in slide.shapes if s.has_chart)
    assert not chart._chartSpace.xpath(".//c:smooth")
