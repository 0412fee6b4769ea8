"""What has had its time is taken out of the database, so that nothing grows by itself for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from importlib import import_module

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from custrata.web.customers.budget import forget_old as forget_questions
from custrata.web.data.jobs.kinds import let_apps_bring_theirs

EVERY = 3600.0
"""Seconds between two clearings."""
QUEUE = dt.timedelta(days=14)
"""What a worker has done is looked at in the job, which stays; its place in the queue goes."""
TRIES = dt.timedelta(days=1)
"""Wrong passwords count for a quarter of an hour."""

Clearing = Callable[[], int]
"""Takes out what has had its time; returns how many rows went."""

_clearings: dict[str, Clearing] = {"questions": forget_questions}


def clears(name: str) -> Callable[[Clearing], Clearing]:
    """Make a function one of those that clear; it stands in the module ``background`` of an app.

    Args:
        name: What it takes out.
    """

    def decorate(clearing: Clearing) -> Clearing:
        _clearings[name] = clearing
        return clearing

    return decorate


def clear() -> dict[str, int]:
    """Take out what has had its time.

    Returns:
        How many rows went, by what they were.
    """
    let_apps_bring_theirs()
    return {name: clearing() for name, clearing in _clearings.items()}


@clears("sessions")
def _sessions() -> int:
    """Sessions that have ended, and what *Your account* knows of them."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    oldest = timezone.now() - dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return sum(one.purge() for one in UserSession.objects.filter(created_at__lt=oldest).iterator())


@clears("tries")
def _tries() -> int:
    gone: int = AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - TRIES).delete()[0]
    return gone


@clears("queue")
def _queue() -> int:
    over = [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    old = timezone.now() - QUEUE
    return DBTaskResult.objects.filter(status__in=over, finished_at__lt=old).delete()[0]
