import pytest
from tests.snapshots import grocer

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate


@pytest.fixture
def built(tmp_path):
    """A project whose latest snapshot is a grocer's, made by hand."""
    folder = tmp_path / "shop"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    SnapshotStore(locate(folder).state).write(grocer(), lambda tables: None)
    return folder
