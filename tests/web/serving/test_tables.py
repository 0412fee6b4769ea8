from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from custrata.errors import SettingError
from custrata.web.serving import tables
from custrata.web.serving.tables import bring_up_to_date, steps_ahead


@pytest.mark.django_db
def test_tables_of_a_newer_version_are_left_alone_in_words():
    bring_up_to_date()
    MigrationRecorder(connection).record_applied("strategies", "9999_of_tomorrow")
    assert steps_ahead() == ["strategies.9999_of_tomorrow"]
    with pytest.raises(SettingError, match="newer version") as caught:
        bring_up_to_date()
    assert "restore" in caught.value.remedy


@pytest.mark.django_db
def test_steps_of_others_say_nothing_of_our_version():
    MigrationRecorder(connection).record_applied("of_a_package_that_left", "0001_initial")
    assert steps_ahead() == []


def test_a_database_that_cannot_be_reached_is_said_in_words(monkeypatch):
    def away():
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(tables, "steps_ahead", away)
    with pytest.raises(SettingError, match=r"cannot be used \(connection refused\)"):
        bring_up_to_date()


@pytest.mark.parametrize(
    ("database", "says"),
    [("postgresql://127.0.0.1:1/none", "cannot be used"), ("mysql://x/y", "no database is reached")],
)
def test_what_a_unit_runs_says_in_a_line_why_not(tmp_path, database, says):
    given = os.environ | {"CUSTRATA_SITE": str(tmp_path), "CUSTRATA_DATABASE": database}
    done = subprocess.run(
        [sys.executable, "-m", "custrata.web.serving.tables"],
        env=given | {"DJANGO_SETTINGS_MODULE": "custrata.web.site.settings"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
