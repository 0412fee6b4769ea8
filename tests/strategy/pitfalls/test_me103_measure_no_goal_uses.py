from __future__ import annotations

from tests.strategies import PERSON, SIGNED, claim, goal, places, proposal, strategy

from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.steering.outcome import CustomerOutcome
from custrata.strategy.pitfalls.me103_measure_no_goal_uses import PITFALL
from custrata.vocabulary import Stage


def row(measure: str, **fields: object):
    return ScoreRow(id="r", measure=measure, title="Title", base=claim(), **fields)


GOALS = (goal("stay", leading=("repeat_rate",), lagging=("revenue",)),)


def test_a_row_that_somebody_took_and_nothing_uses_is_found():
    assert places(PITFALL, strategy(goals=GOALS, scorecard=(row("refund_rate", owner=PERSON),))) == [
        "scorecard[r]"
    ]
    assert places(PITFALL, strategy(goals=GOALS, scorecard=(row("refund_rate", signed_on=SIGNED),))) == [
        "scorecard[r]"
    ]


def test_a_measure_of_a_goal_an_outcome_or_a_stage_is_silent():
    kept = (row("revenue", owner=PERSON),)
    assert places(PITFALL, strategy(goals=GOALS, scorecard=kept)) == []
    outcome = CustomerOutcome(id="o", statement=proposal(), measure="refund_rate")
    other = (row("refund_rate", owner=PERSON),)
    assert places(PITFALL, strategy(goals=GOALS, outcomes=(outcome,), scorecard=other)) == []
    stage = StagePlan(id="s", stage=Stage.ADOPTION, metric="refund_rate")
    assert places(PITFALL, strategy(goals=GOALS, lifecycle=(stage,), scorecard=other)) == []


def test_a_drafted_row_and_a_strategy_without_goals_are_silent():
    assert places(PITFALL, strategy(goals=GOALS, scorecard=(row("refund_rate"),))) == []
    assert places(PITFALL, strategy(goals=GOALS, scorecard=(row("page_views", owner=PERSON),))) == []
    assert places(PITFALL, strategy(scorecard=(row("refund_rate", owner=PERSON),))) == []
    assert (
        places(PITFALL, strategy(goals=(goal("stay"),), scorecard=(row("refund_rate", owner=PERSON),))) == []
    )
