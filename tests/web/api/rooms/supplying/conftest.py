"""What a look at the files leaves, looked at once for all tests."""

from __future__ import annotations

import shutil

import pytest

from custrata.project.place import locate, settings_of
from custrata.project.supplying.looking import look


@pytest.fixture(scope="session")
def seen(built, tmp_path_factory):
    """A copy of the company whose files somebody has looked at; never change it."""
    folder = tmp_path_factory.mktemp("looked") / built.name
    shutil.copytree(built, folder)
    look(locate(folder), settings_of(locate(folder)))
    return locate(folder)


@pytest.fixture
def looked(seen):
    """Lets a workspace be one whose files have been looked at."""

    def made(workspace):
        place = workspace.place
        shutil.copy(seen.mapping, place.mapping)
        # Not copy2: what was looked at is newer than the files.
        shutil.copy(seen.state / "looked.json", place.state / "looked.json")

    return made
