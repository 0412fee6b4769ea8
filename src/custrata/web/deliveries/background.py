"""The work of this app in the background: make what was asked for."""

from __future__ import annotations

from typing import Any

from custrata.web.data.jobs.kinds import kind
from custrata.web.data.jobs.progress import Run
from custrata.web.deliveries.making.making import make
from custrata.web.deliveries.models import Delivered


@kind("deliver", title="Make a file", stages=("write",))
def deliver(run: Run, *, delivered: int) -> dict[str, Any]:
    """Make one file; nothing is done where it was deleted in the meantime."""
    run.report("write", 0.1)
    asked = Delivered.objects.select_related("workspace", "made_by").filter(pk=delivered).first()
    if asked is None:
        return {"file": ""}
    return {"file": make(asked).file}
