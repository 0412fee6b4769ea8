import pytest
from tests.snapshots import grocer, outfitter, pipeline

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate


@pytest.fixture
def project(tmp_path):
    """Makes a project whose latest snapshot was made by hand."""
    made = {"grocer": grocer, "outfitter": outfitter, "pipeline": pipeline}

    def of(company: str):
        folder = tmp_path / company
        (folder / "data").mkdir(parents=True)
        (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
        SnapshotStore(locate(folder).state).write(made[company](), lambda tables: None)
        return folder

    return of
