from custrata.economics.portfolio import TIER_POLICIES
from custrata.vocabulary import Tier


def test_every_tier_has_its_default_policy() -> None:
    assert [policy.tier for policy in TIER_POLICIES] == list(Tier)
    assert all(policy.investment and policy.service_model and policy.key_metrics for policy in TIER_POLICIES)
