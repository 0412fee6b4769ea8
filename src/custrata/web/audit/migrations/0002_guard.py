"""The database itself refuses to change an entry or to take one out."""

from django.db import migrations, models

from custrata.web.audit.guard import guard, open_again


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
