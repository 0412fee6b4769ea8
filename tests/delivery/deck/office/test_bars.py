from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.bars import draw_bars, draw_stack
from custrata.delivery.deck.slides import Bars, Layer, Point, Stack
from custrata.delivery.figures import Spelling, stated


def point(label: str, value: float, high: bool = False) -> Point:
    return Point(label, stated(value, "USD", "settings"), high)


def test_bars_begin_at_zero_and_leave_room_for_their_labels(slide):
    draw_bars(
        slide, Zone(1.6, 4.4, 15, 9), Bars((point("a", 50.0, True), point("b", 30.0)), Spelling()), "en-GB"
    )
    axis = next(s.chart for s in slide.shapes if s.has_chart).value_axis
    assert axis.minimum_scale == 0
    assert axis.maximum_scale > 50


def test_labels_are_written_as_the_figures_are(slide):
    draw_bars(
        slide,
        Zone(1.6, 4.4, 15, 9),
        Bars((point("a", 5e6), point("b", 3e6)), Spelling("$", "m", 1e6, 1)),
        "en-GB",
    )
    labels = next(s.chart for s in slide.shapes if s.has_chart).plots[0].series[0].data_labels
    assert '"$"#,##0.0,,"m"' in labels.number_format
    assert labels.number_format_is_linked is False


def test_a_thin_part_has_its_label_beside_it(slide):
    share = Spelling("", "%", 0.01, 0)
    layers = tuple(
        Layer(name, "#12355F", "#FFFFFF", (stated(v, "share", "settings", written=share),))
        for name, v in (("High", 0.02), ("Low", 0.98))
    )
    draw_stack(slide, Zone(1.6, 4.4, 10, 9), Stack(("All",), layers, share), "en-GB")
    assert "2%" in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
