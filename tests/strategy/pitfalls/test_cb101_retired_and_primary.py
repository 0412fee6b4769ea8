from __future__ import annotations

from tests.strategies import (
    PERSON,
    group,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.papers.profile import Profile, ProfileTier
from custrata.strategy.pitfalls.cb101_retired_and_primary import PITFALL
from custrata.vocabulary import Intent


def meant(intent: Intent, **fields: object):
    agreed = GroupIntent(intent=intent, owner=PERSON)
    return group("a", **fields).model_copy(update={"intent": agreed})


PRIMARY = Profile(id="p", statement=proposal(owner=PERSON), groups=("a",))


def test_a_group_that_is_retired_and_primary_is_found():
    assert places(PITFALL, strategy(groups=(meant(Intent.RETIRE, primary_months=12),))) == [
        "groups[a].intent"
    ]
    doc = strategy(groups=(meant(Intent.RETIRE),), profiles=(PRIMARY,))
    assert places(PITFALL, doc) == ["groups[a].intent"]


def test_one_of_the_two_is_silent():
    assert places(PITFALL, strategy(groups=(meant(Intent.RETIRE),))) == []
    assert (
        places(PITFALL, strategy(groups=(meant(Intent.GROW, primary_months=12),), profiles=(PRIMARY,))) == []
    )
    secondary = PRIMARY.model_copy(update={"tier": ProfileTier.SECONDARY})
    assert places(PITFALL, strategy(groups=(meant(Intent.RETIRE),), profiles=(secondary,))) == []
