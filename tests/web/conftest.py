"""A workspace on a small generated company, and people with every role."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from custrata.engine.snapshots import SnapshotStore
from custrata.project.building import build_project
from custrata.project.place import locate, settings_of
from custrata.project.starting import new_project
from custrata.project.strategy_file import draft_project
from custrata.web.accounts.models import User
from custrata.web.strategies.mirror import writing
from custrata.web.workspaces.handover import handover
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.opening import adopt
from custrata.web.workspaces.rights import Role

LONGEST_BUILD = 300
"""Seconds for which one process waits for the company that another builds."""


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id) -> Path:
    """A generated company, built and drafted once for all processes; never change it, copy it."""
    own = tmp_path_factory.mktemp("built") / "tessel"
    shared = own.parent if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    done, made = shared / "tessel-built", shared / "tessel-making" / "tessel"
    try:
        (shared / "tessel-begun").mkdir()
    except FileExistsError:
        until = time.monotonic() + LONGEST_BUILD
        while not done.exists():
            assert time.monotonic() < until, "the process that builds the company has failed: see its tests"
            time.sleep(0.2)
    else:
        new_project(made, data=None, example_customers=60, seed=7)
        place = locate(made)
        build_project(place, settings_of(place))
        draft_project(made)
        made.parent.rename(done)
    shutil.copytree(done / "tessel", own)
    return own


@pytest.fixture
def project(built, tmp_path) -> Path:
    """A copy of the company that a test may change."""
    folder = tmp_path / "tessel"
    shutil.copytree(built, folder)
    return folder


@pytest.fixture(scope="session")
def charts(tmp_path_factory) -> Path:
    """Where charts are kept for all tests: drawn once, they are the same for everybody."""
    return tmp_path_factory.mktemp("charts")


@pytest.fixture
def site(settings, tmp_path, charts) -> Path:
    """A folder of the site that belongs to one test."""
    settings.SITE_FOLDER = tmp_path / "site"
    settings.SITE_FOLDER.mkdir()
    (settings.SITE_FOLDER / "charts").symlink_to(charts)
    return settings.SITE_FOLDER


@pytest.fixture
def two_workspaces(django_db_setup, django_db_blocker, built) -> None:
    """Two workspaces that stand before any test begins, so that what follows from them is reckoned once.

    A test that empties the tables takes them away; the next one brings them back.
    """
    with django_db_blocker.unblock():
        for name in ("", "Neighbour"):
            if not Workspace.objects.filter(slug=name.lower() or built.name).exists():
                folder = built if not name else built.parent / name.lower()
                if name and not folder.exists():
                    shutil.copytree(built, folder)
                adopt(folder, None, name=name)
        # What made them stand is no act of any test: every test begins with an empty log.
        with connection.cursor() as cursor:
            cursor.execute(
                "TRUNCATE audit_entry" if connection.vendor == "postgresql" else "DELETE FROM audit_entry"
            )


@pytest.fixture(autouse=True)
def only_what_is_asked_for(request) -> None:
    """A test finds the workspaces that it asks for, and no other one."""
    names = set(request.fixturenames)
    if not names & {"db", "transactional_db"} and not request.node.get_closest_marker("django_db"):
        return
    if names & {"workspace", "other_workspace"}:
        # Before the test's own transaction begins, so that they outlive it.
        request.getfixturevalue("two_workspaces")
    request.getfixturevalue("db")
    # How often somebody came in or asked is counted here, and no test's visits count for the next one.
    cache.clear()
    slugs = {"workspace": "tessel", "other_workspace": "neighbour"}
    Workspace.objects.exclude(slug__in=[slug for name, slug in slugs.items() if name in names]).delete()


@pytest.fixture(autouse=True)
def no_thread_goes_on(monkeypatch) -> Iterator[None]:
    """What a test began beside it ends with it: later it would meet another test's database."""
    # The file is written at once: another thread would not see what the test has not committed.
    monkeypatch.setattr(writing, "_in_memory", lambda: True)
    yield
    names = [thread.name for thread in threading.enumerate()]
    assert [name for name in names if name.startswith(("warming", "mirror-"))] == []


@pytest.fixture
def workspace(two_workspaces, db, site, project) -> Workspace:
    """The company as a workspace without people, with a copy of its files."""
    return _moved("tessel", project)


@pytest.fixture
def other_workspace(two_workspaces, db, site, built, tmp_path) -> Workspace:
    """A second company, whose people must never see the first."""
    folder = tmp_path / "neighbour"
    shutil.copytree(built, folder)
    return _moved("neighbour", folder)


def _moved(slug: str, folder: Path) -> Workspace:
    found = Workspace.objects.get(slug=slug)
    found.folder = str(folder)
    found.save(update_fields=["folder"])
    return found


@pytest.fixture
def rebuilt() -> Iterator[Callable[[Workspace], str]]:
    """Keeps the same data under another fingerprint, as a newer build would: ``rebuilt(workspace)``."""

    def make(where: Workspace) -> str:
        store = SnapshotStore(where.place.state)
        found, files = store.load(), store.tables().values()
        name = f"{int(found.manifest.fingerprint, 16) ^ 1:032x}"

        def export(folder: Path) -> None:
            for file in files:
                shutil.copy(file, folder)

        store.write(replace(found, manifest=replace(found.manifest, fingerprint=name)), export)
        return name

    yield make
    handover.end()


@pytest.fixture
def member(workspace):
    """Makes a person of the workspace: ``member("editor")``."""

    def make(role: str, *, persons: bool = False, of: Workspace | None = None, email: str = "") -> User:
        where = of or workspace
        user = User.objects.create_user(
            email or f"{role}-{User.objects.count()}@example.org", "a long pass phrase"
        )
        Membership.objects.create(workspace=where, user=user, role=Role(role).value, persons=persons)
        return user

    return make


@pytest.fixture
def come_in(member):
    """A browser of a person with a role: ``come_in("editor").get("/w/…/")``."""

    def make(role: str, **kind) -> Client:
        client = Client()
        client.force_login(member(role, **kind), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return make
