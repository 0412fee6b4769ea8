import datetime as dt

import pytest
from django.utils import timezone

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import settings_of
from custrata.web.audit.models import Entry
from custrata.web.data.jobs import start
from custrata.web.data.models import Job, State
from custrata.web.workspaces.handover import handover


def test_a_build_is_started_watched_and_shows_what_changed(come_in, workspace):
    client = come_in("analyst")
    answer = client.post(f"/w/{workspace.slug}/data/day/", {"as_of": "2025-09-30"})
    job = Job.objects.get(kind="build")
    assert answer.headers["Location"] == f"/w/{workspace.slug}/data/jobs/{job.pk}/"
    assert job.state == State.DONE
    assert str(settings_of(workspace.place).as_of) == "2025-09-30"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "The snapshot is built" in page
    assert "What it changed for the strategy" in page or "No claim of the strategy changed" in page
    compared = client.get(f"/w/{workspace.slug}/data/builds/compare/").content.decode()
    assert "2025-09-30" in compared
    assert Entry.objects.filter(act="data.cut", thing="2025-09-30").exists()


def test_a_day_that_is_none_changes_nothing(come_in, workspace):
    answer = come_in("analyst").post(f"/w/{workspace.slug}/data/day/", {"as_of": "yesterday"})
    assert answer.status_code == 422
    assert settings_of(workspace.place).as_of is None
    assert not Entry.objects.filter(act="data.cut").exists()
    assert not Job.objects.exists()


def test_a_job_is_cancelled_and_its_neighbour_is_not(come_in, workspace):
    jobs = [Job.objects.create(workspace=workspace, kind="build") for _ in range(2)]
    come_in("analyst").post(f"/w/{workspace.slug}/data/jobs/{jobs[0].pk}/cancel/")
    for job in jobs:
        job.refresh_from_db()
    assert [job.state for job in jobs] == [State.CANCELLED, State.QUEUED]


def test_jobs_of_another_workspace_cannot_be_cancelled(come_in, workspace, other_workspace):
    job = Job.objects.create(workspace=other_workspace, kind="build")
    assert come_in("admin").post(f"/w/{workspace.slug}/data/jobs/{job.pk}/cancel/").status_code == 404
    job.refresh_from_db()
    assert job.state == State.QUEUED


@pytest.mark.parametrize("address", ["build/", "day/", "jobs/1/cancel/"])
def test_who_may_not_work_on_data_starts_and_stops_nothing(come_in, workspace, address):
    Job.objects.create(pk=1, workspace=workspace, kind="build")
    for role in ("viewer", "commenter", "editor"):
        assert come_in(role).post(f"/w/{workspace.slug}/data/{address}").status_code == 403
    assert list(Job.objects.values_list("state", flat=True)) == ["queued"]


def test_a_build_is_no_matter_of_a_link(come_in, workspace):
    assert come_in("analyst").get(f"/w/{workspace.slug}/data/build/").status_code == 405
    assert not Job.objects.exists()


def test_one_build_has_nothing_to_be_compared_with(come_in, workspace):
    assert come_in("viewer").get(f"/w/{workspace.slug}/data/builds/compare/").status_code == 404


def test_the_page_of_a_build_asks_few_questions(come_in, workspace, django_assert_max_num_queries):
    job, client = start(workspace, "build", None), come_in("viewer")
    client.get(f"/w/{workspace.slug}/data/jobs/{job.pk}/")
    with django_assert_max_num_queries(15):
        client.get(f"/w/{workspace.slug}/data/jobs/{job.pk}/")


def test_whoever_is_told_that_a_build_has_ended_sees_its_snapshot_on_every_page(come_in, workspace, rebuilt):
    client, state = come_in("analyst"), workspace.place.state
    older = SnapshotStore(state).current()
    handover.begin()
    handover.ready(state, older)
    newer = rebuilt(workspace)
    job = Job.objects.create(
        workspace=workspace,
        kind="build",
        state=State.DONE,
        finished_at=timezone.now(),
        result={"fingerprint": newer},
    )
    home, told = f"/w/{workspace.slug}/data/", f"/w/{workspace.slug}/data/jobs/{job.pk}/"
    assert f"Snapshot {older.name[:8]}" in client.get(home).content.decode()
    answer = client.get(told)
    assert answer.cookies["built"].value == f"{workspace.slug}.{newer}"
    assert handover.shown(state).name == newer
    # Another process is not as far.
    handover.ready(state, older)
    assert f"Snapshot {older.name[:8]}" in come_in("viewer").get(home).content.decode()
    assert f"Snapshot {newer[:8]}" in client.get(home).content.decode()


def test_a_build_that_ended_long_ago_promises_nothing(come_in, workspace):
    result = {"fingerprint": SnapshotStore(workspace.place.state).current().name}
    job = Job.objects.create(
        workspace=workspace, kind="build", state=State.DONE, finished_at=timezone.now(), result=result
    )
    address = f"/w/{workspace.slug}/data/jobs/{job.pk}/"
    assert "built" in come_in("viewer").get(address).cookies
    Job.objects.update(finished_at=timezone.now() - dt.timedelta(minutes=2))
    assert "built" not in come_in("viewer").get(address).cookies
