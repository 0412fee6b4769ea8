from __future__ import annotations

from tests.drafting.drafted import drafted, kinds
from tests.snapshots import bare


def test_roles_are_proposals_that_nobody_holds():
    people = drafted().people
    assert kinds(people.roles) == {"proposal"}
    assert [r.is_new for r in people.roles] == [False, True, True]
    assert not any(r.holder.assigned for r in people.roles)


def test_the_group_that_comes_first_has_a_team_of_its_own():
    assert [t.id for t in drafted().people.teams] == ["team-weekly", "team-gold"]
    assert drafted().people.teams[1].groups == ("group-tier-gold",)
    assert [t.id for t in drafted(bare).people.teams] == ["team-weekly"]


def test_without_initiatives_nobody_is_needed_for_tests():
    assert [r.id for r in drafted(bare).people.roles] == ["role-chief", "role-research"]


def test_how_people_decide_is_a_gap():
    assert [s.kind for s in drafted().people.culture] == ["proposal", "gap"]
