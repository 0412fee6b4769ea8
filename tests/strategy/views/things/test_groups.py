from __future__ import annotations

import pytest
from tests.complete import complete

from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup, GroupIntent
from custrata.strategy.parts.papers.profile import Profile, ProfileTier
from custrata.strategy.parts.statement import Gap
from custrata.strategy.views.things.groups import CONCENTRATION, EMPHASIS, PROFILE, kept_or_grown
from custrata.vocabulary import Intent

WHOLE = complete()


def with_groups(count: int, emphasised: int) -> Document:
    groups = tuple(
        CustomerGroup(id=f"g{n}", name="G", intent=GroupIntent(intent=Intent.GROW, emphasised=n < emphasised))
        for n in range(count)
    )
    return Document(schema_version=2, company="A", groups=groups)


@pytest.mark.parametrize(("emphasised", "there"), [(0, False), (1, True), (2, True), (3, False)])
def test_one_or_two_groups_come_first(emphasised, there):
    assert EMPHASIS.look(with_groups(4, emphasised)).there is there


def test_a_group_that_is_to_go_is_neither_kept_nor_grown():
    groups = [CustomerGroup(id=i, name=i, intent=GroupIntent(intent=i)) for i in ("grow", "retire")]
    assert [kept_or_grown(g) for g in groups] == [True, False]
    assert not kept_or_grown(CustomerGroup(id="a", name="A"))


def test_a_claim_counts_by_the_measures_that_it_rests_on():
    assert CONCENTRATION.look(WHOLE).where == ("E-top",)
    assert not CONCENTRATION.look(with_groups(1, 0)).there


def test_a_profile_that_waits_is_no_profile():
    gap = Gap(id="G1", text="Nobody knows.", waits_for="a profile from data")
    waiting = Profile(id="fit", tier=ProfileTier.PRIMARY, statement=gap)
    assert not PROFILE.look(WHOLE.model_copy(update={"profiles": (waiting,)})).there
