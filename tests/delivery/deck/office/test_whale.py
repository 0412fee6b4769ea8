from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.whale import draw_whale
from custrata.delivery.deck.plots import CurveMark, Whale
from custrata.delivery.figures import NOTHING, say, stated


def test_the_curve_lies_over_its_areas_on_the_same_axes(slide):
    mark = CurveMark(0.6, stated(1.2, "share", "settings"), say("Peak"), NOTHING)
    whale = Whale(
        tuple((i / 100, 1.2 - abs(i / 100 - 0.6) / 2) for i in range(101)), (mark,), 0.6, "Customers"
    )
    draw_whale(slide, Zone(1.6, 4.4, 30, 11), whale, "en-GB")
    space = next(s.chart for s in slide.shapes if s.has_chart)._chartSpace
    assert space.xpath("//c:areaChart/c:axId/@val") == space.xpath("//c:lineChart/c:axId/@val")
    assert space.xpath("//c:crossBetween/@val") == ["midCat"]
    order = [child.tag.split("}")[1] for child in space.xpath("//c:lineChart/c:ser[1]/*")]
    assert order.index("marker") < order.index("cat") < order.index("val") < order.index("smooth")


def test_a_band_is_drawn_as_two_dotted_lines(slide):
    points = tuple((i / 10, 1.2 - abs(i / 10 - 0.6) / 2) for i in range(11))
    band = tuple((y - 0.1, y + 0.1) for _, y in points)
    draw_whale(slide, Zone(1.6, 4.4, 30, 11), Whale(points, (), 0.6, "Customers", band=band), "en-GB")
    chart = next(s.chart for s in slide.shapes if s.has_chart)
    names = [series.name for plot in chart.plots for series in plot.series]
    assert names[-3:] == ["Low", "High", "Marks"]
    assert chart._chartSpace.xpath("count(//a:prstDash[@val='sysDot'])") == 2


def test_words_in_the_area_stand_clear_of_those_at_the_dots(slide):
    points = tuple((i / 100, 1.03 - 1.03 * (1 - min(i / 90, 1)) ** 2) for i in range(101))
    marks = tuple(
        CurveMark(at, stated(0.5, "share", "settings"), say(name), say("some of the customers"))
        for at, name in ((0.05, "Platinum"), (0.3, "Platinum and gold"))
    )
    earns = (say("Customers earn"), say("of what is left in the end"))
    draw_whale(slide, Zone(1.6, 4.4, 30, 11), Whale(points, marks, 0.9, "Customers", earns=earns), "en-GB")
    boxes = [s for s in slide.shapes if s.name.startswith("Label ") or s.name == "Customers earn"]
    assert len(boxes) == 3
    for one in boxes:
        for other in boxes:
            beside = one.left + one.width <= other.left or other.left + other.width <= one.left
            apart = one.top + one.height <= other.top or other.top + other.height <= one.top
            assert one is other or beside or apart, (one.name, other.name)
