from __future__ import annotations

import pytest

from custrata.web.workspaces.models import Invitation, Membership, Workspace


@pytest.fixture
def address(workspace):
    return f"/w/{workspace.slug}/settings/people/"


@pytest.fixture
def admin(come_in, no_question):
    return come_in("admin")


def test_people_are_seen_by_all_and_their_addresses_by_admins(address, come_in, member, admin):
    person = member("editor", email="someone@example.org")
    assert person.email in admin.get(address).content.decode()
    page = come_in("viewer").get(address)
    assert page.status_code == 200
    assert person.email not in page.content.decode()


def test_an_admin_invites_and_sees_the_link_once(address, admin):
    page = admin.post(address + "invite/", {"address": "ana@example.org", "role": "editor"})
    assert "http://testserver/join/" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "/join/" not in admin.get(address).content.decode()
    assert Invitation.objects.get().role == "editor"


def test_what_was_typed_stays_when_it_is_refused(address, admin):
    page = admin.post(address + "invite/", {"address": "ana", "role": "editor", "function": "Finance"})
    assert page.status_code == 422
    assert 'value="Finance"' in page.content.decode()
    assert "no mail address" in page.content.decode()


def test_an_admin_changes_and_removes_people(address, admin, member):
    person = Membership.objects.get(user=member("viewer"))
    admin.post(f"{address}{person.pk}/change/", {"role": "analyst", "persons": "on"})
    person.refresh_from_db()
    assert (person.role, person.persons) == ("analyst", True)
    admin.post(f"{address}{person.pk}/remove/")
    assert not Membership.objects.filter(pk=person.pk).exists()


def test_the_last_admin_is_told_why_not(address, admin):
    me = Membership.objects.get(role="admin")
    page = admin.post(f"{address}{me.pk}/remove/")
    assert page.status_code == 422
    assert "at least one admin" in page.content.decode()


def test_people_of_another_workspace_are_out_of_reach(address, admin, member, other_workspace):
    other = Membership.objects.get(user=member("viewer", of=other_workspace))
    assert admin.post(f"{address}{other.pk}/remove/").status_code == 404
    assert admin.post(f"{address}{other.pk}/change/", {"role": "admin"}).status_code == 404
    other.refresh_from_db()
    assert other.role == "viewer"


def test_somebody_leaves_by_themselves(address, come_in, member):
    browser = come_in("viewer")
    assert browser.post(address + "leave/")["Location"] == "/"
    assert browser.get(address).status_code == 404


def test_an_admin_withdraws_an_invitation(address, admin, workspace):
    admin.post(address + "invite/", {"address": "ana@example.org", "role": "editor"})
    number = Invitation.objects.get().pk
    admin.post(f"/w/{workspace.slug}/settings/invitations/{number}/withdraw/")
    assert not Invitation.objects.exists()


def test_an_admin_makes_a_second_factor_the_rule(address, admin, workspace):
    admin.post(address + "second-factor/", {"second_factor": "on"})
    assert Workspace.objects.get(pk=workspace.pk).second_factor
    assert admin.get(address)["Location"] == "/you/second-factor/"


def test_a_sensitive_act_asks_again_who_it_is(address, come_in):
    answer = come_in("admin").post(address + "invite/", {"address": "ana@example.org", "role": "editor"})
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert not Invitation.objects.exists()


def test_the_page_takes_few_queries(address, admin, member, django_assert_max_num_queries):
    for _ in range(12):
        member("viewer")
    with django_assert_max_num_queries(15):
        admin.get(address)
