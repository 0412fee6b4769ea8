import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from custrata.project.supplying.receiving import files_of
from custrata.web.audit.models import Entry

ORDERS = b"order,customer,day,amount\n1,a,2026-01-02,10\n2,b,2026-01-03,20\n"


@pytest.fixture
def send():
    """Sends files as a form: ``send(asker, orders=ORDERS)``."""

    def sent(asker, *files, paths=(), key=""):
        form = {"files": [SimpleUploadedFile(name, data) for name, data in files], "paths": list(paths)}
        shown = {"Authorization": f"Bearer {asker.token}"} | ({"Idempotency-Key": key} if key else {})
        return Client().post(f"/api/v1/workspaces/{asker.workspace.slug}/uploads", form, headers=shown)

    return sent


def names(asker):
    return {f.name for f in files_of(asker.workspace.place)}


def test_many_files_are_taken_each_for_itself(program, send):
    asker = program("analyst")
    answer = send(
        asker, ("orders.csv", ORDERS), ("x.exe", b"MZ\x00\x01"), ("b.csv", ORDERS), paths=["2026/orders.csv"]
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["taken"] == ["2026/orders.csv", "b.csv"]
    (refused,) = answer.json()["refused"]
    assert (refused["name"], "To do:" in refused["why"]) == ("x.exe", True)
    listed = {f["name"]: f["bytes"] for f in asker.get("files?limit=200")["items"]}
    assert listed["2026/orders.csv"] == len(ORDERS)
    assert Entry.objects.filter(act="data.file_received").count() == 2


def test_where_no_file_is_taken_each_is_told_why(program, send, problem_of):
    asker = program("analyst")
    before = names(asker)
    said = problem_of(send(asker, ("../up.csv", b""), ("empty.csv", b"")), 422)
    assert len(said["errors"]) == 2
    problem_of(send(asker), 422)
    problem_of(asker.ask("POST", "uploads", {"files": []}), 415)
    problem_of(send(program("editor"), ("a.csv", ORDERS)), 403)
    assert names(asker) == before


def test_files_that_are_sent_twice_under_one_key_are_taken_once(program, send, problem_of):
    asker = program("analyst")
    for _ in range(2):
        assert send(asker, ("a.csv", ORDERS), key="k1").json()["taken"] == ["a.csv"]
    problem_of(send(asker, ("a.csv", ORDERS + b"3,c,2026-01-04,5\n"), key="k1"), 422)
    assert Entry.objects.filter(act="data.file_received").count() == 1


def test_a_file_is_taken_out_and_put_back_and_the_neighbours_stay(program, send, other_workspace, problem_of):
    asker, neighbour = program("analyst"), program("analyst", of=other_workspace)
    whole, theirs = names(asker), names(neighbour)
    gone = min(whole)
    assert asker.ask("DELETE", f"files/{gone}").status_code == 204
    assert send(asker, ("new.csv", ORDERS)).status_code == 200
    assert names(asker) == whole - {gone} | {"new.csv"}
    assert asker.get("files")["replaced"] == [gone]
    problem_of(asker.ask("DELETE", f"files/{gone}"), 422)
    problem_of(asker.ask("DELETE", "files/../../custrata.yaml"), 422)
    assert asker.ask("POST", "replaced-files/put-back").json()["items"] == [gone]
    assert (names(asker), names(neighbour)) == (whole, theirs)
    acts = list(Entry.objects.values_list("act", flat=True))
    assert {"data.file_removed", "data.files_put_back"} <= set(acts)


def test_a_form_that_breaks_off_is_refused_in_words(program, problem_of):
    asker = program("analyst")
    for key in ("", "k2"):
        answer = Client().generic(
            "POST",
            f"/api/v1/workspaces/{asker.workspace.slug}/uploads",
            b"no form at all",
            content_type="multipart/form-data; boundary=",
            headers={"Authorization": f"Bearer {asker.token}"} | ({"Idempotency-Key": key} if key else {}),
        )
        assert "remedy" in problem_of(answer, 400)
