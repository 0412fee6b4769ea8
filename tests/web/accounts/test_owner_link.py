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
    assert browser.get(path)["Location"] == "/"
    assert browser.session["_auth_user_id"] == str(owner.pk)
    stranger = Client()
    assert stranger.get(path)["Location"] == "/account/login/"
    assert "_auth_user_id" not in stranger.session


def test_the_session_before_is_not_the_session_after():
    browser = Client()
    browser.get("/account/login/")
    session = browser.session
    session["before"] = 1
    session.save()
    browser.get(owner_link.make(owner_link.first_owner()))
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
    assert owner_link.use(secret_of(path)) is not None, "the attempt did not use it up"


@pytest.mark.parametrize(
    ("address", "here"), [("127.0.0.1", True), ("::1", True), ("10.0.0.1", False), ("", False)]
)
def test_the_machine_itself_is_known_by_its_address(address, here):
    assert owner_link.from_here(RequestFactory().get("/", REMOTE_ADDR=address)) is here
