from __future__ import annotations

import shutil

import pytest

from custrata.web.accounts.models import User
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.opening import adopt

pytestmark = pytest.mark.django_db


def test_a_project_becomes_a_workspace_once(site, project):
    owner = User.objects.create_user("owner@example.org")
    first, again = adopt(project, owner), adopt(project, owner)
    assert first == again
    assert Membership.objects.get().rights >= {"admin", "persons"}
    assert head_of(strategy_of(first)).number == 1


def test_two_projects_of_one_name_get_addresses_of_their_own(site, project, tmp_path):
    twin = tmp_path / "twin"
    shutil.copytree(project, twin)
    assert adopt(project, None, name="One").slug != adopt(twin, None, name="One").slug
    assert Workspace.objects.count() == 2


def test_a_project_inside_the_site_is_kept_relative_to_it(site, project):
    inside = site / "projects" / "tessel"
    shutil.copytree(project, inside)
    assert adopt(inside, None).folder == "projects/tessel"
