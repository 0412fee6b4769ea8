"""What a first visitor would wait for, done before: sheets, charts and checks, in the background."""

from __future__ import annotations

import gc
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connection
from django.urls import get_resolver

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import CustrataError
from custrata.project.live.desk import asked
from custrata.project.live.readings import count_rules
from custrata.project.showing.scene import Scene
from custrata.web.data.jobs.starting import latest
from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.frame.numbers import Numbers
from custrata.web.strategies.staging import MOST_KEPT, scene_at
from custrata.web.workspaces.handover import handover
from custrata.web.workspaces.models import Workspace

PAUSE = 3.0
"""Seconds between two looks for a new snapshot; the worker builds it in another process."""

FIRST = 8.0
"""Seconds for which a process warms before it answers: who comes first shall not wait beside the warming."""

DRAWN = 8.0
"""Seconds for which the worker is left to draw the charts of what it built."""

GLANCE = 0.25
"""Seconds between two looks whether it has."""

TURN = 0.0005
"""Seconds for which warming keeps others from Python at a time; Python lets it be ten times as long."""

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
    place = workspace.place
    _reckon(scene := scene_at(workspace, place, SnapshotStore(place.state).current()))
    _draw(workspace, scene)


def _reckon(scene: Scene) -> None:
    for kept in ("composition", "checked", "assessment", "priorities", "delta"):
        getattr(scene, kept)


def _draw(workspace: Workspace, scene: Scene) -> None:
    drawing = Drawing(Numbers(scene.snapshot, f"/w/{workspace.slug}/"))
    for slide in scene.composition.slides:
        drawing.sheet(slide)


def warm_all(seconds: float = float("inf")) -> int:
    """Warm each workspace whose latest snapshot this process has not shown yet, and show it from then on.

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
            count += _warmed_now(workspace)
        except (CustrataError, OSError) as error:
            # Who asks for the page is told what is wrong; here nobody asks.
            log.info("workspace %s was not warmed: %s", workspace.pk, error)
    if count:
        # What was loaded stays as long as the process: later looks for circles leave it out.
        gc.collect()
        gc.freeze()
    return count


def _warmed_now(workspace: Workspace) -> bool:
    """Make the latest snapshot ready, where it is not, and hand over to it, be it as it may."""
    place = workspace.place
    folder = SnapshotStore(place.state).current()
    if folder is None or _warmed.get(workspace.pk) == folder.name:
        return False
    try:
        if handover.holds(place.state):
            _wait_for_worker(workspace)
        with _giving_way():
            scene = scene_at(workspace, place, folder)
            _reckon(scene)
            _open(workspace, scene, beside=True)
            _draw(workspace, scene)
    finally:
        handover.ready(place.state, folder)
    # What is held open of the snapshot before is let go of.
    _open(workspace, scene, beside=False)
    _warmed[workspace.pk] = folder.name
    return True


@contextmanager
def _giving_way() -> Iterator[None]:
    """Let who waits for Python have it sooner than usual: a page asks for it anew after each question."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def _wait_for_worker(workspace: Workspace) -> None:
    """Who has just built draws the charts as well; drawing them twice would take both from who reads."""
    until = time.monotonic() + DRAWN
    while time.monotonic() < until and latest(workspace, "build", only_open=True):
        time.sleep(GLANCE)


def _open(workspace: Workspace, scene: Scene, *, beside: bool) -> None:
    """Have the customers of a workspace ready to be asked, as its tables of customers ask them."""
    try:
        manifest = scene.snapshot.manifest
        with asked(workspace.place.state, manifest, scene.document, beside=beside) as desk:
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

    From then on pages show a later build once it is warm.

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
    handover.begin()
    try:
        while not stop.is_set():
            handover.wanted.clear()
            _look(float("inf"))
            # A request that sees a newer snapshot ends the pause.
            handover.wanted.wait(PAUSE)
    finally:
        handover.end()


def _look(seconds: float) -> None:
    try:
        warm_all(seconds)
    except Exception:  # as above; the next look may find what this one did not
        log.exception("warming failed")
    finally:
        connection.close()
