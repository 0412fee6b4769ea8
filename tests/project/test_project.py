import pytest

import custrata
from custrata import Project, SnapshotError


def test_a_project_in_python_goes_from_a_folder_to_a_checked_strategy(built):
    project = Project(built)
    assert project.snapshot.manifest.tables
    assert project.draft().claims()
    assert project.show("revenue")[0].value is not None
    assert "Project(" in repr(project)


def test_a_folder_that_was_never_built_says_so(tmp_path):
    with pytest.raises(SnapshotError, match="run custrata build"):
        _ = Project(tmp_path).snapshot


def test_a_name_that_is_not_public_is_no_name():
    assert "Project" in dir(custrata)
    with pytest.raises(AttributeError):
        _ = custrata.nonsense
