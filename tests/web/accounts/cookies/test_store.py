import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from custrata.web.accounts.cookies.store import MARK, CookieSession, SessionStore, stored


@pytest.fixture
def kept(db):
    made = CookieSession()
    made["said"] = "hello"
    made.save()
    return made


def test_the_database_keeps_a_hash_and_the_session_comes_back_by_its_key(kept):
    row = Session.objects.get()
    assert row.session_key == stored(kept.secret) == kept.session_key
    assert kept.secret not in row.session_key + row.session_data
    assert SessionStore(kept.secret)["said"] == "hello"
    assert SessionStore(row.session_key)["said"] == "hello"


def test_a_key_that_nobody_was_given_opens_nothing(kept):
    other = SessionStore("another-key-of-thirty-two-letters")
    assert other.get("said") is None
    assert other.session_key is None


def test_a_session_opened_anew_by_what_was_told_of_its_key_is_the_browsers_own(kept):
    told = kept.session_key
    again = kept.__class__(told)
    assert again["said"] == "hello"
    assert again.secret == kept.secret
    assert str(told).startswith(MARK)
    assert kept.secret not in repr(told)


def test_a_session_is_there_until_it_ends_and_the_neighbour_stays(kept):
    other = CookieSession()
    other.save()
    assert SessionStore().exists(kept.secret)
    SessionStore().delete(kept.session_key)
    assert not SessionStore().exists(kept.secret)
    assert SessionStore().exists(other.secret)
    SessionStore().delete()
    other.delete()
    assert not Session.objects.exists()


def test_a_new_key_takes_the_place_of_the_old_one_and_keeps_what_was_said(kept):
    old = kept.secret
    kept.cycle_key()
    assert kept.secret != old
    assert SessionStore(kept.secret)["said"] == "hello"
    assert not SessionStore().exists(old)


def test_a_session_that_is_too_old_is_none(kept):
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert SessionStore(kept.secret).get("said") is None


def test_before_there_is_a_key_nothing_is_stored():
    assert CookieSession().session_key is None
    assert stored("x" * 32).startswith(MARK)
    assert len(stored("x" * 32)) == 40
