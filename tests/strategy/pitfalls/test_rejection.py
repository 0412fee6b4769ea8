from __future__ import annotations

import pytest
from tests.strategies import (
    PERSON,
    SIGNED,
    gap,
    group,
    proposal,
    strategy,
)

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.papers.profile import Profile, ProfileTier
from custrata.strategy.pitfalls.rejection import agreed_intent, disqualifying, group_by_id, primary_profile
from custrata.vocabulary import Intent


def profile(*words: str, **fields: object) -> Profile:
    away = tuple(proposal(text, owner=PERSON) for text in words)
    return Profile(id="p", statement=proposal(owner=PERSON), disqualified=away, **fields)


@pytest.mark.parametrize(
    ("words", "away"),
    [
        ("Resellers.", True),
        ("We do not serve resellers.", True),
        ("Resellers without a desk of their own.", False),
        ("Traders.", False),
    ],
)
def test_a_group_is_turned_away_by_its_whole_name_and_nothing_narrower(words, away):
    doc = strategy(profiles=(profile(words),))
    assert (disqualifying(doc, group("Resellers")) is not None) is away


def test_a_proposal_that_nobody_has_taken_turns_nobody_away():
    draft = Profile(id="p", statement=gap(), disqualified=(proposal("Resellers."),))
    assert disqualifying(strategy(profiles=(draft,)), group("Resellers")) is None


def test_an_intent_counts_once_it_is_taken():
    assert agreed_intent(None) is None
    assert agreed_intent(group("a", Intent.GROW)) is None
    signed = GroupIntent(intent=Intent.RETIRE, signed_on=SIGNED)
    assert agreed_intent(group("a").model_copy(update={"intent": signed})) is Intent.RETIRE


def test_groups_are_found_by_id_and_by_the_primary_profile_that_covers_them():
    a = group("a")
    covered = strategy(groups=(a,), profiles=(profile(groups=("a",)),))
    assert group_by_id(covered, "a") is a
    assert group_by_id(covered, "b") is None
    assert primary_profile(covered, a) is not None
    second = profile(groups=("a",), tier=ProfileTier.SECONDARY)
    assert primary_profile(strategy(profiles=(second,)), a) is None
