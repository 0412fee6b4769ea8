"""The data room at a glance: sources and their rows, files, quality, caveats, builds."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from custrata.delivery.figures import Prose, count, say
from custrata.engine.snapshots import SnapshotStore
from custrata.measures.catalogue import CATALOGUE
from custrata.project.place import settings_of
from custrata.project.showing.scene import Scene
from custrata.project.supplying.builds import builds_of
from custrata.project.supplying.receiving import files_of, replaced
from custrata.snapshot import Manifest
from custrata.web.data.jobs.starting import latest
from custrata.web.data.models import Job
from custrata.web.data.room.progress import progress_of
from custrata.web.frame.page import Page, show
from custrata.web.frame.templatetags.frame import plainly
from custrata.web.strategies.saving import strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right

ROWS = "account of rows: counted while the files were read"
SHOWN_BUILDS = 8
_LONG_AGO = 730
"""Days from which on years are said."""


@dataclass(frozen=True)
class Lack:
    """What the data do not say yet: what is needed, and what could be read with it."""

    needs: str
    measures: tuple[str, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The measures by the names that people know them by."""
        return tuple(CATALOGUE[m].title if m in CATALOGUE else m.replace("_", " ") for m in self.measures)


@needs(Right.SEE)
def data(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Where the data stand."""
    place = asking.workspace.place
    manifest = SnapshotStore(place.state).manifest()
    scene = scene_or_none(asking.workspace) if manifest else None
    if scene is not None:
        manifest = scene.snapshot.manifest  # as on all pages; the list of builds shows the newest at once
    job = latest(asking.workspace, "build", "map")
    builds = builds_of(place, SHOWN_BUILDS)
    page = Page("data", "Data", finding_of(manifest), kicker_of(manifest), lede_of(manifest))
    return show(
        request,
        asking,
        "data/data.html",
        page,
        scene=scene,
        manifest=manifest,
        account=manifest.account if manifest else None,
        files=files_of(place),
        replaced=replaced(place),
        lacks=lacks_of(manifest) if manifest else (),
        builds=builds,
        as_of=settings_of(place).as_of,
        job=progress_of(job) if job else None,
        jobs=list(
            Job.objects.filter(workspace=asking.workspace, kind="build").select_related("user")[:SHOWN_BUILDS]
        ),
    )


def scene_or_none(workspace: Workspace) -> Scene | None:
    """The scene of a workspace, where there is a strategy to show."""
    return scene_of(workspace) if strategy_of(workspace).number else None


def finding_of(manifest: Manifest | None) -> Prose | str:
    """The sentence at the top of the room.

    Args:
        manifest: Of the latest snapshot; None where there is none.
    """
    if manifest is None:
        return "Nothing is built yet"
    account = manifest.account
    rows, aside = count(account.rows_in, ROWS), count(account.set_aside, ROWS)
    if not account.set_aside:
        return say("All ", rows, " rows that came in are accounted for; none had to be set aside")
    return say(aside, " of ", rows, " rows are set aside; each can be looked at")


def kicker_of(manifest: Manifest | None) -> tuple[str, ...]:
    """Day of the data, and how old it is."""
    if manifest is None:
        return ()
    if manifest.notional:
        return ("Data without dates", f"Snapshot {manifest.fingerprint[:8]}")
    days = (timezone.localdate() - manifest.as_of).days
    return (f"Data to {_day(manifest.as_of)}", _age(days), f"Snapshot {manifest.fingerprint[:8]}")


def lede_of(manifest: Manifest | None) -> Prose | str:
    """What was read, in a line."""
    if manifest is None:
        return "Upload the files that your systems export; what they mean is guessed, and you correct it."
    used = len(manifest.account.used)
    tables = sum(1 for rows in manifest.tables.values() if rows)
    words = say(count(used, ROWS), " sources give ", count(tables, ROWS), " tables")
    unused = len(manifest.account.unused)
    idle = " is not used." if unused == 1 else " are not used."
    return say(words, "; ", count(unused, ROWS), idle) if unused else say(words, ".")


def lacks_of(manifest: Manifest) -> tuple[Lack, ...]:
    """What is missing, by what is needed, the most measures first.

    Args:
        manifest: Of the latest snapshot.
    """
    by_need: dict[str, list[str]] = defaultdict(list)
    for measure, need in manifest.missing.items():
        by_need[plainly(need)].append(measure)
    ordered = sorted(by_need.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Lack(need, tuple(sorted(measures))) for need, measures in ordered)


def _day(day: dt.date) -> str:
    return f"{day:%-d %b %Y}"


def _age(days: int) -> str:
    if days < 0:
        return "Ends in the future"
    if days >= _LONG_AGO:
        return f"{int(days / 365.25)} years old"
    return "Ends today" if days == 0 else f"{days:,} day{'s' if days > 1 else ''} old"
