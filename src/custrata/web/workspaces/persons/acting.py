"""Give a person what is known of them, and erase them: in files, in the database, on record."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from custrata.project.erasing.erasing import Report, erase, mark_of
from custrata.project.erasing.giving import give
from custrata.project.erasing.traces import Traces
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.persons import elsewhere


@dataclass(frozen=True)
class Erased:
    """What an erasure did.

    Attributes:
        report: In the files of the project.
        places: Texts of the database that name the person; somebody decides about each.
    """

    report: Report
    places: list[elsewhere.Place]


def given(workspace: Workspace, traces: Traces, actor: User) -> bytes:
    """A zip with everything that a workspace knows of a person.

    Args:
        workspace: Where.
        traces: Who.
        actor: The admin who gives it.
    """
    found = [asdict(place) for place in elsewhere.elsewhere(workspace, traces)]
    packed = give(workspace.place, traces, {"texts": found} if found else None)
    with transaction.atomic():
        record("person_data.given", workspace=workspace, actor=actor, thing=_mark(traces))
    return packed


def erased(workspace: Workspace, traces: Traces, actor: User) -> Erased:
    """Erase a person from a workspace.

    Args:
        workspace: Where.
        traces: Who.
        actor: The admin who does it.
    """
    with transaction.atomic():
        # Before the files: an erasure that a crash cuts short stands in the log, and can be done again.
        record("person_data.erasing", workspace=workspace, actor=actor, thing=_mark(traces))
    report = erase(workspace.place, traces, on=timezone.localdate(), made=_made(workspace))
    with transaction.atomic():
        record(
            "person_data.erased",
            workspace=workspace,
            actor=actor,
            thing=_mark(traces),
            rows=report.rows,
            snapshots=sum(report.snapshots.values()),
            removed=len(report.removed),
            left=len(report.left),
            to_decide=len(report.decide),
        )
    return Erased(report, elsewhere.elsewhere(workspace, traces))


def _made(workspace: Workspace) -> tuple[Path, ...]:
    """Folders of the site with things made from the data of this workspace."""
    site = Path(settings.SITE_FOLDER)
    return (
        site / "charts",
        *(site / name / str(workspace.pk) for name in ("deliveries", "shared", "uploads")),
    )


def _mark(traces: Traces) -> str:
    return mark_of(traces, settings.SECRET_KEY)
