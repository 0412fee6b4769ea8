import json

import pytest

from custrata.project.supplying.receiving import files_of, replaced
from custrata.web.audit.models import Entry
from custrata.web.data.models import Job

HOSTILE = [
    "../../up.csv",
    "/etc/up.csv",
    "..\\up.csv",
    ".hidden.csv",
    "CON.csv",
    "custrata.yaml",
    "<b>x</b>:.csv",
]


def names(workspace):
    return {file.name for file in files_of(workspace.place)}


def everything(workspace):
    return {p for p in workspace.path.parent.rglob("*") if p.is_file()}


def test_files_come_in_several_at_once_and_are_looked_at(come_in, workspace, sent):
    answer = come_in("analyst").post(
        f"/w/{workspace.slug}/data/upload/",
        {"files": [sent("visits.csv"), sent("calls.csv")], "paths": ["2026/visits.csv", "calls.csv"]},
    )
    assert answer.headers["Location"] == f"/w/{workspace.slug}/data/mapping/"
    assert {"2026/visits.csv", "calls.csv"} <= names(workspace)
    assert Job.objects.get().kind == "map"
    assert Entry.objects.filter(act="data.file_received").count() == 2


@pytest.mark.parametrize("path", HOSTILE)
def test_hostile_names_are_refused_and_nothing_is_written(come_in, workspace, sent, path):
    before = everything(workspace)
    answer = come_in("analyst").post(
        f"/w/{workspace.slug}/data/upload/",
        {"files": sent("x.csv"), "paths": path},
        headers={"X-One-File": "1"},
    )
    assert answer.status_code == 422
    assert json.loads(answer.content)["refused"][0]["why"]
    assert everything(workspace) == before
    assert not Entry.objects.filter(act="data.file_received").exists()


def test_what_is_refused_is_said_beside_what_was_taken_and_names_are_text(come_in, workspace, sent):
    answer = come_in("analyst").post(
        f"/w/{workspace.slug}/data/upload/",
        {"files": [sent("good.csv"), sent("bad.csv", b"")], "paths": ["good.csv", "<img src=x>.csv"]},
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "good.csv" in names(workspace)
    assert "<img" not in page
    assert "&lt;img" in page
    assert "Traceback" not in page


def test_no_file_at_all_is_said(come_in, workspace):
    answer = come_in("analyst").post(f"/w/{workspace.slug}/data/upload/")
    assert answer.status_code == 422
    assert "choose at least one" in answer.content.decode()


def test_the_page_says_what_lies_there_already(come_in, workspace):
    client, many = come_in("analyst"), len(names(workspace))
    page = client.get(f"/w/{workspace.slug}/data/upload/").content.decode()
    assert f"{many} files are here; add more" in page
    for file in files_of(workspace.place):
        (workspace.place.data / file.name).unlink()
    assert "No file is here yet" in client.get(f"/w/{workspace.slug}/data/upload/").content.decode()


def test_a_file_is_taken_out_and_put_back(come_in, workspace):
    client, before = come_in("analyst"), names(workspace)
    client.post(f"/w/{workspace.slug}/data/files/remove/", {"name": "targets.csv"})
    assert names(workspace) == before - {"targets.csv"}
    assert replaced(workspace.place) == ("targets.csv",)
    client.post(f"/w/{workspace.slug}/data/files/back/")
    assert names(workspace) == before
    acts = set(Entry.objects.values_list("act", flat=True))
    assert {"data.file_removed", "data.files_put_back"} <= acts


def test_what_lies_outside_cannot_be_taken_out(come_in, workspace):
    before = everything(workspace)
    for name in ("../custrata.yaml", "../../tessel/strategy.yaml", "", "nothing.csv"):
        answer = come_in("analyst").post(f"/w/{workspace.slug}/data/files/remove/", {"name": name})
        assert answer.status_code == 422
    assert everything(workspace) == before
    assert not Entry.objects.filter(act="data.file_removed").exists()


@pytest.mark.parametrize("address", ["upload/", "files/remove/", "files/back/"])
def test_who_may_not_work_on_data_changes_no_file(come_in, workspace, other_workspace, sent, address):
    before = everything(workspace)
    for role in ("viewer", "commenter", "editor"):
        answer = come_in(role).post(
            f"/w/{workspace.slug}/data/{address}", {"files": sent("x.csv"), "name": "targets.csv"}
        )
        assert answer.status_code == 403
    stranger = come_in("admin", of=other_workspace)
    assert stranger.post(f"/w/{workspace.slug}/data/{address}", {"name": "targets.csv"}).status_code == 404
    assert everything(workspace) == before
