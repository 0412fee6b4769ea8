"""Workspaces on companies made by hand, some of which know next to nothing."""

from __future__ import annotations

import pytest
from tests.snapshots import every_company

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.opening import adopt


@pytest.fixture
def company_of(db, site, tmp_path):
    """Makes a workspace of the n-th company made by hand."""

    def make(number: int) -> Workspace:
        folder = tmp_path / f"company-{number}"
        (folder / "data").mkdir(parents=True)
        (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
        SnapshotStore(locate(folder).state).write(every_company()[number], lambda tables: None)
        return adopt(folder, None, name=f"Company {number}")

    return make
