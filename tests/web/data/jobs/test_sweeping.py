import datetime as dt
import threading

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from custrata.web.data.jobs import start, sweeping
from custrata.web.data.jobs.running import MOST_TRIES
from custrata.web.data.jobs.sweeping import keep_sweeping, sweep
from custrata.web.data.models import Job, State


@pytest.fixture
def stranded(workspace):
    past = timezone.now() - dt.timedelta(seconds=1)
    return Job.objects.create(
        workspace=workspace, kind="sample", state=State.RUNNING, worker="dead", tries=1, lease_until=past
    )


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_a_job_without_a_worker_is_put_before_the_workers_once(stranded, queue):
    assert sweep() == 1
    assert sweep() == 0
    stranded.refresh_from_db()
    assert (stranded.state, stranded.worker) == (State.QUEUED, "")
    assert DBTaskResult.objects.count() == 1


def test_a_job_whose_worker_lives_is_left_alone(stranded, queue):
    Job.objects.update(lease_until=timezone.now() + dt.timedelta(seconds=9))
    assert sweep() == 0
    stranded.refresh_from_db()
    assert (stranded.state, stranded.worker) == (State.RUNNING, "dead")


def test_a_job_whose_worker_died_between_the_queue_and_the_job_is_put_before_the_workers(
    workspace, work, queue
):
    work(lambda run: {})
    job, other = start(workspace, "sample", None), start(workspace, "sample", None)
    DBTaskResult.objects.filter(args_kwargs__args=[job.pk]).update(status=TaskResultStatus.RUNNING)
    assert sweep() == 0, "it has only just been asked for"
    Job.objects.update(created_at=timezone.now() - dt.timedelta(minutes=1))
    assert (sweep(), sweep()) == (1, 0)
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    assert sorted(task.args_kwargs["args"] for task in ready) == [[job.pk], [other.pk]]


def test_after_five_tries_it_has_failed(stranded, queue):
    Job.objects.update(tries=MOST_TRIES)
    sweep()
    stranded.refresh_from_db()
    assert stranded.state == State.FAILED
    assert "stopped 5 times" in stranded.message
    assert not DBTaskResult.objects.exists()


def test_what_was_to_be_cancelled_is_cancelled_and_not_begun_again(stranded, queue):
    Job.objects.update(cancel_requested=True)
    sweep()
    stranded.refresh_from_db()
    assert stranded.state == State.CANCELLED
    assert not DBTaskResult.objects.exists()


def test_a_database_that_is_away_for_a_moment_is_waited_for(db, monkeypatch):
    stop, looks = threading.Event(), []

    def look():
        looks.append(1)
        if len(looks) == 1:
            raise OperationalError("away")
        stop.set()

    monkeypatch.setattr(sweeping, "EVERY", 0.01)
    monkeypatch.setattr(sweeping, "sweep", look)
    monkeypatch.setattr(sweeping.connection, "close", lambda: None)
    monkeypatch.setattr(sweeping, "close_old_connections", lambda: None)
    keep_sweeping(stop)
    assert len(looks) == 2
