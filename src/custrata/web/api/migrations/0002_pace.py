"""Counts that all processes share: how often somebody asks, and how often somebody knocks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.management import call_command
from django.db import migrations, models


def make_shared_counts(apps: Any, schema_editor: Any) -> None:
    """The table of the cache, which is no model."""
    call_command("createcachetable", "shared_counts", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """Add the table of paces, and that of the cache."""

    dependencies: ClassVar = [("api", "0001_initial")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Pace",
            fields=[
                ("key", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("stretch", models.BigIntegerField()),
                ("n", models.PositiveIntegerField()),
            ],
        ),
        migrations.RunPython(make_shared_counts, migrations.RunPython.noop),
    ]
