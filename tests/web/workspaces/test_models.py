from __future__ import annotations

from pathlib import Path

import pytest

from custrata.errors import InputError
from custrata.web.workspaces.models import Invitation, Membership, Workspace
from custrata.web.workspaces.rights import Right


def test_a_folder_inside_the_site_moves_with_it(site):
    assert Workspace(folder="projects/a").path == site / "projects" / "a"
    outside = Path("/") / "elsewhere"
    assert Workspace(folder=str(outside)).path == outside


def test_what_is_what_says_it_in_words(workspace, member):
    person = member("editor")
    assert str(Membership.objects.get(user=person)) == f"{person} is editor of {workspace}"
    assert (
        str(Invitation(email="a@example.org", workspace=workspace))
        == f"invitation of a@example.org to {workspace}"
    )


@pytest.mark.django_db
def test_the_rights_of_a_person_come_from_the_table(member):
    assert Right.EDIT in Membership.objects.get(user=member("editor")).rights


def test_a_folder_that_is_gone_is_told_without_where_the_site_lies(workspace):
    Workspace.objects.filter(pk=workspace.pk).update(folder="/srv/secret/acme")
    workspace.refresh_from_db()
    with pytest.raises(InputError, match="not there") as told:
        _ = workspace.place
    assert told.value.where == "acme"
