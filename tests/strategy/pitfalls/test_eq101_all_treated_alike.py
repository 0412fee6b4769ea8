from __future__ import annotations

from tests.strategies import (
    PERSON,
    claim,
    group,
    places,
    proposal,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.parts.tier import TierPolicy
from custrata.strategy.pitfalls.eq101_all_treated_alike import PITFALL
from custrata.vocabulary import Tier


def tier(name: Tier, service: str | None, **fields: object) -> TierPolicy:
    told = {"service_model": proposal(service, owner=PERSON)} if service else {}
    return TierPolicy(id=name.value, tier=name, size=0.25, **told, **fields)


def test_tiers_with_the_same_service_word_for_word_are_found():
    alike = tuple(tier(name, "A person answers within a day.") for name in Tier)
    assert places(PITFALL, strategy(tiers=alike)) == ["tiers"]


def test_one_difference_or_one_open_tier_is_silent():
    alike = [tier(name, "A person answers within a day.") for name in Tier]
    other = tier(Tier.BRONZE, "The portal answers.")
    assert places(PITFALL, strategy(tiers=(*alike[:3], other))) == []
    assert places(PITFALL, strategy(tiers=(*alike[:3], tier(Tier.BRONZE, None)))) == []
    entitled = [tier(name, "A person answers.", entitlement=claim(f"{name.value} {{n}}")) for name in Tier]
    assert places(PITFALL, strategy(tiers=tuple(entitled))) == []
    assert places(PITFALL, strategy(tiers=tuple(alike[:2]))) == []


def test_groups_of_one_partition_are_held_against_each_other():
    said = "All get the same."
    groups = [group(name, partition="size", service_model=proposal(said, owner=PERSON)) for name in "abc"]
    assert places(PITFALL, strategy(groups=tuple(groups))) == ["groups"]


def test_a_draft_is_no_mistake():
    draft = tuple(tier(name, None, service_model=proposal("The same.")) for name in Tier)
    assert places(PITFALL, strategy(tiers=draft)) == []


def test_alike_is_right_where_the_tiers_bring_about_the_same():
    alike = tuple(tier(name, "A person answers within a day.") for name in Tier)
    sizes = {name.value: 100 for name in Tier}
    told = Told().by("customers", "tier", "customers", **sizes)
    told.by("revenue", "tier", "EUR", platinum=5000, gold=4000, silver=3000, bronze=2000)
    assert places(PITFALL, strategy(tiers=alike), known(told)) == []
