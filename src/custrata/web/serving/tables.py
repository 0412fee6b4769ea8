"""Tables of the database, brought up to date before anything answers; never back."""

from __future__ import annotations

import os
import sys

from custrata.errors import SettingError

SETTINGS = "custrata.web.site.settings"
"""Where Django finds what this site is set to."""


def bring_up_to_date() -> None:
    """Apply the steps that the tables still lack.

    Raises:
        SettingError: The database cannot be used, or its tables are of a newer version than the program.
    """
    from django.core.management import call_command
    from django.db import OperationalError

    try:
        newer = steps_ahead()
        if newer:
            raise SettingError(
                f"the tables are of a newer version of Custrata ({newer[0]})",
                where="CUSTRATA_DATABASE",
                how_many=len(newer),
                remedy="install that version again, or restore the backup made before it into an empty site",
            )
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise SettingError(
            f"the database cannot be used ({str(error).splitlines()[0]})",
            where="CUSTRATA_DATABASE",
            remedy="check that it runs and may be written, and its address, name and password",
        ) from error


def steps_ahead() -> list[str]:
    """Steps of our own apps that the tables have taken and this version does not know."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    ours = {found.label for found in apps.get_app_configs() if found.name.startswith("custrata.")}
    loader = MigrationLoader(connection)
    taken = [step for step in loader.applied_migrations if step[0] in ours]
    known = set(loader.disk_migrations) | _replaced(loader)
    return sorted(f"{app}.{name}" for app, name in taken if (app, name) not in known)


def main() -> None:
    """What a unit runs before the server: the tables, or why not, in a line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    try:
        django.setup()
        bring_up_to_date()
    except SettingError as error:
        sys.exit(str(error))


def _replaced(loader: object) -> set[tuple[str, str]]:
    """Steps that were drawn together into one later on."""
    steps = getattr(loader, "disk_migrations", {}).values()
    return {tuple(old) for step in steps for old in step.replaces}


if __name__ == "__main__":
    main()
