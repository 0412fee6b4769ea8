from __future__ import annotations

import pytest
from django.test import Client

from custrata.web.accounts.models import SignOn, User
from custrata.web.accounts.sealing import unseal
from custrata.web.audit.models import Entry

SENT = {
    "name": "Company",
    "issuer": "https://login.example.org",
    "client_id": "client",
    "secret": "planted-secret-of-a-client",
    "domains": "@Example.org",
}


@pytest.fixture
def address(workspace):
    return f"/w/{workspace.slug}/settings/sign-on/"


@pytest.fixture
def owner(come_in, no_question):
    browser = come_in("admin")
    User.objects.update(is_superuser=True)
    return browser


def test_a_secret_is_kept_encrypted_and_never_shown_again(address, owner):
    owner.post(address + "add/", SENT)
    kept = SignOn.objects.get()
    assert SENT["secret"] not in kept.sealed
    assert unseal(kept.sealed) == SENT["secret"]
    assert kept.domains == ["example.org"]
    assert SENT["secret"] not in owner.get(address).content.decode()
    assert all(SENT["secret"] not in str(entry.detail) for entry in Entry.objects.all())
    assert ">Company</a>" in Client().get("/account/login/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"issuer": "http://login.example.org"}, {"issuer": "javascript:x"}, {"name": ""}, {"secret": ""}],
)
def test_what_cannot_be_is_refused_and_the_secret_is_not_sent_back(address, owner, wrong):
    page = owner.post(address + "add/", SENT | wrong)
    assert page.status_code == 422
    assert SENT["secret"] not in page.content.decode()
    assert not SignOn.objects.exists()


def test_of_two_providers_of_one_name_at_the_same_moment_the_second_is_refused(address, owner, monkeypatch):
    owner.post(address + "add/", SENT)
    monkeypatch.setattr("django.db.models.query.QuerySet.exists", lambda rows: False)
    page = owner.post(address + "add/", SENT)
    assert (page.status_code, SignOn.objects.count()) == (422, 1)
    assert "there is a provider of this name" in page.content.decode()


def test_an_admin_who_does_not_own_the_site_brings_in_no_provider(address, come_in, no_question):
    browser = come_in("admin")
    assert browser.get(address).status_code == 200
    assert browser.post(address + "add/", SENT).status_code == 403
    assert not SignOn.objects.exists()


def test_the_owner_takes_a_provider_away_and_the_other_stays(address, owner):
    owner.post(address + "add/", SENT)
    owner.post(address + "add/", SENT | {"name": "Other"})
    owner.post(f"{address}{SignOn.objects.get(name='Company').pk}/remove/")
    assert [one.name for one in SignOn.objects.all()] == ["Other"]
