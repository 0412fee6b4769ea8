"""Which stages and customer groups the goals and initiatives reach, and which none of them does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from custrata.strategy.document import Document
from custrata.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Reached:
    """One stage or group with what reaches it.

    Attributes:
        id: The stage's word or the group's id.
        title: What people call it.
        goals: Ids of the goals.
        initiatives: Ids of the initiatives.
    """

    id: str
    title: str
    goals: tuple[str, ...]
    initiatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The goals as a portfolio.

    Attributes:
        stages: Every stage of the lifecycle plan, or all stages where there is no plan.
        groups: Every customer group; what names no group reaches all of them.
        without_stage: Initiatives that name no stage.
    """

    stages: tuple[Reached, ...]
    groups: tuple[Reached, ...]
    without_stage: tuple[str, ...]


def coverage(document: Document) -> Coverage:
    """Goals and initiatives by stage and by group; a goal has the stages of its initiatives."""
    planned = {plan.stage for plan in document.lifecycle}
    stages = [s for s in Stage if s in planned] or list(Stage)
    return Coverage(
        tuple(_of_stage(document, stage) for stage in stages),
        tuple(_of_group(document, group.id, group.name) for group in document.groups),
        tuple(i.id for i in document.initiatives if not i.stages),
    )


def _of_stage(document: Document, stage: Stage) -> Reached:
    touching = [i for i in document.initiatives if stage in i.stages]
    served = {i.goal for i in touching}
    goals = tuple(g.id for g in document.goals if g.id in served)
    return Reached(str(stage), str(stage), goals, tuple(i.id for i in touching))


def _of_group(document: Document, group: str, title: str) -> Reached:
    return Reached(
        group,
        title,
        tuple(g.id for g in document.goals if _touches(g.groups, group)),
        tuple(i.id for i in document.initiatives if _touches(i.groups, group)),
    )


def _touches(groups: Sequence[str], group: str) -> bool:
    return not groups or group in groups
