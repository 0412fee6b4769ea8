from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from custrata.errors import SettingError
from custrata.web.accounts import tokens
from custrata.web.accounts.models import Token
from custrata.web.audit.models import Entry


@pytest.fixture
def person(member):
    return member("editor")


def test_a_token_says_for_whom_and_where_a_program_acts(person, workspace):
    raw = tokens.make(person, workspace, "Nightly export", {"read"})
    assert raw.startswith("cus_")
    assert tokens.user_of(raw) == (person, frozenset({"read"}), workspace)


def test_the_secret_of_a_token_is_kept_nowhere(person, workspace):
    raw = tokens.make(person, workspace, "Nightly export", {"read", "write"})
    secret = raw.rpartition("_")[2]
    row = Token.objects.get()
    assert secret not in f"{row.key}{row.digest}{row}"
    assert not any(secret in str(entry.detail) + entry.thing for entry in Entry.objects.all())


@pytest.mark.parametrize(
    "change", [lambda raw: raw + "x", lambda raw: raw[:-1], lambda raw: raw[4:], lambda raw: ""]
)
def test_a_token_that_differs_by_one_letter_opens_nothing(person, workspace, change):
    raw = tokens.make(person, workspace, "Nightly export", {"read"})
    assert tokens.user_of(change(raw)) is None


def test_a_revoked_token_opens_nothing_and_its_neighbour_still_does(person, workspace):
    raw, other = (tokens.make(person, workspace, name, {"read"}) for name in ("one", "two"))
    tokens.revoke(Token.objects.get(name="one"), person)
    assert tokens.user_of(raw) is None
    assert tokens.user_of(other) is not None
    assert Entry.objects.filter(act="token.revoked").count() == 1


def test_a_token_ends_on_its_day(person, workspace):
    raw = tokens.make(person, workspace, "Nightly export", {"read"}, timezone.now() + timedelta(days=1))
    assert tokens.user_of(raw) is not None
    Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert tokens.user_of(raw) is None


def test_a_token_of_somebody_who_left_the_site_opens_nothing(person, workspace):
    raw = tokens.make(person, workspace, "Nightly export", {"read"})
    person.is_active = False
    person.save()
    assert tokens.user_of(raw) is None


def test_the_last_use_is_noted_at_most_once_a_minute(person, workspace, django_assert_num_queries):
    raw = tokens.make(person, workspace, "Nightly export", {"read"})
    tokens.user_of(raw)
    assert Token.objects.get().last_used_at is not None
    with django_assert_num_queries(1):
        tokens.user_of(raw)


@pytest.mark.parametrize(
    ("name", "scopes", "days"), [("", {"read"}, 1), ("a", set(), 1), ("a", {"admin"}, 1), ("a", {"read"}, -1)]
)
def test_a_token_that_makes_no_sense_is_refused(person, workspace, name, scopes, days):
    with pytest.raises(SettingError):
        tokens.make(person, workspace, name, scopes, timezone.now() + timedelta(days=days))
    assert not Token.objects.exists()
