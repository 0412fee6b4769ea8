from __future__ import annotations

import pytest
from django.test import Client

from custrata.web.accounts.models import User
from custrata.web.workspaces.models import Invitation, Membership
from custrata.web.workspaces.people import inviting, joining
from custrata.web.workspaces.people.roles import Part
from custrata.web.workspaces.rights import Role


@pytest.fixture
def link(workspace, member):
    return inviting.invite(workspace, "ana@example.org", Part(Role.EDITOR), member("admin"))[1]


def test_a_new_person_joins_with_a_name_and_a_password(workspace, link):
    browser = Client()
    assert "ana@example.org" in browser.get(link).content.decode()
    answer = browser.post(link, {"name": "Ana", "password": "four plain words together"})
    assert answer["Location"] == f"/w/{workspace.slug}/"
    person = User.objects.get(email="ana@example.org")
    assert Membership.objects.get(user=person).role == "editor"
    assert browser.session["_auth_user_id"] == str(person.pk)
    assert Client().get(link).status_code == 404, "the link works once"


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012", "ana@example.org"])
def test_a_weak_password_is_refused_in_words_and_the_name_stays(link, password):
    page = Client().post(link, {"name": "Ana <b>", "password": password})
    assert page.status_code == 422
    assert "Ana &lt;b&gt;" in page.content.decode()
    assert not User.objects.filter(email="ana@example.org").exists()


def test_somebody_with_an_account_comes_in_first_and_then_joins(workspace, other_workspace, link, member):
    person = member("viewer", of=other_workspace, email="ana@example.org")
    browser = Client()
    assert browser.get(link)["Location"].startswith("/account/login/?next=/join/")
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.get(link).status_code == 200
    assert browser.post(link)["Location"] == f"/w/{workspace.slug}/"
    assert Membership.objects.get(user=person, workspace=workspace).role == "editor"
    assert Membership.objects.get(user=person, workspace=other_workspace).role == "viewer"


def test_an_invitation_of_somebody_else_is_not_taken(link, member, other_workspace):
    member("viewer", of=other_workspace, email="ana@example.org")
    other = member("viewer", of=other_workspace)
    browser = Client()
    browser.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.post(link).status_code == 403
    assert Membership.objects.filter(user=other).count() == 1


def test_an_unknown_link_is_not_there(db):
    assert Client().get("/join/nothing/").status_code == 404


@pytest.fixture
def first_meanwhile(monkeypatch):
    """Whatever is done while a form is being read."""

    def meanwhile(act):
        monkeypatch.setattr(joining, "validate_password", lambda *asked: act())

    return meanwhile


def test_a_form_that_was_sent_twice_lets_its_person_in(workspace, link, first_meanwhile):
    invitation = Invitation.objects.get()

    def joined():
        person = User.objects.create_user("ana@example.org", "four plain words together", name="Ana")
        assert inviting.accept(invitation, person)

    first_meanwhile(joined)
    answer = Client().post(link, {"name": "Ana", "password": "four plain words together"})
    assert answer["Location"] == f"/account/login/?next=/w/{workspace.slug}/"
    assert Membership.objects.filter(user__email="ana@example.org").count() == 1


def test_an_invitation_that_ends_meanwhile_makes_no_account(link, first_meanwhile):
    first_meanwhile(Invitation.objects.all().delete)
    answer = Client().post(link, {"name": "Ana", "password": "four plain words together"})
    assert answer.status_code == 404
    assert not User.objects.filter(email="ana@example.org").exists()
