from __future__ import annotations

from tests.strategies import (
    goal,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.foundation.business import BusinessContext, RevenueKind, RevenueTarget
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.bs101_revenue_target_without_goal import PITFALL


def counted_on(*kinds: RevenueKind) -> BusinessContext:
    return BusinessContext(
        revenue_targets=tuple(RevenueTarget(id=f"t{n}", kind=kind, amount=10) for n, kind in enumerate(kinds))
    )


def test_revenue_from_keeping_without_a_goal_for_it_is_found_once():
    twice = counted_on(RevenueKind.RETENTION, RevenueKind.RETENTION)
    doc = strategy(goals=(goal(lagging=("new_customers",)),), business=twice)
    assert places(PITFALL, doc) == ["business.revenue_targets[t0]"]


def test_a_goal_or_a_key_result_of_the_kind_is_enough():
    result = KeyResult(id="k", measure="logo_retention")
    objective = Objective(id="o", statement=proposal(), key_results=(result,))
    business = counted_on(RevenueKind.RETENTION)
    assert places(PITFALL, strategy(goals=(goal(lagging=("repeat_rate",)),), business=business)) == []
    assert places(PITFALL, strategy(objectives=(objective,), business=business)) == []


def test_new_revenue_and_goals_without_measures_are_silent():
    doc = strategy(goals=(goal(lagging=("csat",)),), business=counted_on(RevenueKind.NEW))
    assert places(PITFALL, doc) == []
    assert places(PITFALL, strategy(goals=(goal(),), business=counted_on(RevenueKind.UPSELL))) == []
