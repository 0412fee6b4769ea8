from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from custrata.web.audit.models import Entry, Refused
from custrata.web.audit.record import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(settings):
    settings.AUDIT_MAY_EMPTY = False
    return record("strategy.saved", workspace=None, actor=None, thing="horizon")


def test_an_entry_cannot_be_saved_again_nor_deleted(entry):
    entry.act = "another"
    for attempt in (entry.save, entry.delete):
        with pytest.raises(Refused):
            attempt()
    assert Entry.objects.get().act == "strategy.saved"


def test_many_entries_cannot_be_changed_nor_deleted(entry):
    for attempt in (
        lambda: Entry.objects.update(act="another"),
        lambda: Entry.objects.all().delete(),
        lambda: Entry.objects.bulk_update([entry], ["act"]),
    ):
        with pytest.raises(Refused):
            attempt()
    assert Entry.objects.get().act == "strategy.saved"


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET act = 'another'", "DELETE FROM audit_entry"])
def test_the_database_itself_refuses(entry, statement):
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Entry.objects.get().act == "strategy.saved"


def test_an_entry_says_what_was_done_to_what(entry):
    assert str(entry) == "strategy.saved horizon"
