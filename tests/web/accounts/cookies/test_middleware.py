import time

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from tests.web.accounts.cookies.conftest import inside

from custrata.web.accounts.cookies.idleness import NOTED_EVERY_S, USED_AT
from custrata.web.accounts.cookies.middleware import CookieSessionMiddleware
from custrata.web.accounts.cookies.store import CookieSession

PAGE = "/account/sessions/"


def test_no_table_holds_what_the_browser_holds(owner, come):
    browser = come(owner)
    key = browser.cookies["sessionid"].value
    kept = [Session.objects.get().session_key, UserSession.objects.get().session_key]
    assert inside(browser)
    assert key not in kept
    assert len(set(kept)) == 1


def test_what_the_tables_hold_opens_nothing(owner, come):
    come(owner)
    thief = Client()
    thief.cookies["sessionid"] = Session.objects.get().session_key
    assert not inside(thief)


def test_a_key_of_the_time_before_ends_politely_at_the_door(owner):
    browser = Client()
    browser.cookies["sessionid"] = "k" * 32
    answer = browser.get("/you/")
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


def test_other_browsers_are_listed_and_signed_out_and_this_one_stays(owner, come, member):
    here, there, neighbour = come(owner), come(owner), come(member("viewer"))
    assert here.get(PAGE).status_code == 200
    assert UserSession.objects.filter(user=owner).count() == 2
    here.post(PAGE)
    assert inside(here)
    assert inside(neighbour)
    assert not inside(there)
    assert UserSession.objects.filter(user=owner).count() == 1


def test_who_goes_out_is_out(owner, come):
    browser = come(owner)
    kept = browser.cookies["sessionid"].value
    browser.post("/account/logout/")
    browser.cookies["sessionid"] = kept
    assert not inside(browser)
    assert not Session.objects.exists()


@pytest.fixture
def full(monkeypatch):
    """A disk on which no session can be noted any more, from when it is asked for."""

    def save(*asked, **more):
        raise OperationalError("database or disk is full")

    return lambda: monkeypatch.setattr(CookieSession, "save", save)


def test_a_page_is_read_while_no_use_of_its_session_can_be_noted(owner, come, full):
    browser = come(owner)
    session = browser.session
    session[USED_AT] = int(time.time()) - 2 * NOTED_EVERY_S
    session.save()
    full()
    assert inside(browser)


def test_a_change_is_not_taken_for_done_while_no_session_can_be_kept(db, full):
    request = RequestFactory().post("/")
    request.session = CookieSession(None)
    request.session["said"] = "something"
    full()
    with pytest.raises(OperationalError):
        CookieSessionMiddleware(lambda asked: HttpResponse()).process_response(request, HttpResponse())
