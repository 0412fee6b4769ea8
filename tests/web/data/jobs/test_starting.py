import pytest

from custrata.web.audit.models import Entry
from custrata.web.data.jobs import cancel, latest, start
from custrata.web.data.models import Job, State


def test_work_is_done_and_what_came_of_it_is_kept(workspace, member, work):
    work(lambda run, *, of: {"half": of / 2})
    person = member("analyst")
    job = start(workspace, "sample", person, of=10)
    assert (job.state, job.result, job.user, job.tries) == (State.DONE, {"half": 5}, person, 1)
    assert Entry.objects.filter(act="job.started", workspace=workspace, actor=person).count() == 1


def test_a_workspace_has_one_of_some_kinds_and_the_neighbour_its_own(
    workspace, other_workspace, work, settings
):
    work(lambda run: {}, alone=True)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    first = start(workspace, "sample", None)
    assert first.state == State.QUEUED
    assert start(workspace, "sample", None) == first
    assert start(other_workspace, "sample", None) != first
    assert latest(workspace, "sample") == first
    assert latest(workspace, "build") is None


def test_what_waits_is_cancelled_at_once_and_what_runs_at_its_next_stage(workspace, other_workspace):
    waits = Job.objects.create(workspace=workspace, kind="build")
    runs = Job.objects.create(workspace=workspace, kind="build", state=State.RUNNING)
    beside = Job.objects.create(workspace=other_workspace, kind="build")
    assert cancel(waits, None).state == State.CANCELLED
    assert (cancel(runs, None).state, runs.cancel_requested) == (State.RUNNING, True)
    beside.refresh_from_db()
    assert beside.state == State.QUEUED


def test_what_has_ended_is_not_put_on_record_as_cancelled(workspace):
    for state in (State.DONE, State.FAILED, State.CANCELLED):
        ended = Job.objects.create(workspace=workspace, kind="build", state=state)
        assert cancel(ended, None).state == state
    runs = Job.objects.create(workspace=workspace, kind="build", state=State.RUNNING)
    cancel(cancel(runs, None), None)
    assert [entry.thing for entry in Entry.objects.filter(act="job.cancelled")] == [f"build {runs.pk}"]


def test_unknown_work_is_not_started(workspace):
    with pytest.raises(KeyError):
        start(workspace, "no such work", None)
    assert not Job.objects.exists()
