"""One of the people of the generated company."""

from __future__ import annotations

import pyarrow.parquet as parquet
import pytest

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.finding import find


@pytest.fixture
def address_of_person(workspace) -> str:
    people = parquet.read_table(SnapshotStore(workspace.place.state).tables()["people"]).to_pylist()
    return next(row["email"] for row in people if row["email"])


@pytest.fixture
def traces(workspace, address_of_person):
    return find(workspace.place, address_of_person)
