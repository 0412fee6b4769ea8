"""Home: what changed, what is broken, what is due, and the value at stake."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import chain

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from custrata.keeping import Kept
from custrata.project.showing.home.day import Day, day
from custrata.project.showing.home.due import day_in_words
from custrata.project.showing.scene import Scene
from custrata.web.frame.kicker import counted
from custrata.web.frame.page import Page, show
from custrata.web.strategies.saving import strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.addresses import link_of
from custrata.web.together.home.checklist import checklist
from custrata.web.together.notices.preferences import hide_checklist, preference_of
from custrata.web.together.tasks.listing import Listed, tasks_of
from custrata.web.together.tasks.listing import counted as tasks_counted
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right

_days: Kept[Scene, Day] = Kept(lambda scene, today, asked: day(scene, today, asked=asked), most=16)

MOST_DUE = 8
"""What is due at once; the list of tasks holds the rest."""


MOST_SAMPLES = 3
"""Other samples to which the home of a sample leads."""


@dataclass(frozen=True)
class Waiting:
    """A line of what is due: a task, or what the strategy asks for.

    Attributes:
        title: What is to be done.
        said: Where it comes from and who does it.
        when: The day in words.
        late: Whether the day has passed.
        on: The day; None for none.
        href: Its page.
        task: Key of the task; 0 where it is none.
    """

    title: str
    said: str
    when: str
    late: bool
    on: dt.date | None
    href: str
    task: int = 0


@needs(Right.SEE)
@require_GET
def home(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The home of a workspace."""
    scene, today = scene_of(asking.workspace), timezone.localdate()
    strategy = strategy_of(asking.workspace)
    found = _days(scene, today, strategy.signed > 0)
    waiting, more = _waiting(asking, found, today, scene.counted_from(today))
    hidden = preference_of(asking).checklist_hidden
    page = Page(
        "home",
        "Home",
        finding=found.finding,
        kicker=_kicker(scene, today, strategy.number),
        lede=found.lede,
    )
    return show(
        request,
        asking,
        "together/home.html",
        page,
        scene=scene,
        day=found,
        waiting=waiting,
        more_waiting=more,
        steps=() if hidden else checklist(asking, owned=found.owned),
        hidden=hidden,
        samples=_other_samples(asking),
    )


@needs(Right.SEE)
@require_POST
def first_steps(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Put the list of first steps away, or bring it back."""
    hide_checklist(asking, hidden=request.POST.get("hidden") == "yes")
    return redirect("home", asking.workspace.slug)


def _other_samples(asking: Asking) -> list[Workspace]:
    """The other samples of somebody who looks at a sample."""
    if not asking.workspace.sample:
        return []
    mine = Workspace.objects.filter(memberships__user=asking.user, sample=True)
    return list(mine.exclude(pk=asking.workspace.pk).order_by("name")[:MOST_SAMPLES])


def _waiting(asking: Asking, found: Day, today: dt.date, counted: dt.date) -> tuple[list[Waiting], int]:
    """Tasks and what the strategy asks for, the earliest day first, what has no day last; and how many more.

    Tasks count from today, what the strategy asks for from the day that stands for it.
    """
    workspace, user = asking.workspace, asking.user
    tasks = [_of_task(one) for one in tasks_of(workspace, user, today, most=MOST_DUE)]
    all_tasks = len(tasks) if len(tasks) < MOST_DUE else tasks_counted(workspace, user, today)[0]
    rest = [
        Waiting(
            one.title,
            f"{one.said}, {one.owner.in_short}" if one.owner.role or one.owner.name else one.said,
            day_in_words(one.on, counted),
            one.on is not None and one.on < counted,
            one.on,
            link_of(asking.workspace.slug, one.origin),
        )
        for one in found.due
    ]
    first = sorted(chain(tasks, rest), key=lambda one: (one.on is None, one.on or today))[:MOST_DUE]
    return first, all_tasks + len(rest) - len(first)


def _kicker(scene: Scene, today: dt.date, revision: int) -> tuple[str, ...]:
    """Today, the revision, and the day from which is counted where that is another."""
    return (f"{today:%A %-d %B %Y}", f"Strategy revision {revision}", *counted(scene, today))


def _of_task(one: Listed) -> Waiting:
    source = f"Task from {one.source}" if one.source else "Task"
    owner = str(one.task.owner) if one.task.owner is not None else "nobody has it yet"
    return Waiting(
        one.task.title, f"{source}, {owner}", one.due, one.late, one.task.due_on, one.href, one.task.pk
    )
