from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from custrata.web.accounts import owner_link
from custrata.web.accounts.models import OwnerLink, User
from custrata.web.audit.models import Entry

pytestmark = pytest.mark.django_db


def secret_of(path: str) -> str:
    return path.rstrip("/").split("/")[-1]


def test_the_first_start_makes_an_owner_without_a_password():
    owner = owner_link.first_owner()
    assert not owner.has_usable_password()
    assert owner_link.first_owner() == owner
    assert User.objects.count() == 1


def test_a_link_lets_its_person_in_once():
    owner = owner_link.first_owner()
    path = owner_link.make(owner)
    browser = Client()
    assert browser.post(path)["Location"] == "/"
    assert browser.session["_auth_user_id"] == str(owner.pk)
    stranger = Client()
    for asks in (stranger.get, stranger.post):
        assert asks(path)["Location"] == "/account/login/"
    assert "_auth_user_id" not in stranger.session


def test_what_only_looks_at_a_link_uses_nothing_up():
    path, ahead = owner_link.make(owner_link.first_owner()), Client()
    for asks in (ahead.get, ahead.head, ahead.get):
        answer = asks(path)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    assert "_auth_user_id" not in ahead.session
    assert OwnerLink.objects.get().used_at is None
    assert [entry.act for entry in Entry.objects.all()] == ["owner_link.made"]
    assert Client().post(path)["Location"] == "/"


def test_nobody_is_brought_in_by_a_form_of_another_site():
    path = owner_link.make(owner_link.first_owner())
    elsewhere = Client(enforce_csrf_checks=True)
    elsewhere.get(path)
    assert elsewhere.post(path).status_code == 403
    assert OwnerLink.objects.get().used_at is None


def test_whoever_goes_back_to_the_page_of_the_link_is_led_on():
    path, browser = owner_link.make(owner_link.first_owner(), "/w/tessel/"), Client()
    browser.post(path)
    assert browser.get(path)["Location"] == browser.post(path)["Location"] == "/w/tessel/"


@pytest.mark.parametrize(
    ("to", "led"),
    [
        ("/w/tessel/", "/w/tessel/"),
        ("", "/"),
        ("/account/logout/", "/"),
        ("https://example.org/w/x/", "/"),
        ("//example.org/w/", "/"),
    ],
)
def test_a_link_leads_into_a_workspace_or_to_the_front_and_nowhere_else(to, led):
    assert Client().post(owner_link.make(owner_link.first_owner(), to))["Location"] == led


def test_the_session_before_is_not_the_session_after():
    browser = Client()
    browser.get("/account/login/")
    session = browser.session
    session["before"] = 1
    session.save()
    browser.post(owner_link.make(owner_link.first_owner()))
    assert browser.session.session_key != session.session_key


def test_only_the_hash_of_a_link_is_kept():
    path = owner_link.make(owner_link.first_owner())
    kept = OwnerLink.objects.get()
    assert secret_of(path) not in kept.digest
    assert not any(secret_of(path) in str(entry.detail) + entry.thing for entry in Entry.objects.all())


def test_a_link_is_too_old_after_ten_minutes():
    path = owner_link.make(owner_link.first_owner())
    OwnerLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert owner_link.use(secret_of(path)) is None


def test_a_link_of_another_person_still_works_when_one_is_used():
    first, second = (
        owner_link.make(User.objects.create_user(f"{name}@example.org")) for name in ("one", "two")
    )
    owner_link.use(secret_of(first))
    assert owner_link.use(secret_of(second)).email == "two@example.org"


@pytest.mark.parametrize(
    "came",
    [{"REMOTE_ADDR": "203.0.113.9"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}, {"HTTP_FORWARDED": "for=x"}],
)
def test_a_link_opens_nothing_from_another_machine(came):
    path = owner_link.make(owner_link.first_owner())
    assert Client().get(path, **came).status_code == 404
    assert Client().post(path, **came).status_code == 404
    assert owner_link.use(secret_of(path)) is not None, "the attempt did not use it up"


@pytest.mark.parametrize(
    ("address", "here"), [("127.0.0.1", True), ("::1", True), ("10.0.0.1", False), ("", False)]
)
def test_the_machine_itself_is_known_by_its_address(address, here):
    assert owner_link.from_here(RequestFactory().get("/", REMOTE_ADDR=address)) is here
