from __future__ import annotations

import io
import sqlite3
import zipfile
from contextlib import closing

import pyarrow.parquet as parquet

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.finding import find
from custrata.project.erasing.scanning import scan
from custrata.project.live.desk import asked
from custrata.project.live.leaving import FILE, count_to_leave
from custrata.segments.rules.rule import EVERYBODY
from custrata.web.audit.models import Entry
from custrata.web.workspaces.persons.acting import erased, given


def test_an_erasure_is_on_record_by_a_mark_that_names_nobody(workspace, member, traces):
    admin = member("admin", persons=True)
    done = erased(workspace, traces, admin)
    assert done.report.rows > 0
    entry = Entry.objects.get(act="person_data.erased")
    said = f"{entry.thing} {entry.detail}"
    assert not any(word in said for word in traces.words)
    assert entry.detail["rows"] == done.report.rows


def test_no_file_of_the_workspace_names_the_person_and_the_other_workspace_is_whole(
    workspace, other_workspace, member, traces
):
    before = scan(other_workspace.path, traces)
    erased(workspace, traces, member("admin"))
    assert [hit.file for hit in scan(workspace.path, traces) if not hit.file.startswith("truth/")] == []
    assert scan(other_workspace.path, traces) == before
    assert before


def test_what_is_given_holds_the_person(workspace, member, traces):
    packed = given(workspace, traces, member("admin", persons=True))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert any(traces.stand_in(archive.read(name).decode()) for name in archive.namelist())
    assert Entry.objects.filter(act="person_data.given").count() == 1


def test_no_hash_of_a_customer_is_left_of_what_was_counted(workspace, member):
    state = workspace.place.state
    table = parquet.read_table(SnapshotStore(state).tables()["customers"])
    customer = find(workspace.place, str(table["customer_id"][0].as_py()))

    def marks():
        with closing(sqlite3.connect(state / FILE)) as kept:
            return [len(row[0]) // 8 for row in kept.execute("SELECT marks FROM pieces")]

    with asked(state, SnapshotStore(state).manifest()) as desk:
        everybody, _ = count_to_leave(desk, state, EVERYBODY)
    before = marks()
    erased(workspace, customer, member("admin"))
    assert before == [everybody.n]
    assert marks() == [everybody.n - 1]
