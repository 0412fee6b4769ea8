import datetime as dt

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from custrata.web.accounts.models import User
from custrata.web.data.jobs.clearing import QUEUE, TRIES, clear

pytestmark = pytest.mark.django_db


def aged(model, field, age, **where):
    model.objects.filter(**where).update(**{field: timezone.now() - age - dt.timedelta(hours=1)})


def test_sessions_that_have_ended_go_and_those_that_hold_stay(come_in, settings):
    clients = [come_in("viewer"), come_in("viewer")]
    ended, holds = Session.objects.order_by("expire_date")
    for row, client in zip((ended, holds), clients, strict=True):
        user = User.objects.get(pk=client.session["_auth_user_id"])
        UserSession.objects.create(user=user, ip="192.0.2.1", user_agent="", session_key=row.session_key)
    Session.objects.filter(pk=ended.pk).update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    aged(UserSession, "created_at", dt.timedelta(seconds=settings.SESSION_COOKIE_AGE))
    assert clear()["sessions"] == 1
    assert Session.objects.get() == holds
    assert UserSession.objects.get().session_key == holds.session_key


def test_the_queue_forgets_what_is_done_and_keeps_what_waits():
    def row(status, finished):
        return DBTaskResult.objects.create(
            status=status,
            finished_at=finished,
            task_path="x",
            args_kwargs={"args": [], "kwargs": {}},
            backend_name="default",
            exception_class_path="",
            traceback="",
        )

    long_ago = timezone.now() - QUEUE - dt.timedelta(hours=1)
    row(TaskResultStatus.SUCCESSFUL, long_ago)
    row(TaskResultStatus.FAILED, long_ago)
    kept = [row(TaskResultStatus.SUCCESSFUL, timezone.now()), row(TaskResultStatus.READY, None)]
    assert clear()["queue"] == 2
    assert set(DBTaskResult.objects.all()) == set(kept)


def test_wrong_passwords_of_yesterday_go_and_those_of_now_stay():
    for name in ("old", "new"):
        AccessAttempt.objects.create(username=name, ip_address="192.0.2.1", failures_since_start=1)
    aged(AccessAttempt, "attempt_time", TRIES, username="old")
    assert clear()["tries"] == 1
    assert AccessAttempt.objects.get().username == "new"


def test_every_app_brings_what_it_clears():
    assert set(clear()) == {"sessions", "tries", "queue", "questions", "notices", "answers", "paces"}
