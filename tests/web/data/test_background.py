import pytest

from custrata.build import STAGES, Built
from custrata.engine.snapshots import SnapshotStore
from custrata.project.adjusting.settings_file import adjust
from custrata.project.supplying.looking import looked_at
from custrata.project.supplying.receiving import receive, replaced
from custrata.web.data import background
from custrata.web.data.background import DRAFTING
from custrata.web.data.jobs import cancel, start
from custrata.web.data.jobs.progress import Run
from custrata.web.data.models import Job, State
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.opening import adopt


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


@pytest.fixture
def shop(db, site, tmp_path) -> Workspace:
    """Five customers and their orders: as small as a build can be."""
    folder = tmp_path / "shop"
    folder.mkdir()
    rows = (f"c{n % 5},2025-{1 + n % 12:02d}-0{1 + n % 9},{10 + n}\n" for n in range(40))
    (folder / "orders.csv").write_text("buyer,date,amount\n" + "".join(rows), encoding="utf-8")
    return adopt(folder, None)


def cancelled_in(stage: str, workspace: Workspace) -> Job:
    """A build that somebody cancels when a stage has begun; "" lets it end."""
    report = Run.report

    def reports(run, entered, share):
        report(run, entered, share)
        if entered == stage:
            cancel(run.job, None)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Run, "report", reports)
        # Charts are drawn when all is done; whether somebody cancelled shows before.
        patch.setattr(background, "warm_quietly", lambda where: None)
        return start(workspace, "build", None, again=True)


def kept_of(workspace):
    """What stands of builds: the snapshot in use and whatever lies beside it."""
    store, state = SnapshotStore(workspace.place.state), workspace.place.state
    return store.current(), sorted(state.glob("snapshots/*")), sorted(state.glob("scratch-*"))


def test_a_build_is_cancelled_in_each_stage_and_the_last_snapshot_stands(come_in, workspace, monkeypatch):
    client, kept = come_in("analyst"), SnapshotStore(workspace.place.state).load()

    def walked(*given, progress, **named):
        # The stages without their work, which takes a second each time.
        for number, stage in enumerate(STAGES):
            progress(stage, number / len(STAGES))
        return Built(kept, ())

    monkeypatch.setattr("custrata.build.build", walked)
    stood = kept_of(workspace)
    for stage in STAGES:
        job = cancelled_in(stage, workspace)
        assert (stage, job.state) == (stage, State.CANCELLED)
        assert kept_of(workspace) == stood
        page = client.get(f"/w/{workspace.slug}/data/jobs/{job.pk}/").content.decode()
        assert "the last good snapshot stays in use.<" in page
    assert cancelled_in("", workspace).state == State.DONE
    assert kept_of(workspace) != stood


def test_a_first_build_is_cancelled_until_its_snapshot_stands(come_in, shop):
    client, page = come_in("analyst", of=shop), f"/w/{shop.slug}/data/jobs/%s/"
    job = cancelled_in("keep", shop)
    assert (job.state, kept_of(shop)) == (State.CANCELLED, (None, [], []))
    assert "Cancelled. Nothing was changed.<" in client.get(page % job.pk).content.decode()
    job = cancelled_in(DRAFTING, shop)
    assert job.state == State.DONE
    assert kept_of(shop)[0].name == job.result["fingerprint"]
    assert head_of(strategy_of(shop)).number == 1
    assert "Cancel came when the snapshot stood already." in client.get(page % job.pk).content.decode()
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, stage="keep", cancel_requested=False)
    assert "/cancel/" in client.get(page % job.pk).content.decode()
    Job.objects.filter(pk=job.pk).update(stage=DRAFTING)
    assert "/cancel/" not in client.get(page % job.pk).content.decode()
