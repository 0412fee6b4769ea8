from __future__ import annotations

import pytest
from django.db import connection

from custrata.web.audit.apps import _may_empty


@pytest.mark.django_db
def test_every_connection_to_sqlite_knows_whether_the_log_may_be_emptied(settings):
    settings.AUDIT_MAY_EMPTY = False
    assert _may_empty() is False
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT audit_may_empty()")
            assert cursor.fetchone() == (0,)
