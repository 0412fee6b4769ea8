from django.http import HttpResponse

from custrata.project.supplying.left_out import MASK
from custrata.project.supplying.looking import mapping_at
from custrata.web.audit.models import Entry
from custrata.web.data.models import Job
from custrata.web.data.room import ordering


def test_the_guess_is_read_beside_sample_rows_and_corrected_over_what_was_read(program, looked, problem_of):
    asker = program("analyst", persons=True)
    looked(asker.workspace)
    read = asker.ask("GET", "mapping?limit=200")
    tables = {t["source"]: t for t in read.json()["items"]}
    source, table = next((s, t) for s, t in tables.items() if t["table"])
    column = next(c for c in table["columns"] if c["field"])
    assert any(c["samples"] for c in table["columns"])
    assert asker.ask("GET", "mapping", If_None_Match=read["ETag"]).status_code == 304
    out = {"tables": [{"source": source, "table": ""}]}
    problem_of(asker.ask("PATCH", "mapping", out), 428)
    saved = asker.ask("PATCH", "mapping", out, If_Match=read["ETag"])
    assert saved.status_code == 200, saved.content
    assert source not in {s.source for s in mapping_at(asker.workspace.place).sources}
    problem_of(asker.ask("PATCH", "mapping", out, If_Match=read["ETag"]), 412)
    back = {
        "tables": [{"source": source, "table": table["table"], "fields": {column["name"]: column["field"]}}]
    }
    asker.ask("PATCH", "mapping", back, If_Match=saved["ETag"])
    assert Entry.objects.filter(act="data.mapping_saved").count() >= 1


def test_what_does_not_fit_is_refused_with_its_place_and_nothing_is_saved(program, looked, problem_of):
    asker = program("analyst", persons=True)
    looked(asker.workspace)
    read = asker.ask("GET", "mapping?limit=200")
    table = next(t for t in read.json()["items"] if t["table"] and len(t["columns"]) > 2)
    one, other = [c["name"] for c in table["columns"]][:2]
    field = next(c["field"] for c in table["columns"] if c["field"] not in ("", "+"))
    before = mapping_at(asker.workspace.place)

    def refused(**said):
        return problem_of(asker.ask("PATCH", "mapping", said, If_Match=read["ETag"]), 422)["errors"]

    twice = refused(tables=[{"source": table["source"], "fields": {one: field, other: field}}])
    assert table["source"] in twice[0]["where"]
    assert twice[0]["remedy"]
    assert refused(tables=[{"source": "nothing"}])[0]["where"] == "nothing"
    assert "no table" in refused(tables=[{"source": table["source"], "table": "moons"}])[0]["detail"]
    assert (
        "no such column" in refused(tables=[{"source": table["source"], "fields": {"x": "y"}}])[0]["detail"]
    )
    for question in read.json()["questions"]:
        assert "none of the answers" in refused(answers={question["text"]: "perhaps"})[0]["detail"]
    assert mapping_at(asker.workspace.place) == before
    assert not Entry.objects.filter(act="data.mapping_saved").exists()


def test_who_may_not_see_persons_sees_no_name_and_uncovers_none(program, looked, problem_of):
    seer, asker = program("analyst", persons=True), program("analyst")
    looked(asker.workspace)

    def cells(who):
        tables = who.get("mapping?limit=200")["items"]
        return {(t["source"], c["name"]): c for t in tables for c in t["columns"]}

    whole, masked = cells(seer), cells(asker)
    named = [at for at, c in masked.items() if c["samples"] == [MASK]]
    assert named
    assert all(whole[at]["samples"] != [MASK] for at in named)
    source, column = next(at for at in named if whole[at]["field"] == "name")
    mark = asker.ask("GET", "mapping")["ETag"]
    said = {"tables": [{"source": source, "fields": {column: ""}}]}
    problem_of(asker.ask("PATCH", "mapping", said, If_Match=mark), 422)


def test_files_that_nobody_has_looked_at_are_looked_at_on_request(program, monkeypatch, problem_of):
    def begun(workspace, kind, user, **arguments):
        return Job.objects.create(workspace=workspace, kind=kind, user=user, arguments=arguments)

    monkeypatch.setattr(ordering, "start", begun)
    asker = program("analyst")
    assert "POST mapping/look" in problem_of(asker.ask("GET", "mapping"), 404)["remedy"]
    answer = asker.ask("POST", "mapping/look", {"again": True})
    assert (answer.status_code, answer.json()["kind"]) == (202, "map")
    assert [s["title"] for s in answer.json()["stages"]] == ["Read the files", "Say what they mean"]
    assert asker.get(f"jobs/{answer.json()['number']}")["state"] == "queued"
    assert Job.objects.get().arguments == {"again": True}


def test_the_mapping_of_another_workspace_stays(program, looked, other_workspace):
    looked(other_workspace)
    asker, before = program("analyst", persons=True), mapping_at(other_workspace.place)
    looked(asker.workspace)
    read: HttpResponse = asker.ask("GET", "mapping")
    source = next(t["source"] for t in read.json()["items"] if t["table"])
    said = {"tables": [{"source": source, "table": ""}]}
    assert asker.ask("PATCH", "mapping", said, If_Match=read["ETag"]).status_code == 200
    assert mapping_at(other_workspace.place) == before


def test_what_a_column_can_be_is_listed(program):
    fields = program("analyst").get("mapping/fields?table=customers&limit=200")["items"]
    assert {f["table"] for f in fields} == {"customers"}
    assert any(f["name"] == "customer_id" and f["required"] for f in fields)
