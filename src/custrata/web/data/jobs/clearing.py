"""What has had its time is taken out of the database, so that nothing grows by itself for ever."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from custrata.web.together.models import Notice

EVERY = 3600.0
"""Seconds between two clearings."""
QUEUE = dt.timedelta(days=14)
"""What a worker has done is looked at in the job, which stays; its place in the queue goes."""
TRIES = dt.timedelta(days=1)
"""Wrong passwords count for a quarter of an hour."""
NOTICES = dt.timedelta(days=400)
"""Days that a notice stays which was read."""
SPANS = (1, 60, 3600, 86_400)
"""Seconds of the stretches in which it is counted how often somebody asks."""


def clear() -> dict[str, int]:
    """Take out what has had its time.

    Returns:
        How many rows went, by what they were.
    """
    from custrata.web.api.repeating import forget_old as forget_answers  # the API imports jobs
    from custrata.web.customers.budget import forget_old as forget_questions

    now = timezone.now()
    over = [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    forget_answers()
    return {
        "sessions": _sessions(now),
        "tries": AccessAttempt.objects.filter(attempt_time__lt=now - TRIES).delete()[0],
        "queue": DBTaskResult.objects.filter(status__in=over, finished_at__lt=now - QUEUE).delete()[0],
        "paces": _paces(now),
        "notices": Notice.objects.filter(read_at__lt=now - NOTICES).delete()[0],
        "questions": forget_questions(),
    }


def _sessions(now: dt.datetime) -> int:
    """Sessions that have ended, and what *Your account* knows of them."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    old = UserSession.objects.filter(created_at__lt=now - dt.timedelta(seconds=settings.SESSION_COOKIE_AGE))
    return sum(one.purge() for one in old.iterator())


def _paces(now: dt.datetime) -> int:
    """Counts of stretches that are over; each address that ever knocked would leave one.

    A count says the number of its stretch, not how long it is; but the numbers of today's stretches lie so
    far apart that none is taken for another.
    """
    from custrata.web.api.models import Pace

    seconds, gone = int(now.timestamp()), 0
    for span in SPANS:
        current = seconds // span
        past = Q(stretch__gt=current * 9 // 10, stretch__lt=current - 2 * max(1, 86_400 // span))
        gone += Pace.objects.filter(past).delete()[0]
    return gone
