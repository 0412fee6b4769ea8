from __future__ import annotations

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting
from custrata.delivery.deck.office.plots import axes


def test_titles_and_ticks_stay_inside_the_zone(slide):
    zone = Zone(1.6, 4.4, 14, 11)
    plot = axes.plot_zone(zone)
    axes.ticks(slide, plot, ((0.0, "0"), (1.0, "100")), ((0.0, "0"), (1.0, "100")), "en-GB")
    axes.titles(slide, zone, plot, "Across", "Upwards", "en-GB")
    assert [s.text_frame.text for s in slide.shapes if s.name == "Axis"] == ["Across", "Upwards"]
    assert [s.rotation for s in slide.shapes if s.name == "Axis"] == [0.0, 270.0]
    assert max(s.top + s.height for s in slide.shapes if s.name == "Tick") <= (zone.y + zone.h) * 360_000


def test_a_hidden_series_stays_in_the_sheet(slide):
    data = XyChartData()
    data.add_series("Corners").add_data_point(0, 0)
    zone = Zone(1.6, 4.4, 14, 11)
    chart = charting.add(slide, XL_CHART_TYPE.XY_SCATTER, zone, zone, data, "A chart of nothing", "Chart")
    (series,) = chart.plots[0].series
    axes.hide(series)
    assert series._element.xpath("c:marker/c:symbol/@val") == ["none"]
    assert series._element.xpath("count(c:spPr/a:ln/a:noFill)") == 1
