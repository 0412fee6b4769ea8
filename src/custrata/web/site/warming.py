"""What a first visitor would wait for, done before: sheets, charts and checks, in the background."""

from __future__ import annotations

import gc
import logging
import time
from threading import Event, Thread

from django.db import connection
from django.urls import get_resolver

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import CustrataError
from custrata.project.live.desk import asked
from custrata.project.live.readings import count_rules
from custrata.web.frame.exhibits import Drawing
from custrata.web.frame.numbers import Numbers
from custrata.web.strategies.staging import MOST_KEPT, scene_of
from custrata.web.workspaces.models import Workspace

PAUSE = 3.0
"""Seconds between two looks for a new snapshot; the worker builds it in another process."""

FIRST = 8.0
"""Seconds for which a process warms before it answers: who comes first shall not wait beside the warming."""

SELDOM = (20_000, 20, 50)
"""How much is made before Python looks for circles: scenes are large and hold none, and a look takes long."""

log = logging.getLogger(__name__)
_warmed: dict[int, str] = {}


def warm(workspace: Workspace) -> None:
    """Compute what the pages of a workspace share, and draw its charts.

    Args:
        workspace: Which; it needs a snapshot and a strategy.

    Raises:
        CustrataError: There is nothing to show yet.
    """
    scene = scene_of(workspace)
    drawing = Drawing(Numbers(scene.snapshot, f"/w/{workspace.slug}/"))
    for slide in scene.composition.slides:
        drawing.sheet(slide)
    for kept in ("checked", "assessment", "priorities", "delta"):
        getattr(scene, kept)


def warm_all(seconds: float = float("inf")) -> int:
    """Warm each workspace whose latest snapshot this process has not shown yet.

    Args:
        seconds: After how long no further workspace is begun.

    Returns:
        How many were warmed.
    """
    count, until = 0, time.monotonic() + seconds
    for workspace in Workspace.objects.order_by("-pk")[:MOST_KEPT]:
        if time.monotonic() >= until:
            break
        try:
            folder = SnapshotStore(workspace.place.state).current()
            name = folder.name if folder else ""
            if name and _warmed.get(workspace.pk) != name:
                warm(workspace)
                _open(workspace)
                _warmed[workspace.pk] = name
                count += 1
        except (CustrataError, OSError) as error:
            # Who asks for the page is told what is wrong; here nobody asks.
            log.info("workspace %s was not warmed: %s", workspace.pk, error)
    if count:
        # What was loaded stays as long as the process: later looks for circles leave it out.
        gc.collect()
        gc.freeze()
    return count


def _open(workspace: Workspace) -> None:
    """Have the customers of a workspace ready to be asked, as its tables of customers ask them."""
    scene = scene_of(workspace)
    try:
        with asked(workspace.place.state, scene.snapshot.manifest, scene.document) as desk:
            count_rules(desk, ())
    except Exception as error:  # all else is warm; the table itself says what is wrong with it
        log.info("customers of workspace %s were not opened: %s", workspace.pk, error)


def warm_quietly(workspace: Workspace) -> None:
    """Warm a workspace at the end of a job, which does not fail where this does.

    Args:
        workspace: Which.
    """
    try:
        warm(workspace)
    except Exception:  # pages compute by themselves what was not warmed
        log.exception("warming failed")


def keep_warm(stop: Event | None = None) -> Thread:
    """Warm what this process shows, a few seconds long; what is left and each later build in the background.

    Args:
        stop: Set when it is enough; a process that ends needs none.
    """
    gc.set_threshold(*SELDOM)
    # The first address that is looked up reads in the modules of all pages.
    get_resolver().resolve("/")
    _look(FIRST)
    thread = Thread(target=_looking, args=(stop or Event(),), name="warming", daemon=True)
    thread.start()
    return thread


def _looking(stop: Event) -> None:
    while not stop.is_set():
        _look(float("inf"))
        stop.wait(PAUSE)


def _look(seconds: float) -> None:
    try:
        warm_all(seconds)
    except Exception:  # as above; the next look may find what this one did not
        log.exception("warming failed")
    finally:
        connection.close()
