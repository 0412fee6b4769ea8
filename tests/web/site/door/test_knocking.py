from __future__ import annotations

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory

from custrata.web.accounts.models import User
from custrata.web.site.door.knocking import address, locked, name

pytestmark = pytest.mark.django_db
WORDS = "four plain words together"


@pytest.fixture
def knock(settings):
    settings.PROXIES, settings.AXES_ENABLED, settings.AXES_FAILURE_LIMIT = ["127.0.0.1"], True, 3
    for person in ("ana", "ben"):
        User.objects.create_user(f"{person}@example.org", WORDS)

    def at_the_door(password: str, came_from: str, person: str = "ana"):
        browser = Client()
        given = {"login": f"{person}@example.org", "password": password}
        answer = browser.post("/account/login/", given, HTTP_X_FORWARDED_FOR=f"9.9.9.9, {came_from}")
        return answer, "_auth_user_id" in browser.session

    return at_the_door


def test_who_guesses_shuts_the_door_for_themselves_and_not_for_their_victim(knock):
    for number in range(3):
        knock(f"guess {number}", "203.0.113.66")
    answer, came_in = knock(WORDS, "203.0.113.66")
    assert (answer.status_code, came_in) == (429, False)
    assert "a quarter of an hour" in answer.content.decode()
    assert knock(WORDS, "198.51.100.7")[1], "the victim still comes in"
    assert knock(WORDS, "203.0.113.66", "ben")[1], "and so does another person of the same office"


def test_a_claimed_address_opens_no_shut_door(knock):
    for number in range(3):
        knock("guess", f"10.9.8.{number}, 203.0.113.66")
    assert not knock(WORDS, "1.2.3.4, 203.0.113.66")[1]


def test_the_lock_keeps_neither_the_address_nor_the_password_that_was_typed(knock):
    knock("secret-guess", "203.0.113.66")
    (kept,) = AccessAttempt.objects.all()
    assert kept.failures_since_start == 1
    written = " ".join(str(value) for value in vars(kept).values())
    assert "ana" not in written
    assert "secret-guess" not in written


def test_a_name_is_the_same_however_it_is_given():
    request = RequestFactory().post("/", {"login": "Ana@example.org "})
    assert (
        name(request)
        == name(request, {"email": "ana@example.org"})
        == name(request, {"username": "ANA@example.org"})
    )
    assert name(request, {"email": "ben@example.org"}) != name(request)
    assert address(RequestFactory().get("/", REMOTE_ADDR="203.0.113.9")) == "203.0.113.9"


def test_a_shut_door_says_what_to_do():
    answer = locked(RequestFactory().post("/"), None, {})
    assert answer.status_code == 429
    assert "wait" in answer.content.decode()
