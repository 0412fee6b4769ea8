from __future__ import annotations

import pytest
from tests.strategies import claim, findings, goal, places, proposal, strategy

from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.papers.channel_charter import ChannelCharter, ChannelGoal
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.me102_vanity_metric import PITFALL
from custrata.vocabulary import Stage


def row(measure: str, title: str = "Title"):
    return strategy(scorecard=(ScoreRow(id="r", measure=measure, title=title, base=claim()),))


@pytest.mark.parametrize("measure", ["page_views", "Followers", "raw-registrations", "impressions"])
def test_a_row_that_counts_attention_is_found(measure):
    assert places(PITFALL, row(measure)) == ["scorecard[r]"]
    assert measure in findings(PITFALL, row(measure))[0].message


def test_a_title_gives_it_away():
    assert places(PITFALL, row("visits_total", "Page views of the shop")) == ["scorecard[r]"]


def test_goals_key_results_and_charters_are_looked_at():
    doc = strategy(
        goals=(goal("stay", leading=("page_views", "clicks")),),
        objectives=(
            Objective(id="o", statement=proposal(), key_results=(KeyResult(id="k", measure="likes"),)),
        ),
        channel_charters=(
            ChannelCharter(
                id="c", channel="web", kpis=("visits",), goals=(ChannelGoal(id="g", measure="sign_ups"),)
            ),
        ),
    )
    assert places(PITFALL, doc) == [
        "goals[stay]",
        "objectives[o].key_results[k]",
        "channel_charters[c]",
        "channel_charters[c].goals[g]",
    ]


@pytest.mark.parametrize("measure", ["activation_rate", "qualified_reach", "shares_of_revenue", "revenue"])
def test_what_customers_do_is_silent(measure):
    assert places(PITFALL, row(measure)) == []


def test_a_stage_may_watch_attention_without_being_steered_by_it():
    assert (
        places(PITFALL, strategy(lifecycle=(StagePlan(id="s", stage=Stage.AWARENESS, metric="visits"),)))
        == []
    )
