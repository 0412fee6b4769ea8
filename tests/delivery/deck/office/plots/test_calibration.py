from __future__ import annotations

import pytest
from tests.snapshots import outfitter

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.plots.calibration import draw_calibration, marks
from custrata.delivery.deck.plots import Calibration
from custrata.delivery.figures import figure


def test_bars_reach_from_the_lower_to_the_upper_end(slide):
    told = outfitter()
    places = [(("place", str(place)),) for place in range(1, 11)]
    pairs = tuple(
        (figure(told.reading("calibration_predicted", p)), figure(told.reading("calibration_actual", p)))
        for p in places
    )
    draw_calibration(slide, Zone(1.6, 4.4, 14, 11), Calibration(pairs, "Predicted", "Actual"), "en-GB")
    space = next(s.chart for s in slide.shapes if s.has_chart)._chartSpace
    above = [float(v) for v in space.xpath("//c:errBars/c:plus//c:v/text()")]
    assert above == pytest.approx([a.ends[1] - a.value for _, a in pairs], rel=1e-6)
    order = [child.tag.split("}")[1] for child in space.xpath("//c:scatterChart/c:ser[1]/*")]
    assert order.index("marker") < order.index("errBars") < order.index("xVal")


@pytest.mark.parametrize("top", [0.004, 0.9, 1.0, 3.3, 13.0, 250.0, 12_000.0])
def test_ticks_are_round_few_and_within_the_axis(top):
    found = marks(top)
    assert 3 <= len(found) <= 6
    assert found[0] == (0.0, "0" if "." not in found[1][1] else found[0][1])
    assert all(0 <= share <= 1 for share, _ in found)
    for share, text in found:
        assert float(text.replace(",", "")) == pytest.approx(share * top, rel=1e-9)
