"""The database itself refuses to change an entry or to take one out."""

from typing import Any

from django.db import migrations, models

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
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


def open_again(apps: Any, schema_editor: Any) -> None:
    for statement in UNDO.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("previous",), name="one_entry_after_another"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["workspace", "-id"], name="entries_of_a_workspace"),
        ),
        # A later change of the table must make the triggers again: SQLite drops them with the old table.
        migrations.RunPython(guard, open_again),
    ]
