"""Sessions whose keys stood in the database in the clear end: their people come in once more."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations


def end_all(apps: Any, schema_editor: Any) -> None:
    """Take out every session, and what is listed of it."""
    apps.get_model("usersessions", "UserSession").objects.all().delete()
    apps.get_model("sessions", "Session").objects.all().delete()


class Migration(migrations.Migration):
    """End all sessions."""

    dependencies: ClassVar = [
        ("accounts", "0002_ways_in"),
        ("sessions", "0001_initial"),
        ("usersessions", "0001_initial"),
    ]
    operations: ClassVar = [migrations.RunPython(end_all, migrations.RunPython.noop)]
