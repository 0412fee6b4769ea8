from __future__ import annotations

from tests.strategies import findings, places, strategy

from custrata.strategy.parts.tier import TierPolicy
from custrata.strategy.pitfalls.sh103_tier_sizes_off import PITFALL
from custrata.vocabulary import Tier


def tiers(*sizes: float):
    return tuple(
        TierPolicy(id=tier.value, tier=tier, size=size) for tier, size in zip(Tier, sizes, strict=False)
    )


def test_sizes_that_leave_customers_out_are_found():
    doc = strategy(tiers=tiers(0.1, 0.2))
    assert places(PITFALL, doc) == ["tiers"]
    assert "30%" in findings(PITFALL, doc)[0].message


def test_sizes_that_add_up_and_no_tiers_are_silent():
    assert places(PITFALL, strategy(tiers=tiers(0.05, 0.2, 0.5, 0.25))) == []
    assert places(PITFALL, strategy()) == []
