from __future__ import annotations

from tests.snapshots import outfitter

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.plots.exchange import draw_exchange
from custrata.delivery.deck.plots import ExchangeMap, Spot
from custrata.delivery.figures import figure

ZONE = Zone(1.6, 4.4, 18, 11)
CORNERS = ("Under-served", "Balanced", "Misfit", "Over-served")


def spots(*names: str) -> tuple[Spot, ...]:
    told = outfitter()
    where = (("tier", "gold"),)
    across, up = (figure(told.reading(f"value_to_{side}", where)) for side in ("customer", "business"))
    return tuple(Spot(name, across, up, high=place == 0) for place, name in enumerate(names))


def drawn(slide, *names: str):
    draw_exchange(slide, ZONE, ExchangeMap(spots(*names), "Gets", "Gives", CORNERS), "en-GB")
    return next(s.chart for s in slide.shapes if s.has_chart)


def test_each_group_has_a_dot_and_a_cross_of_its_intervals(slide):
    chart = drawn(slide, "Gold")
    names = [series.name for series in chart.plots[0].series]
    assert names[0] == "Corners"
    assert names[-3:] == ["Gold: interval across", "Gold: interval upwards", "Gold"]


def test_names_of_groups_in_one_place_do_not_cover_each_other(slide):
    drawn(slide, "Gold", "Silver", "Bronze")
    boxes = [s for s in slide.shapes if s.name.startswith("Label ")]
    assert len(boxes) == 3
    for one in boxes:
        for other in boxes:
            apart = (
                one is other
                or one.left >= other.left + other.width
                or other.left >= one.left + one.width
                or one.top >= other.top + other.height
                or other.top >= one.top + one.height
            )
            assert apart, (one.name, other.name)


def test_quadrants_are_named_in_their_corners(slide):
    drawn(slide, "Gold")
    assert {s.text_frame.text for s in slide.shapes if s.name.startswith("Quadrant")} == set(CORNERS)
