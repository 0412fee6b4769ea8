import pytest

from custrata.errors import SettingError
from custrata.web.serving import preparing
from custrata.web.serving.preparing import (
    home_of,
    is_project,
    open_site,
    require_web,
    take_in,
    was_turned_down,
)
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.turned_down import turn_down


def test_without_the_packages_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(preparing, "NEEDED", ("no_such_package",))
    with pytest.raises(SettingError, match="no_such_package") as caught:
        require_web()
    assert caught.value.remedy == "pip install 'custrata[web]'"


def test_the_site_lies_beside_the_project_unless_the_environment_says_otherwise(db, tmp_path, monkeypatch):
    monkeypatch.setattr(preparing, "bring_up_to_date", lambda: None)
    monkeypatch.setenv("CUSTRATA_SITE", str(tmp_path / "elsewhere"))
    assert open_site(tmp_path) == tmp_path / "elsewhere"
    monkeypatch.delenv("CUSTRATA_SITE")
    assert open_site(tmp_path) == tmp_path / ".custrata" / "site"
    assert (tmp_path / ".custrata" / "site" / "static").is_dir()


def test_a_folder_that_cannot_be_written_is_said_with_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "taken").write_text("a file stands where the folder would", encoding="utf-8")
    monkeypatch.setenv("CUSTRATA_SITE", str(tmp_path / "taken"))
    with pytest.raises(SettingError, match="cannot be written") as caught:
        open_site(tmp_path)
    assert "CUSTRATA_SITE" in caught.value.remedy


def test_a_folder_that_is_not_there_is_not_made_by_a_slip_of_the_keys(tmp_path, monkeypatch):
    monkeypatch.delenv("CUSTRATA_SITE", raising=False)
    with pytest.raises(SettingError, match="no such folder"):
        open_site(tmp_path / "shpo")
    assert not (tmp_path / "shpo").exists()


def test_a_project_becomes_a_workspace_of_the_owner_and_other_folders_do_not(db, site, project, tmp_path):
    (tmp_path / "empty").mkdir()
    assert is_project(project)
    assert not is_project(tmp_path / "empty")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "notes.txt").write_text("nothing", encoding="utf-8")
    assert not is_project(tmp_path / "bare")
    (tmp_path / "bare" / "orders.CSV").write_text("a,b", encoding="utf-8")
    assert is_project(tmp_path / "bare")
    assert take_in([project, tmp_path / "empty"]) == []
    assert take_in([project]) == []
    workspace = Workspace.objects.get()
    assert (workspace.path, workspace.sample) == (project, False)
    assert Membership.objects.get().role == "admin"


def test_what_cannot_be_taken_in_is_said(db, site, project):
    (project / "custrata.yaml").write_text("data: nowhere\n", encoding="utf-8")
    assert "the data folder is missing" in take_in([project])[0]
    assert not Workspace.objects.exists()


def test_a_sample_is_marked_and_built_if_need_be(db, site, project):
    (project / ".custrata" / "current").unlink()
    take_in([project], sample=True)
    workspace = Workspace.objects.get()
    assert workspace.sample
    assert (project / ".custrata" / "current").is_file()


def test_a_sample_that_was_removed_is_known_until_it_is_taken_in_again(db, site, project):
    assert not was_turned_down(project)
    turn_down(project)
    assert was_turned_down(project)
    take_in([project], sample=True)
    assert not was_turned_down(project)


def test_the_first_screen_is_the_home_of_what_was_started(db, site, project, tmp_path):
    (tmp_path / "empty").mkdir()
    assert home_of(project) == home_of(tmp_path / "empty") == ""
    take_in([project])
    assert home_of(project) == "/w/tessel/"
    assert home_of(tmp_path / "empty") == ""
