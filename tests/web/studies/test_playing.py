from custrata.web.strategies.saving import change, strategy_of
from custrata.web.studies import playing


def test_what_was_played_is_kept_until_strategy_or_snapshot_change(workspace):
    first = playing.played(workspace)
    assert playing.played(workspace) is first
    assert first.outcome.plans[0].plan.name == "As now"


def test_another_strategy_is_played_anew(workspace):
    first = playing.played(workspace)
    change(strategy_of(workspace), None, lambda d: d.model_copy(update={"groups": d.groups[:1]}), None)
    assert playing.played(workspace) is not first


def test_what_is_saved_is_played_though_the_file_is_behind(workspace, monkeypatch):
    monkeypatch.setattr("custrata.web.strategies.mirror.writing.soon", lambda workspace: None)
    strategy = strategy_of(workspace)
    change(strategy, None, lambda d: d.model_copy(update={"groups": d.groups[:1]}), None)
    _, plan = playing.played(workspace).outcome.plans
    assert len(plan.plan.intents) == 1
