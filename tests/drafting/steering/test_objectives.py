from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import grocer

from custrata.drafting.chapters.goals import THEMES
from custrata.drafting.chapters.scorecard import aim
from custrata.drafting.draft import draft
from custrata.drafting.steering.objectives import WORDS


def results(document):
    return [k for o in document.objectives for k in o.key_results]


def test_one_objective_a_goal_and_no_result_is_counted_twice():
    for document in (drafted(), drafted(grocer)):
        goals = [o.goal for o in document.objectives if o.id != "objective-base"]
        assert goals == [g.id for g in document.goals]
        measures = [k.measure for k in results(document)]
        assert len(set(measures)) == len(measures)


def test_every_measure_of_the_scorecard_serves_a_goal_or_the_base_as_a_whole():
    for document in (drafted(), drafted(grocer)):
        named = {m for g in document.goals for m in (*g.leading, *g.lagging)}
        served = named | {k.measure for k in results(document)}
        whole = {"mrr", "revenue", "active_customers", "top_10_revenue_share"}
        assert {row.measure for row in document.scorecard} & whole <= served


def test_targets_follow_the_rule_of_the_scorecard():
    kept = next(k for k in results(drafted()) if k.measure == "logo_retention")
    figure = kept.base.figures[0]
    assert kept.target == aim(figure.value, figure.unit, kept.better)[0]


def test_a_result_that_cannot_be_read_stands_alone_and_without_a_target():
    gone = without(maintainer(), drop=measured("win_rate", "won_revenue", "sales_cycle_days"))
    for objective in draft(gone).objectives:
        unread = [k for k in objective.key_results if k.base is None]
        assert not unread or len(objective.key_results) == 1
        assert all(k.target is None for k in unread)


def test_days_between_invoices_are_no_result():
    assert "days_since_last_order" not in [k.measure for k in results(drafted())]


def test_every_theme_has_an_objective():
    assert set(WORDS) == {theme.id for theme in THEMES}
