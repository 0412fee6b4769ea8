import datetime as dt

from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.home.days import day_of

TODAY = dt.date(2026, 11, 26)


def test_a_home_is_worked_out_once_for_a_strategy_and_a_day(workspace):
    strategy, scene = strategy_of(workspace), scene_of(workspace)
    first = day_of(workspace, strategy, scene, TODAY)
    assert day_of(workspace, strategy, scene, TODAY) is first
    assert day_of(workspace, strategy, scene, TODAY + dt.timedelta(days=1)) is not first


def test_a_save_makes_it_anew_and_two_workspaces_share_none(workspace, other_workspace):
    strategy = strategy_of(workspace)
    first = day_of(workspace, strategy, scene_of(workspace), TODAY)
    set_value(strategy, "horizon.months", "30", 1, None)
    assert day_of(workspace, strategy, scene_of(workspace), TODAY) is not first
    other = day_of(other_workspace, strategy_of(other_workspace), scene_of(other_workspace), TODAY)
    assert other is not first
