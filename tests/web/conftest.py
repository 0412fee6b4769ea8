"""A workspace on a small generated company, and people with every role."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.test import Client

from custrata.project.building import build_project
from custrata.project.place import locate, settings_of
from custrata.project.starting import new_project
from custrata.project.strategy_file import draft_project
from custrata.web.accounts.models import User
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.opening import adopt
from custrata.web.workspaces.rights import Role


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A generated company, built and drafted once; never change it, copy it."""
    folder = tmp_path_factory.mktemp("built") / "tessel"
    new_project(folder, data=None, example_customers=60, seed=7)
    place = locate(folder)
    build_project(place, settings_of(place))
    draft_project(folder)
    return folder


@pytest.fixture
def project(built, tmp_path) -> Path:
    """A copy of the company that a test may change."""
    folder = tmp_path / "tessel"
    shutil.copytree(built, folder)
    return folder


@pytest.fixture
def site(settings, tmp_path) -> Path:
    """A folder of the site that belongs to one test."""
    settings.SITE_FOLDER = tmp_path / "site"
    return settings.SITE_FOLDER


@pytest.fixture
def workspace(db, site, project) -> Workspace:
    """The company as a workspace without people."""
    return adopt(project, None)


@pytest.fixture
def other_workspace(db, site, built, tmp_path) -> Workspace:
    """A second company, whose people must never see the first."""
    folder = tmp_path / "neighbour"
    shutil.copytree(built, folder)
    return adopt(folder, None, name="Neighbour")


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
