from __future__ import annotations

import pytest

from custrata.errors import SettingError
from custrata.web.accounts import tokens
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.people.inviting import found, invite
from custrata.web.workspaces.people.roles import Part, change, part_of, remove
from custrata.web.workspaces.rights import Role


def of(person) -> Membership:
    return Membership.objects.get(user=person)


def test_a_changed_role_stands_in_the_log(member):
    admin, person = member("admin"), member("viewer")
    change(of(person), Part(Role.ANALYST, persons=True, function="Finance"), admin)
    assert (of(person).role, of(person).persons, of(person).function) == ("analyst", True, "Finance")
    assert Entry.objects.get(act="person.changed").detail["role"] == "viewer → analyst"
    change(of(person), Part(Role.ANALYST, persons=True, function="Finance"), admin)
    assert Entry.objects.filter(act="person.changed").count() == 1, "nothing changed, nothing is written"


@pytest.mark.parametrize("act", [lambda m, a: remove(m, a), lambda m, a: change(m, Part(Role.EDITOR), a)])
def test_the_last_admin_stays(member, act):
    admin = member("admin")
    with pytest.raises(SettingError, match="at least one admin"):
        act(of(admin), admin)
    assert of(admin).role == Role.ADMIN
    act(of(member("admin")), admin)


def test_an_admin_who_cannot_come_in_does_not_count(member):
    admin, gone = member("admin"), member("admin")
    gone.is_active = False
    gone.save()
    with pytest.raises(SettingError):
        remove(of(admin), admin)
    assert of(admin).role == Role.ADMIN


def test_a_removed_person_loses_role_and_tokens_and_the_neighbour_keeps_both(member, workspace):
    admin, person, neighbour = member("admin"), member("editor"), member("editor")
    mine, theirs = (tokens.make(one, workspace, "x", {"read"}) for one in (person, neighbour))
    remove(of(person), admin)
    assert tokens.user_of(mine) is None
    assert tokens.user_of(theirs) is not None
    assert not Membership.objects.filter(user=person).exists()
    assert of(neighbour).role == "editor"


def test_a_person_cannot_be_removed_twice(member):
    admin, person = member("admin"), member("editor")
    row = of(person)
    remove(row, admin)
    with pytest.raises(SettingError, match="left already"):
        remove(row, admin)


def test_what_was_filled_in_becomes_a_part():
    assert part_of("editor", persons=True, function=" Sales ") == Part(Role.EDITOR, False, "Sales")
    for wrong in ({"role": "king", "function": ""}, {"role": "editor", "function": "x" * 61}):
        with pytest.raises(SettingError):
            part_of(wrong["role"], persons=False, function=wrong["function"])


@pytest.mark.parametrize("act", [lambda m, a: remove(m, a), lambda m, a: change(m, Part(Role.EDITOR), a)])
def test_who_may_invite_no_more_has_left_no_way_back(member, workspace, act):
    admin, gone = member("admin"), member("admin")
    part = Part(Role.ADMIN)
    (_, theirs), (_, ours) = (invite(workspace, f"i{n.pk}@example.org", part, n) for n in (gone, admin))
    act(of(gone), admin)
    assert found(theirs.strip("/").rpartition("/")[2]) is None
    assert found(ours.strip("/").rpartition("/")[2]) is not None
    assert Entry.objects.filter(act="invitation.withdrawn", actor=admin).count() == 1


def test_an_admin_who_gets_another_function_keeps_open_invitations(member, workspace):
    admin = member("admin")
    _, link = invite(workspace, "new@example.org", Part(Role.VIEWER), admin)
    change(of(admin), Part(Role.ADMIN, function="Finance"), admin)
    assert found(link.strip("/").rpartition("/")[2]) is not None
