from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from custrata.web.audit.models import Entry
from custrata.web.audit.record import BEGINNING, hash_of, record

pytestmark = pytest.mark.django_db


def test_each_entry_holds_the_hash_of_the_one_before():
    first, second = (record("a.b", workspace=None, actor=None, thing=str(n)) for n in range(2))
    assert (first.previous, second.previous) == (BEGINNING, first.hash)


def test_an_entry_that_comes_back_from_the_database_has_the_same_hash():
    record("a.b", workspace=None, actor=None, whole=1e20, part=0.1, list=(1, 2.0), words="Zoë “quoted”")
    entry = Entry.objects.get()
    assert hash_of(entry) == entry.hash


def failing_act() -> None:
    with transaction.atomic():
        record("a.b", workspace=None, actor=None)
        raise ZeroDivisionError


def test_an_act_that_fails_leaves_no_entry():
    with pytest.raises(ZeroDivisionError):
        failing_act()
    assert not Entry.objects.exists()


def test_two_entries_cannot_follow_the_same_one():
    record("a.b", workspace=None, actor=None)
    twin = Entry.objects.get()
    other = Entry(act="a.c", at=twin.at, previous=twin.previous, hash="f" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    assert Entry.objects.count() == 1
