from __future__ import annotations

import itertools

import pytest

from custrata.web.workspaces.rights import Right, Role, rights_of


def test_every_role_may_do_what_the_one_before_it_may_and_more():
    roles = list(Role)
    for less, more in itertools.pairwise(roles):
        assert rights_of(less, persons=False) < rights_of(more, persons=False)


@pytest.mark.parametrize("role", list(Role))
def test_personal_data_are_seen_by_analysts_and_admins_who_are_let_alone(role):
    assert (Right.PERSONS in rights_of(role, persons=True)) is (role in (Role.ANALYST, Role.ADMIN))
    assert Right.PERSONS not in rights_of(role, persons=False)
