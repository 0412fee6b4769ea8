from custrata.engine.snapshots import SnapshotStore
from custrata.project.adjusting.settings_file import adjust
from custrata.project.supplying.looking import looked_at
from custrata.project.supplying.receiving import receive, replaced
from custrata.web.data.jobs import start
from custrata.web.data.models import State
from custrata.web.strategies.saving import head_of, strategy_of


def test_a_build_makes_a_snapshot_and_lets_go_of_replaced_files(workspace):
    place = workspace.place
    before = SnapshotStore(place.state).load().manifest.fingerprint
    targets = (place.data / "targets.csv").read_bytes()
    receive(place, "targets.csv", [targets])
    adjust(place, {"as_of": "2025-06-30"})
    job = start(workspace, "build", None)
    assert job.state == State.DONE, job.message
    assert job.result["fingerprint"] != before
    assert SnapshotStore(place.state).load().manifest.fingerprint == job.result["fingerprint"]
    assert replaced(place) == ()


def test_a_build_that_fails_leaves_the_last_good_snapshot_and_the_old_files(workspace):
    place = workspace.place
    before = SnapshotStore(place.state).load().manifest.fingerprint
    for file in place.data.glob("*.csv"):
        receive(place, file.name, [b"nothing,here\n1,2\n"])
    job = start(workspace, "build", None)
    assert job.state == State.FAILED
    assert job.message
    assert SnapshotStore(place.state).load().manifest.fingerprint == before
    assert "invoices.csv" in replaced(place)


def test_a_build_drafts_the_strategy_that_is_missing(workspace):
    strategy_of(workspace).delete()
    workspace.refresh_from_db()
    workspace.place.strategy.unlink()
    assert start(workspace, "build", None).state == State.DONE
    assert head_of(strategy_of(workspace)).number == 1


def test_a_look_at_the_files_keeps_samples(workspace):
    job = start(workspace, "map", None)
    assert (job.state, job.result) == (State.DONE, {"tables": 17, "questions": []})
    assert looked_at(workspace.place) is not None
