from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    group,
    places,
    strategy,
)

from custrata.strategy.parts.foundation.business import BusinessContext, RevenueKind, RevenueTarget
from custrata.strategy.parts.group import TargetShare
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.pitfalls.bs103_target_grows_shrinking_share import PITFALL


def shrinking(aim: float, owner: Owner = PERSON):
    figure = Figure(name="value_share", measure="revenue", value=0.4, unit="share")
    now = Claim(id="E01", text="{value_share}", figures=(figure,))
    return group("a", share_now=now, share_targeted=TargetShare(value=aim, owner=owner))


def business(kind: RevenueKind) -> BusinessContext:
    return BusinessContext(revenue_targets=(RevenueTarget(id="t", kind=kind, amount=10, group="a"),))


def test_more_revenue_from_a_shrinking_group_is_found():
    doc = strategy(groups=(shrinking(0.3),), business=business(RevenueKind.UPSELL))
    (found,) = findings(PITFALL, doc)
    assert found.place == "business.revenue_targets[t]"
    assert "40% to 30%" in found.message


def test_a_small_step_a_draft_and_keeping_are_silent():
    for one, kind in (
        (shrinking(0.35), RevenueKind.UPSELL),
        (shrinking(0.3, Owner(role="head of sales")), RevenueKind.UPSELL),
        (shrinking(0.3), RevenueKind.RETENTION),
    ):
        assert places(PITFALL, strategy(groups=(one,), business=business(kind))) == []
