"""Triggers by which the database itself refuses to change an entry of the log or to take one out."""

from __future__ import annotations

from typing import Any

SQLITE = (
    """CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'the log is added to and never changed'); END""",
    """CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry WHEN NOT audit_may_empty()
    BEGIN SELECT RAISE(ABORT, 'the log is added to and never changed'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION audit_entry_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the log is added to and never changed'; END $$""",
    """CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_refuses()""",
)
UNDO = {
    "sqlite": ("DROP TRIGGER audit_entry_stays", "DROP TRIGGER audit_entry_remains"),
    "postgresql": ("DROP TRIGGER audit_entry_stays ON audit_entry", "DROP FUNCTION audit_entry_refuses()"),
}


def guard(apps: Any, schema_editor: Any) -> None:
    """Make the triggers; a later change of the table must make them again, as SQLite drops them with it.

    Args:
        apps: The apps as a migration knows them.
        schema_editor: What changes the database.
    """
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


def open_again(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away.

    Args:
        apps: The apps as a migration knows them.
        schema_editor: What changes the database.
    """
    for statement in UNDO.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)
