"""A file is asked for, made and kept; whatever goes wrong stands beside it in words."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from custrata.delivery.deliverable import Deliverable
from custrata.delivery.faults import faults, warning
from custrata.errors import CustrataError, InputError
from custrata.project.delivering import deliver_scene, deliverable
from custrata.project.live.small import scene_to_leave
from custrata.project.showing.scene import Scene
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.data import jobs
from custrata.web.deliveries.making.files import forget, free_place, on_disk
from custrata.web.deliveries.models import Delivered, Progress
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.models import Workspace

OPTIONS = ("group", "team", "against", "paper")
LEAVING = "leaving"
"""Option of a file that is made without what rests on few: whoever asked may not see persons."""


def ask(workspace: Workspace, kind: str, options: dict[str, str], user: User) -> Delivered:
    """Ask for a file; it is made in the background.

    Args:
        workspace: Of which strategy.
        kind: Which deliverable.
        options: ``group``, ``team``, ``against``, ``paper``, ``template`` and ``leaving`` as far as given.
        user: Who asks.

    Raises:
        DeliveryError: There is no such kind.
        InputError: The kind needs an option that is not given.
    """
    chosen = deliverable(kind)
    _check(chosen, options)
    with transaction.atomic():
        made = Delivered.objects.create(
            workspace=workspace, kind=kind, title=chosen.title, options=options, made_by=user
        )
        record("delivery.asked", workspace=workspace, actor=user, thing=kind, **_plain(options))
        jobs.start(workspace, "deliver", user, delivered=made.pk)
    made.refresh_from_db()
    return made


def make(made: Delivered) -> Delivered:
    """Make a file that was asked for.

    Args:
        made: What was asked for; a file that is there already is left alone.
    """
    if made.progress == Progress.DONE:
        return made
    scene = scene_of(made.workspace)
    if made.options.get(LEAVING):
        scene = scene_to_leave(scene)
    place = ""
    try:
        place = write(scene, made.workspace, made.kind, made.options)
        made.said = warning(faults(scene.given)) or f"{made.title}: made"
        made.progress = Progress.DONE
        made.file, made.size = place, on_disk(place).stat().st_size
        made.snapshot, made.revision = scene.snapshot.manifest.fingerprint, scene.document.revision
    except CustrataError as error:
        made.said, made.progress = f"{error.what}. To do: {error.remedy}"[:500], Progress.FAILED
    with transaction.atomic():
        # Deleted while it was being made: the file goes with it.
        if not Delivered.objects.select_for_update().filter(pk=made.pk).exists():
            forget(place)
            return made
        made.save()
        record(
            "delivery.made" if made.progress == Progress.DONE else "delivery.failed",
            workspace=made.workspace,
            actor=made.made_by,
            thing=made.kind,
            revision=made.revision,
        )
    return made


def write(scene: Scene, workspace: Workspace, kind: str, options: dict[str, Any]) -> str:
    """Write a file; returns its place beneath the site's folder.

    Args:
        scene: Snapshot beside strategy.
        workspace: Whose file.
        kind: Which deliverable.
        options: What it is made with.

    Raises:
        DeliveryError: It cannot be made.
    """
    place = free_place(workspace, deliverable(kind).endings[0])
    given = {name: options[name] for name in OPTIONS if options.get(name)}
    template = on_disk(options["template"]) if options.get("template") else None
    try:
        deliver_scene(scene, kind, on_disk(place), template=template, **given)
    except BaseException:  # whatever happened, no file is left behind; it goes on to whoever asked
        forget(place)
        raise
    return place


def _check(chosen: Deliverable, options: dict[str, str]) -> None:
    if chosen.narrowed == "team" and not options.get("team"):
        raise InputError("nobody said for which function", where=chosen.title, remedy="choose a function")


def _plain(options: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in options.items() if name in OPTIONS}
