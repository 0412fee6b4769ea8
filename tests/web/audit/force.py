"""A database in the wrong hands."""

from django.db import connection


def by_force(statement: str) -> None:
    """Somebody who has the database in hand takes the guard away first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_stays")
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays")
        cursor.execute(statement)
