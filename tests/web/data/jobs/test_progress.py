import datetime as dt

import pytest
from django.utils import timezone

from custrata.web.data.jobs import progress
from custrata.web.data.jobs.progress import Cancelled, GivenUp, Run, alive
from custrata.web.data.models import Job, State


@pytest.fixture
def run(workspace):
    job = Job.objects.create(workspace=workspace, kind="build", state=State.RUNNING, worker="w1")
    return Run(job, "w1")


def test_a_report_is_seen_and_renews_the_lease(run, workspace):
    run.report("load", 0.25)
    run.job.refresh_from_db()
    assert (run.job.stage, run.job.share) == ("load", 0.25)
    assert run.job.lease_until > timezone.now() + dt.timedelta(seconds=15)
    assert (run.workspace, run.user) == (workspace, None)


def test_a_report_stops_the_work_that_somebody_wants_stopped(run):
    Job.objects.update(cancel_requested=True)
    with pytest.raises(Cancelled):
        run.report("load", 0.25)


def test_what_stands_already_is_not_stopped(run):
    Job.objects.update(cancel_requested=True)
    run.report("draft", 0.9)
    run.job.refresh_from_db()
    assert run.job.stage == "draft"


def test_who_was_given_up_cannot_go_on(run):
    Job.objects.update(worker="w2")
    assert not run.beat()
    with pytest.raises(GivenUp):
        run.report("load", 0.25)


@pytest.mark.django_db(transaction=True)
def test_signs_of_life_renew_the_lease_beside_the_work(transactional_db, run, monkeypatch):
    monkeypatch.setattr(progress, "BEAT", 0.05)
    Job.objects.update(lease_until=timezone.now())
    before = Job.objects.get().lease_until
    with alive(run):
        until = timezone.now() + dt.timedelta(seconds=10)
        while Job.objects.get().lease_until == before and timezone.now() < until:
            pass
    assert Job.objects.get().lease_until > before
