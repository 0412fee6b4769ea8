from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from custrata.web.audit.guard import guard, open_again
from custrata.web.audit.record import record


def change() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET act = 'x'")


@pytest.mark.django_db(transaction=True)
def test_the_triggers_can_be_taken_away_and_made_again_by_a_migration():
    record("a.b", workspace=None, actor=None)
    with connection.schema_editor() as editor:
        open_again(None, editor)
    change()
    with connection.schema_editor() as editor:
        guard(None, editor)
    with pytest.raises(DatabaseError, match="never changed"):
        change()
