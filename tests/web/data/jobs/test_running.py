import datetime as dt

import pytest
from django.utils import timezone

from custrata.errors import InputError, MappingQuestion
from custrata.web.data.jobs import Cancelled, GivenUp
from custrata.web.data.jobs.running import MOST_TRIES, finished, run, take_up
from custrata.web.data.models import Job, State


@pytest.fixture
def job(workspace):
    return Job.objects.create(workspace=workspace, kind="sample")


def raising(error):
    def act(run):
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "state", "message", "remedy"),
    [
        (InputError("no file", where="data", remedy="put one"), State.FAILED, "data: no file.", "put one"),
        (
            ZeroDivisionError("x"),
            State.FAILED,
            "A fault of the program itself (ZeroDivisionError)",
            "try again",
        ),
        (Cancelled(), State.CANCELLED, "", ""),
    ],
)
def test_what_goes_wrong_is_said_in_words(job, work, error, state, message, remedy, caplog):
    work(raising(error))
    assert run(job.pk) == state
    job.refresh_from_db()
    assert job.message.startswith(message)
    assert job.remedy.startswith(remedy)
    assert job.lease_until is None
    assert "Traceback" not in job.message


def test_questions_of_a_mapping_are_kept_for_the_page(job, work):
    work(raising(MappingQuestion("open", questions=("Day first?",))))
    run(job.pk)
    job.refresh_from_db()
    assert job.result == {"questions": ["Day first?"]}


def test_of_two_workers_one_gets_the_job(job):
    assert take_up(job.pk, "w1")
    assert not take_up(job.pk, "w2")
    Job.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    assert take_up(job.pk, "w3")
    job.refresh_from_db()
    assert (job.worker, job.tries) == ("w3", 2)


def test_nobody_takes_up_what_has_killed_five_workers(job):
    Job.objects.update(tries=MOST_TRIES)
    assert not take_up(job.pk, "w1")


def test_who_was_given_up_leaves_no_word(job, work):
    def act(run):
        Job.objects.update(worker="somebody else", stage="theirs")
        return {"mine": True}

    work(act)
    assert run(job.pk) == ""
    job.refresh_from_db()
    assert (job.state, job.stage, job.result) == (State.RUNNING, "theirs", {})
    Job.objects.update(state=State.QUEUED)
    work(raising(GivenUp("gone")))
    assert run(job.pk) == ""


def test_others_hear_of_the_end(job, work):
    heard = []
    receiver = lambda sender, job, **rest: heard.append((job.pk, job.state))  # noqa: E731  (kept alive by its name)
    finished.connect(receiver)
    work(lambda run: {})
    run(job.pk)
    finished.disconnect(receiver)
    assert heard == [(job.pk, State.DONE)]
