import pytest

import custrata
from custrata import Project, SnapshotError
from custrata.project.strategy_file import draft_project


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


def test_the_strategy_is_changed_compared_signed_and_delivered_in_python(built, tmp_path):
    project = Project(built)
    draft_project(built)
    before = project.strategy
    goal = before.goals[0].id

    changed = project.set(f"goals[{goal}].portfolio_change", "more of them stay")

    assert changed.goals[0].portfolio_change == "more of them stay"
    assert changed.revision == before.revision + 1
    assert any(change.path.startswith(f"goals[{goal}]") for change in project.compare())
    signed = project.sign(before.sign_offs[0].function, name="N. Okafor", on="2025-01-15")
    assert signed.sign_offs[0].signed
    assert signed.sign_offs[0].snapshot == project.snapshot.manifest.fingerprint
    assert project.deliver("workbook", tmp_path / "s.xlsx").is_file()


def test_steps_that_ask_the_strategy_answer_in_python(built):
    project = Project(built)
    draft_project(built)

    assert project.findings()
    assert project.delta() is None
    assert len(project.maturity().dimensions) == 5
    assert project.prioritise().goals
    assert project.review("weekly").agenda.items
    assert project.why(project.strategy.claims()[0].id)
