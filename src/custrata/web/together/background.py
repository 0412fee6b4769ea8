"""The work of this app in the background: notices that were read long ago go."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from custrata.web.data.jobs.clearing import clears
from custrata.web.together.models import Notice

NOTICES = dt.timedelta(days=400)
"""Days that a notice stays which was read."""


@clears("notices")
def forget_read() -> int:
    """Take out notices that were read long ago; returns how many."""
    return Notice.objects.filter(read_at__lt=timezone.now() - NOTICES).delete()[0]
