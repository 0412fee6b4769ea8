"""A site with the workspaces of its test alone: a backup holds all there is, a restore wants none."""

from __future__ import annotations

import shutil

import pytest
from django.apps import apps
from django.db import connection

from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.opening import adopt

BEYOND = 1_000_000
"""Where numbers go on after a restore, which sets them back for good: PostgreSQL takes no counter back."""


@pytest.fixture
def empty(db):
    """No workspace at all."""
    Workspace.objects.all().delete()
    yield
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in apps.get_models():
                named = [model._meta.db_table, model._meta.pk.column]
                cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", named)
                if sequence := cursor.fetchone()[0]:
                    cursor.execute("SELECT setval(%s, %s)", [sequence, BEYOND])


@pytest.fixture
def workspace(empty, site, project) -> Workspace:
    """The company as the one workspace there is."""
    return adopt(project, None)


@pytest.fixture
def other_workspace(empty, site, built, tmp_path) -> Workspace:
    """A second company."""
    shutil.copytree(built, tmp_path / "neighbour")
    return adopt(tmp_path / "neighbour", None, name="Neighbour")


@pytest.fixture(autouse=True)
def alone(request):
    if {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("empty")
