import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from custrata.engine.snapshots import SnapshotStore
from custrata.project.supplying.left_out import HEADS, MASK
from custrata.web.audit.models import Entry

DAY, NAME = "this is no day", "a name holds no number"


@pytest.fixture
def aside(workspace):
    """Some rows that a build set aside."""
    rows = [("invoices.csv", n, "orders", "ordered_at", f"x{n}", DAY) for n in range(4)]
    rows += [("accounts.csv", 9, "customers", "name", "Ada", NAME)]
    kept = pa.table({head: [row[at] for row in rows] for at, head in enumerate(HEADS)})
    parquet.write_table(kept, SnapshotStore(workspace.place.state).tables()["set_aside"])


def test_rows_set_aside_are_paged_by_reason_and_taken_as_a_file(aside, program, problem_of):
    asker = program("analyst")
    first = asker.get("set-aside?limit=2")
    rest = asker.get(f"set-aside?limit=200&cursor={first['next']}")
    assert (len(first["items"]), first["total"], rest["next"]) == (2, 5, None)
    assert [r["value"] for r in first["items"] + rest["items"]] == ["x0", "x1", "x2", "x3", MASK]
    assert first["reasons"] == [{"reason": DAY, "rows": 4}, {"reason": NAME, "rows": 1}]
    assert {r["reason"] for r in asker.get(f"set-aside?reason={NAME}")["items"]} == {NAME}
    answer = asker.ask("GET", "set-aside/file")
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert (answer["Content-Type"], len(lines)) == ("text/csv; charset=utf-8", 6)
    assert "Ada" not in "".join(lines)
    seer = program("analyst", persons=True)
    assert seer.get("set-aside")["items"][-1]["value"] == "Ada"
    assert Entry.objects.filter(act="data.set_aside_taken").count() == 1
    for path in ("set-aside", "set-aside/file"):
        problem_of(program("editor").ask("GET", path), 403)


def test_rows_of_another_workspace_are_not_there(aside, program, other_workspace):
    assert program("analyst", of=other_workspace).get("set-aside")["total"] == 0
