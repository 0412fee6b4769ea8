from __future__ import annotations

from dataclasses import replace

from tests.drafting.drafted import maintainer, measured, without
from tests.snapshots import YEAR, grocer, pipeline

from custrata.drafting.desk import Desk
from custrata.drafting.papers.live import (
    friction_of,
    group_friction,
    group_position,
    metric_of,
    position_of,
)
from custrata.drafting.pen import Pen
from custrata.vocabulary import Period, Stage

GOLD = (("tier", "gold"),)


def pen(snapshot):
    return Pen(Desk(snapshot))


def test_positions_are_what_the_measure_of_the_stage_says():
    for snapshot in (maintainer(), grocer(), pipeline()):
        for stage in Stage:
            found = position_of(pen(snapshot), stage)
            if found is not None:
                assert metric_of(Desk(snapshot), stage) in {f.measure for f in found.figures}


def test_the_channel_that_won_most_is_named():
    assert position_of(pen(maintainer()), Stage.AWARENESS).said() == (
        "“Search” won most customers in the latest year: 30% of those whose channel is known."
    )


def test_losses_are_parts_of_what_the_window_began_with():
    assert friction_of(pen(maintainer()), Stage.LAPSED).said() == (
        "Customers who left took 16% off what all of the year before brought."
    )
    calm = without(maintainer(), drop=measured("lost_revenue"))
    assert friction_of(pen(calm), Stage.LAPSED) is None


def test_new_customers_are_compared_only_where_the_data_reach_back():
    blind = without(maintainer(), drop=measured("sales_cycle_days"))
    assert position_of(pen(blind), Stage.ACQUISITION).said() == "179 customers came in the latest year."
    windows = YEAR | {"all": Period("all", YEAR["previous"].start.replace(year=2020), YEAR["current"].end)}
    older = replace(blind, manifest=replace(blind.manifest, windows=windows))
    assert "against 135 in the year before" in position_of(pen(older), Stage.ACQUISITION).said()


def test_a_group_is_told_by_its_own_readings():
    assert group_position(pen(maintainer()), GOLD, Stage.EXPANSION).said() == (
        "One of them is expected to bring €24k from here on, any customer €14.1k."
    )
    assert group_position(pen(maintainer()), GOLD, Stage.AWARENESS) is None
    assert group_friction(pen(maintainer()), GOLD, Stage.LAPSED).said() == (
        "12% of them are gone, of all customers 22%."
    )
    assert group_friction(pen(grocer()), GOLD, Stage.LAPSED) is None
