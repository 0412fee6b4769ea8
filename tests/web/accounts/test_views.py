from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from custrata.web.accounts import owner_link
from custrata.web.accounts.models import OwnerLink, User
from custrata.web.audit.models import Entry

pytestmark = pytest.mark.django_db


def test_who_has_come_in_already_does_not_use_the_link_up():
    owner = owner_link.first_owner()
    browser = Client()
    browser.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.get(owner_link.make(owner))["Location"] == "/"
    assert OwnerLink.objects.get().used_at is None


def test_coming_in_by_the_link_is_on_record_and_looking_at_it_is_not():
    path = owner_link.make(owner_link.first_owner())
    Client().get(path)
    assert list(Entry.objects.values_list("act", flat=True)) == ["owner_link.made"]
    Client().post(path)
    assert list(Entry.objects.values_list("act", flat=True))[:2] == ["owner_link.made", "owner_link.used"]


def test_who_comes_by_a_link_of_yesterday_is_told_how_to_get_another():
    path = owner_link.make(owner_link.first_owner())
    OwnerLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for ask in (Client().get, Client().post):
        page = ask(path, follow=True)
        assert page.redirect_chain[-1][0] == "/account/login/"
        assert "too old" in page.content.decode()
        assert "custrata owner" in page.content.decode()


def test_a_link_is_never_kept_by_the_browser_and_is_only_looked_at_and_sent():
    path = owner_link.make(owner_link.first_owner())
    assert Client().put(path).status_code == 405
    assert "no-store" in Client().get(path)["Cache-Control"]


@pytest.fixture
def browser():
    made = Client()
    made.force_login(
        User.objects.create_user("ana@example.org", "four plain words together"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return made


def test_a_person_sees_how_they_come_in_and_changes_their_name(browser):
    assert "No authenticator app" in browser.get("/you/").content.decode()
    browser.post("/you/name/", {"name": " Ana  "})
    assert User.objects.get().name == "Ana"


@pytest.mark.parametrize("path", ["/you/", "/you/second-factor/"])
def test_strangers_see_no_account(path):
    assert Client().get(path)["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    "path",
    [
        "/you/second-factor/",
        "/account/password/change/",
        "/account/sessions/",
        "/account/2fa/",
        "/account/2fa/webauthn/",
        "/account/reauthenticate/",
        "/account/logout/",
    ],
)
def test_pages_of_the_account_wear_our_frame_and_hold_to_the_policy(browser, path):
    page = browser.get(path)
    text = page.content.decode()
    assert page.status_code == 200
    assert "frame/tokens.css" in text
    assert " style=" not in text
    assert "onclick" not in text


def test_an_authenticator_app_is_set_up_once_the_person_has_proven_who_they_are(browser):
    assert browser.get("/account/2fa/totp/activate/")["Location"].startswith("/account/reauthenticate/")
    browser.post("/account/reauthenticate/", {"password": "four plain words together"})
    page = browser.get("/account/2fa/totp/activate/")
    assert "data:image/svg+xml" in page.content.decode()


PHRASE = "four plain words together"


def test_a_refusal_at_the_door_says_nothing_about_who_is_known():
    User.objects.create_user("ana@example.org", PHRASE)
    said = []
    for address in ("ana@example.org", "nobody@example.org"):
        page = Client().post(
            "/account/login/", {"login": address, "password": "a wrong password of somebody"}
        )
        text = page.content.decode().replace(address, "")
        said.append((page.status_code, [line for line in text.splitlines() if "csrf" not in line.lower()]))
    assert said[0] == said[1]


def test_who_asks_for_a_new_password_learns_nothing_about_who_is_known():
    User.objects.create_user("ana@example.org", PHRASE)
    answers = [
        Client().post("/account/password/reset/", {"email": address})
        for address in ("ana@example.org", "nobody@example.org")
    ]
    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1


@pytest.mark.parametrize(
    "where", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_nobody_is_led_to_another_site_after_coming_in(where):
    User.objects.create_user("ana@example.org", PHRASE)
    sent = {"login": "ana@example.org", "password": PHRASE, "next": where}
    assert Client().post("/account/login/", sent)["Location"] == "/"


def test_a_session_begun_by_somebody_else_does_not_become_ones_own():
    User.objects.create_user("ana@example.org", PHRASE)
    browser = Client()
    session = browser.session
    session["planted"] = True
    session.save()
    browser.cookies["sessionid"] = session.session_key
    browser.post("/account/login/", {"login": "ana@example.org", "password": PHRASE})
    assert browser.session.session_key != session.session_key
    old = Client()
    old.cookies["sessionid"] = session.session_key
    assert old.get("/you/")["Location"].startswith("/account/login/")


def test_signing_out_everywhere_ends_the_other_sessions(browser):
    first, second = Client(), Client()
    for one in (first, second):
        one.post("/account/login/", {"login": "ana@example.org", "password": PHRASE})
    first.post("/account/sessions/")
    assert first.get("/you/").status_code == 200
    assert second.get("/you/")["Location"].startswith("/account/login/")


def test_who_guesses_passwords_is_shut_out_and_others_are_not(settings):
    settings.AXES_ENABLED = True
    for name in ("ana", "bo"):
        User.objects.create_user(f"{name}@example.org", PHRASE)
    wrong = {"login": "ana@example.org", "password": "a wrong password of somebody"}
    for _ in range(settings.AXES_FAILURE_LIMIT + 2):
        Client().post("/account/login/", wrong)
    guesser, other = Client(), Client()
    guesser.post("/account/login/", wrong | {"password": PHRASE})
    other.post("/account/login/", {"login": "bo@example.org", "password": PHRASE}, REMOTE_ADDR="203.0.113.9")
    assert "_auth_user_id" not in guesser.session
    assert "_auth_user_id" in other.session
