"""The work of this app in the background: kept answers and counts that have had their time go."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from custrata.web.api.models import Pace
from custrata.web.api.repeating import forget_old
from custrata.web.data.jobs.clearing import clears

SPANS = (1, 60, 3600, 86_400)
"""Seconds of the stretches in which it is counted how often somebody asks."""

clears("answers")(forget_old)


@clears("paces")
def forget_paces() -> int:
    """Take out counts of stretches that are over; each address that ever knocked would leave one.

    A count says the number of its stretch, not how long it is; but the numbers of today's stretches lie so
    far apart that none is taken for another.
    """
    seconds, gone = int(timezone.now().timestamp()), 0
    for span in SPANS:
        current = seconds // span
        past = Q(stretch__gt=current * 9 // 10, stretch__lt=current - 2 * max(1, 86_400 // span))
        gone += Pace.objects.filter(past).delete()[0]
    return gone
