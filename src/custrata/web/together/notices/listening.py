"""Notices that follow from the log: signatures asked, conflicts, builds that ended, claims that broke."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from custrata.errors import CustrataError
from custrata.project.showing.scene import Scene
from custrata.vocabulary import EvidenceState
from custrata.web.audit.models import Entry
from custrata.web.data.jobs.running import finished
from custrata.web.data.models import Job, State
from custrata.web.strategies.staging import scene_of
from custrata.web.together.models import NoticeKind
from custrata.web.together.notices import signatures
from custrata.web.together.notices.telling import holders, tell
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right

MOST_NAMED = 5
"""Claims that are told one by one; more are told as a number."""

BUILD = "build"
"""The kind of job that builds a snapshot."""

SAID: dict[str, str] = {
    State.DONE.value: "A build has ended; pages show its snapshot",
    State.FAILED.value: "A build did not work; the last good snapshot stays in use",
}
"""What is told of a build, by how it ended."""

Hear = Callable[[Workspace, Entry], None]


def listen() -> None:
    """Begin to listen: a notice is made in the transaction of the act that it tells of."""
    post_save.connect(_heard, sender=Entry, dispatch_uid="together.notices")
    finished.connect(_ended, sender=Job, dispatch_uid="together.builds")


def _heard(sender: Any, instance: Entry, created: bool, **kwargs: Any) -> None:
    if not created or instance.workspace is None:
        return
    hear = ACTS.get(instance.act)
    if hear is not None:
        hear(instance.workspace, instance)
    if "revision" in instance.detail:  # whatever saves a strategy says which revision it made
        signatures.edited(instance.workspace, instance)


def _disputed(workspace: Workspace, entry: Entry) -> None:
    """Whoever was overtaken is told; the one who saved first knows nothing of it and need not."""
    if entry.actor is not None:
        text = f"Somebody else saved {entry.thing or 'a block'} while you edited it; your text is kept"
        tell(workspace, NoticeKind.CONFLICT, [entry.actor_id or 0], text, entry.thing)


def _ended(sender: Any, job: Job, **kwargs: Any) -> None:
    """Who works with data hears that a build has ended; what it broke is looked at after the transaction."""
    if job.kind != BUILD or job.state not in SAID:
        return
    workspace = job.workspace
    tell(workspace, NoticeKind.BUILD, holders(workspace, Right.DATA), SAID[job.state], "page:data")
    if job.state == State.DONE:
        transaction.on_commit(partial(_look, workspace))


def _look(workspace: Workspace) -> None:
    try:
        contradicted(workspace, scene_of(workspace))
    except CustrataError:
        return  # nothing is drafted yet, so nothing can be contradicted


def contradicted(workspace: Workspace, scene: Scene) -> int:
    """Tell everybody who may edit which claims held before the latest build and are contradicted now.

    Args:
        workspace: Where.
        scene: The latest snapshot beside the strategy.

    Returns:
        How many claims are newly contradicted.
    """
    moves = scene.delta.broke if scene.delta is not None else ()
    found = [move for move in moves if move.after.state is EvidenceState.CONTRADICTED]
    people = holders(workspace, Right.EDIT)
    for move in found[:MOST_NAMED]:
        text = f"Newly contradicted: {move.after.said}"
        tell(workspace, NoticeKind.CLAIM, people, text, move.claim_id)
    if len(found) > MOST_NAMED:
        more = f"{len(found) - MOST_NAMED:,} more claims are newly contradicted"
        tell(workspace, NoticeKind.CLAIM, people, more, "page:canvas")
    return len(found)


ACTS: dict[str, Hear] = {
    "strategy.put_up": signatures.asked,
    "strategy.disputed": _disputed,
    "person.joined": signatures.came,
    "person.changed": signatures.came,
    **dict.fromkeys(signatures.ANSWERS, signatures.answered),
}
"""What is heard, by the act as the log calls it."""
