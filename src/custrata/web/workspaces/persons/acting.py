"""Give a person what is known of them, and erase them: in files, in the database, on record."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.project.erasing.erasing import Report, erase, mark_of
from custrata.project.erasing.giving import give
from custrata.project.erasing.traces import Traces
from custrata.project.live.desk import asked, forget
from custrata.project.live.leaving import forget_gone
from custrata.project.supplying.looking import forget_look
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.persons import elsewhere
from custrata.web.workspaces.persons.cleaning import clean_texts, mark_gone, squeeze

BACKUPS = "backups made before keep the person; the list of who was erased is applied when one is restored"


@dataclass(frozen=True)
class Erased:
    """What an erasure did.

    Attributes:
        report: In the files of the project.
        places: Texts of the database that name the person; somebody decides about each.
        said: What was done in the database, in words.
    """

    report: Report
    places: list[elsewhere.Place]
    said: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """All that was done and is left to do, in words that name nobody."""
        left = [
            f"{place.kind} {place.number}, {place.field}: names the person; decide about it"
            for place in self.places
        ]
        return [*self.report.lines(), *self.said, BACKUPS, *left]


def given(workspace: Workspace, traces: Traces, actor: User | None) -> bytes:
    """A zip with everything that a workspace knows of a person.

    Args:
        workspace: Where.
        traces: Who.
        actor: The admin who gives it; None for the command line.
    """
    found = [asdict(place) for place in elsewhere.elsewhere(workspace, traces)]
    packed = give(workspace.place, traces, {"texts": found} if found else None)
    with transaction.atomic():
        record("person_data.given", workspace=workspace, actor=actor, thing=_mark(traces))
    return packed


def erased(workspace: Workspace, traces: Traces, actor: User | None) -> Erased:
    """Erase a person from a workspace.

    Args:
        workspace: Where.
        traces: Who.
        actor: The admin who does it; None for the command line.
    """
    with transaction.atomic():
        # Before the files: an erasure that a crash cuts short stands in the log, and can be done again.
        record("person_data.erasing", workspace=workspace, actor=actor, thing=_mark(traces))
    # Texts before files, so that the strategy's file is written without the person and then looked through.
    said = clean_texts(workspace, traces, actor)
    forget_look(workspace.place)
    report = erase(workspace.place, traces, on=timezone.localdate(), made=_made(workspace))
    said += mark_gone(workspace)
    forget(workspace.place.state)
    _forget_marks(workspace.place.state)
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
    squeeze()
    return Erased(report, elsewhere.elsewhere(workspace, traces), tuple(said))


def _forget_marks(state: Path) -> None:
    """What was kept so that counts that leave stay the same holds a hash of each customer."""
    manifest = SnapshotStore(state).manifest()
    if manifest is not None:
        # Without a table of customers nothing was counted.
        with suppress(SnapshotError), asked(state, manifest) as desk:
            forget_gone(desk, state)


def _made(workspace: Workspace) -> tuple[Path, ...]:
    """Folders of the site with things made from the data of this workspace."""
    site = Path(settings.SITE_FOLDER)
    return (
        site / "charts",
        *(site / name / str(workspace.pk) for name in ("deliveries", "shared", "uploads")),
    )


def _mark(traces: Traces) -> str:
    return mark_of(traces, settings.SECRET_KEY)
