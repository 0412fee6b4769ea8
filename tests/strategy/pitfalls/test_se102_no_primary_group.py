from __future__ import annotations

from tests.strategies import gap, group, places, proposal, strategy

from custrata.strategy.parts.papers.profile import Profile, ProfileTier
from custrata.strategy.pitfalls.se102_no_primary_group import PITFALL


def profile(name: str, tier: ProfileTier, open_one: bool = False):
    return Profile(id=name, tier=tier, statement=gap() if open_one else proposal("Bakeries with two ovens."))


TWO = (group("gold"), group("silver"))


def test_two_groups_at_the_centre_are_found():
    doc = strategy(groups=(group("gold", primary_months=12), group("silver", primary_months=6)))
    assert places(PITFALL, doc) == ["groups"]


def test_two_primary_profiles_are_found():
    both = (profile("a", ProfileTier.PRIMARY), profile("b", ProfileTier.PRIMARY))
    assert places(PITFALL, strategy(groups=TWO, profiles=both)) == ["profiles"]


def test_profiles_of_which_none_is_primary_are_found():
    both = (profile("a", ProfileTier.SECONDARY), profile("b", ProfileTier.OPPORTUNISTIC))
    assert places(PITFALL, strategy(groups=TWO, profiles=both)) == ["profiles"]


def test_one_primary_group_or_profile_is_silent():
    one = (group("gold", primary_months=12), group("silver"))
    assert places(PITFALL, strategy(groups=one, profiles=(profile("b", ProfileTier.SECONDARY),))) == []
    ranked = (profile("a", ProfileTier.PRIMARY), profile("b", ProfileTier.SECONDARY))
    assert places(PITFALL, strategy(groups=TWO, profiles=ranked)) == []


def test_a_single_group_and_a_strategy_that_has_not_chosen_yet_are_silent():
    assert (
        places(PITFALL, strategy(groups=(group("gold"),), profiles=(profile("a", ProfileTier.SECONDARY),)))
        == []
    )
    assert places(PITFALL, strategy(groups=TWO)) == []


def test_profiles_that_wait_for_their_analysis_are_silent():
    waiting = (profile("a", ProfileTier.PRIMARY, True), profile("b", ProfileTier.PRIMARY, True))
    assert places(PITFALL, strategy(groups=TWO, profiles=waiting)) == []
