"""Notices that follow from the log: signatures asked, conflicts, builds that ended, claims that broke."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models.signals import post_save

from custrata.errors import CustrataError
from custrata.project.showing.scene import Scene
from custrata.vocabulary import EvidenceState
from custrata.web.audit.models import Entry
from custrata.web.strategies.staging import scene_of
from custrata.web.together.models import NoticeKind
from custrata.web.together.notices.telling import holders, tell
from custrata.web.together.people import name_of
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.rights import Right

MOST_NAMED = 5
"""Claims that are told one by one; more are told as a number."""

Hear = Callable[[Workspace, Entry], None]


def listen() -> None:
    """Begin to listen: a notice is made in the transaction of the act that it tells of."""
    post_save.connect(_heard, sender=Entry, dispatch_uid="together.notices")


def _heard(sender: Any, instance: Entry, created: bool, **kwargs: Any) -> None:
    hear = ACTS.get(instance.act)
    if created and hear is not None and instance.workspace is not None:
        hear(instance.workspace, instance)


def _asked(workspace: Workspace, entry: Entry) -> None:
    """Whoever signs for a function is asked to, also where a later edit has opened a signature again."""
    again = "again" in entry.act or "open" in entry.act
    signers = Membership.objects.filter(workspace=workspace).exclude(function="")
    said = (
        "A signature of yours is open again: the strategy has changed" if again else "Your signature is asked"
    )
    keys = list(signers.values_list("user_id", flat=True))
    tell(workspace, NoticeKind.SIGN_OFF, keys, said, "page:canvas", entry.actor)


def _disputed(workspace: Workspace, entry: Entry) -> None:
    """Whoever was overtaken is told; the one who saved first knows nothing of it and need not."""
    if entry.actor is not None:
        text = f"Somebody else saved {entry.thing or 'a block'} while you edited it; your text is kept"
        tell(workspace, NoticeKind.CONFLICT, [entry.actor_id or 0], text, entry.thing)


def _built(workspace: Workspace, entry: Entry) -> None:
    text = f"A build has ended{f', begun by {name_of(entry.actor)}' if entry.actor else ''}"
    tell(workspace, NoticeKind.BUILD, holders(workspace, Right.DATA), text, "build:latest")
    try:
        contradicted(workspace, scene_of(workspace))
    except CustrataError:
        return


def _failed(workspace: Workspace, entry: Entry) -> None:
    text = "A build did not work; the last good snapshot stays in use"
    tell(workspace, NoticeKind.BUILD, holders(workspace, Right.DATA), text, "build:latest")


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
    "sign_off.asked": _asked,
    "sign_off.opened_again": _asked,
    "strategy.put_up": _asked,
    "strategy.disputed": _disputed,
    "build.finished": _built,
    "build.failed": _failed,
}
"""What is heard, by the act as the log calls it."""
