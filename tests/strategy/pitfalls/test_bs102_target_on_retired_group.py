from __future__ import annotations

from tests.strategies import (
    PERSON,
    group,
    places,
    strategy,
)

from custrata.strategy.parts.foundation.business import BusinessContext, RevenueKind, RevenueTarget
from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.pitfalls.bs102_target_on_retired_group import PITFALL
from custrata.vocabulary import Intent


def business(kind: RevenueKind) -> BusinessContext:
    return BusinessContext(revenue_targets=(RevenueTarget(id="t", kind=kind, amount=10, group="a"),))


def meant(intent: Intent, **fields: object):
    return group("a").model_copy(update={"intent": GroupIntent(intent=intent, **fields)})


def test_a_target_on_a_group_to_be_retired_is_found():
    doc = strategy(groups=(meant(Intent.RETIRE, owner=PERSON),), business=business(RevenueKind.NEW))
    assert places(PITFALL, doc) == ["business.revenue_targets[t]"]


def test_another_intent_a_draft_and_revenue_that_runs_out_are_silent():
    for intent, kind in (
        (meant(Intent.GROW, owner=PERSON), RevenueKind.NEW),
        (meant(Intent.RETIRE), RevenueKind.NEW),
        (meant(Intent.RETIRE, owner=PERSON), RevenueKind.RETENTION),
    ):
        assert places(PITFALL, strategy(groups=(intent,), business=business(kind))) == []
