from __future__ import annotations

import pytest

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting
from custrata.delivery.deck.office.bars import draw_columns
from custrata.delivery.deck.slides import Columns, Point
from custrata.delivery.figures import Spelling, stated


def columns(count: int) -> Columns:
    return Columns(
        tuple(Point(f"{i + 1} Jan", stated(float(i + 1), "USD", "settings")) for i in range(count)),
        Spelling(),
    )


def test_the_plot_lies_where_it_was_put(slide):
    draw_columns(slide, Zone(1.6, 4.4, 20, 10), columns(5), "en-GB")
    chart = next(s.chart for s in slide.shapes if s.has_chart)
    height = chart._chartSpace.xpath("c:chart/c:plotArea/c:layout/c:manualLayout/c:h/@val")
    assert float(height[0]) == pytest.approx((10 - 0.7 - 1.15) / 10, abs=1e-4)


def test_too_many_labels_are_thinned(slide):
    draw_columns(slide, Zone(1.6, 4.4, 20, 10), columns(40), "en-GB")
    assert len([s for s in slide.shapes if s.name == "Tick"]) < 40


def test_axes_get_positive_ids(slide):
    draw_columns(slide, Zone(1.6, 4.4, 20, 10), columns(5), "en-GB")
    presentation = slide.part.package.presentation_part.presentation
    charting.renumber_axes(presentation)
    chart = next(s.chart for s in slide.shapes if s.has_chart)
    assert all(int(v) > 0 for v in chart._chartSpace.xpath("//c:axId/@val"))
