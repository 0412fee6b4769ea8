import datetime as dt
from dataclasses import replace

import pytest
from tests.moving_snapshots import with_earlier, with_reading, with_values

from custrata.project.showing.home.tiles import MOST, _whole, holding, tile_of, tiles
from custrata.vocabulary import Direction, Period


@pytest.fixture
def shop(of):
    return of["Ridgeway Outfitters"]


def tile(snapshot, measure, better=Direction.HIGHER, target=None):
    return tile_of(snapshot, snapshot.reading(measure, (), "current"), measure, better, target)


def test_a_sum_is_compared_in_per_cent_of_what_it_was(shop):
    now = with_earlier(with_values(shop, revenue=150.0), "revenue", 100.0)
    found = tile(now, "revenue")
    assert (found.change.text, found.gain) == ("+50%", True)
    assert [r.value for r in found.change.readings] == [150.0, 100.0]


def test_a_share_is_compared_in_points(shop):
    now = with_reading(shop, "win_rate", "share", current=0.41, previous=0.44)
    found = tile(now, "win_rate")
    assert (found.change.text, found.gain) == ("−3.0 pts", False)


def test_less_is_a_gain_where_less_is_better(shop):
    now = with_reading(shop, "discount_share", "share", current=0.1, previous=0.2)
    assert tile(now, "discount_share", Direction.LOWER).gain is True
    assert tile(now, "discount_share", Direction.NEITHER).gain is None


def test_without_an_earlier_window_nothing_is_compared(shop):
    assert shop.reading("lost_revenue", (), "previous") is None
    assert tile(shop, "lost_revenue").change is None


def test_new_customers_are_not_compared_with_the_window_in_which_the_data_begin(shop):
    begin = shop.manifest.windows["previous"].start
    first = with_reading(begun(shop, begin), "new_customers", "customers", current=75.0, previous=2394.0)
    assert tile(first, "new_customers").change is None
    assert tile(begun(first, begin - dt.timedelta(days=90)), "new_customers").change.text == "−97%"
    neighbour = with_reading(first, "active_customers", "customers", current=75.0, previous=2394.0)
    assert tile(neighbour, "active_customers").change.text == "−97%"


def begun(snapshot, day):
    windows = {**snapshot.manifest.windows, "all": replace(snapshot.manifest.windows["all"], start=day)}
    return replace(snapshot, manifest=replace(snapshot.manifest, windows=windows))


def test_months_end_with_the_latest(shop):
    points = sorted(shop.points("revenue", "month"), key=lambda r: r.segment)
    whole = [r.value for r in points if _whole(shop, r.segment[0][1])]
    assert tile(shop, "revenue").months == tuple(whole[-12:])
    assert whole


def test_a_month_that_the_data_cut_off_is_no_point(shop):
    span = Period("all", dt.date(2025, 1, 15), dt.date(2026, 3, 1))
    cut = replace(shop, manifest=replace(shop.manifest, windows={**shop.manifest.windows, "all": span}))
    told = ("2025-01", "2025-02", "2026-02", "2026-03")
    assert [_whole(cut, month) for month in told] == [False, True, True, False]
    ended = replace(
        cut, manifest=replace(cut.manifest, windows={"all": replace(span, end=dt.date(2026, 3, 31))})
    )
    assert _whole(ended, "2026-03")


def test_the_head_holds_few_figures_and_those_of_the_scorecard(scene_at):
    scene = scene_at()
    found = tiles(scene)
    assert 0 < len(found) <= MOST
    assert all(t.target is None or t.target.source for t in found)


def test_without_a_scorecard_what_every_company_has_is_shown(scene_at):
    scene = scene_at()
    bare = scene.document.model_copy(update={"scorecard": ()})
    assert [t.name for t in tiles(scene_at(document=bare))][:1] == ["Revenue"]


def test_claims_are_counted_by_how_they_stand(scene_at):
    held = holding(scene_at().evidence)
    assert held.holds + held.doubted + held.open == held.all
    assert held.all > 0


def test_a_tile_says_days_and_hours_beside_the_number(shop):
    assert (
        tile(with_reading(shop, "resolution_hours", "hours", current=5.0), "resolution_hours").unit == "hours"
    )
    assert tile(with_reading(shop, "win_rate", "share", current=0.5), "win_rate").unit == ""
