"""From any finding: a task, an experiment, an audience, an initiative, in one act."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from custrata.errors import CustrataError
from custrata.project.showing.acting import USUAL, Action, action_on
from custrata.project.showing.proposing import segment_at, with_experiment, with_initiative
from custrata.project.showing.scene import Scene
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import Segment
from custrata.web.customers.models import Segment as Kept
from custrata.web.customers.segments import save_audience
from custrata.web.strategies.saving import change, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.addresses import link_of
from custrata.web.together.people import called
from custrata.web.together.tasks import audiences, keeping
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

NAME = 60
"""Letters of a finding that name its audience."""


class Kind(StrEnum):
    """What can be made of a finding."""

    TASK = "task"
    EXPERIMENT = "experiment"
    AUDIENCE = "audience"
    INITIATIVE = "initiative"


BUTTONS = {
    Kind.TASK: "Make a task",
    Kind.EXPERIMENT: "Make an experiment",
    Kind.AUDIENCE: "Make an audience",
    Kind.INITIATIVE: "Make an initiative",
}
"""What the buttons say."""


@dataclass(frozen=True)
class Made:
    """What was made.

    Attributes:
        kind: What it is.
        said: What happened, in a sentence.
        href: Its page.
        task: Key of the task, where it is one; 0 else.
        revision: Number of the save that holds it, where it is a part of the strategy or an audience; 0 else.
        segment: Key of the audience, where it is one; 0 else.
    """

    kind: Kind
    said: str
    href: str
    task: int = 0
    revision: int = 0
    segment: int = 0


def needed(kind: Kind) -> Right:
    """The right that making something needs: who comments makes tasks, who edits makes the rest."""
    return Right.COMMENT if kind is Kind.TASK else Right.EDIT


def make(asking: Asking, kind: Kind, origin: str, title: str) -> Made:
    """Make something of a finding.

    Args:
        asking: Who, where.
        kind: What.
        origin: Address of the finding.
        title: What it says.

    Raises:
        PermissionDenied: The right is missing.
        CustrataError: The strategy cannot take it; says what to do.
    """
    if not asking.may(needed(kind)):
        raise PermissionDenied(f"this needs the right to {needed(kind)}")
    match kind:
        case Kind.TASK:
            return _task(asking, origin, title)
        case Kind.AUDIENCE:
            return _audience(asking, origin, title)
        case _:
            return _part(asking, kind, origin, title)


def _task(asking: Asking, origin: str, title: str, what: str = "") -> Made:
    """A task that says what is done, by whom and by when; the finding is its reason."""
    today = timezone.localdate()
    try:
        action = action_on(scene_of(asking.workspace), origin, title, today)
    except CustrataError:  # nothing is drafted yet: what was said is what is to be looked at
        action = Action(title, Owner(), today + timedelta(days=USUAL), title)
    owner = called(asking.workspace, action.owner.name) or called(asking.workspace, action.owner.role)
    words = textwrap.shorten(what or action.what, keeping.LONGEST, placeholder=" …")
    task = keeping.make(
        asking.workspace,
        asking.user,
        words,
        origin=origin,
        origin_title=action.reason,
        owner=owner,
        due_on=action.by,
    )
    given = f", given to {owner}" if owner is not None else ", nobody has it yet"
    said = f"Task made{given}, due {action.by:%-d %b}"
    return Made(Kind.TASK, said, link_of(asking.workspace.slug, f"task:{task.pk}"), task.pk)


def _part(asking: Asking, kind: Kind, origin: str, title: str) -> Made:
    """A part of the strategy, as one saved revision that can be taken back like any other."""
    scene, named = scene_of(asking.workspace), [""]

    def added(before: Document) -> Document:
        write = with_experiment if kind is Kind.EXPERIMENT else with_initiative
        after, named[0] = write(before, scene, origin, title)
        return after

    strategy = strategy_of(asking.workspace)
    saved = change(strategy, None, added, asking.user, note=f"{kind} from {origin}", act=f"{kind}.made")
    word = "Experiment proposed" if kind is Kind.EXPERIMENT else "Initiative proposed"
    chapter = "experiments" if kind is Kind.EXPERIMENT else "initiatives"
    href = link_of(asking.workspace.slug, f"{chapter}[{named[0]}]")
    return Made(kind, word, href, revision=saved.number)


def _audience(asking: Asking, origin: str, title: str) -> Made:
    scene: Scene = scene_of(asking.workspace)
    segment = segment_at(scene, origin)
    kept = _saved(asking, title, segment) if segment else None
    if segment and kept is not None:
        said = f"Audience saved: {audiences.said(segment)}"
        href = link_of(asking.workspace.slug, f"segment:{kept.pk}")
        return Made(Kind.AUDIENCE, said, href, revision=kept.number, segment=kept.pk)
    whom = f" ({audiences.said(segment)})" if segment else ""
    made = _task(asking, origin, title, f"Build the audience{whom}: {title}")
    return Made(Kind.AUDIENCE, "Task made to build the audience", made.href, made.task)


def _saved(asking: Asking, title: str, segment: Segment) -> Kept | None:
    """The part of the base as it was saved; None where customers cannot be asked for it."""
    try:
        return save_audience(asking, title[:NAME], audiences.rule_of(segment))
    except CustrataError:
        return None
