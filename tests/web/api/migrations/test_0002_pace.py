from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db
MIGRATION = import_module("custrata.web.api.migrations.0002_pace")


def test_the_table_that_all_processes_count_in_is_there_and_is_made_once():
    assert "shared_counts" in connection.introspection.table_names()

    class Editor:
        """What a migration is handed: the connection alone is asked for."""

    Editor.connection = connection
    MIGRATION.make_shared_counts(None, Editor)
    assert connection.introspection.table_names().count("shared_counts") == 1
