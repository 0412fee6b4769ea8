"""A customer group with everything that snapshot and strategy say about it."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.scene import Scene
from custrata.project.showing.studying.statements import Told, claims_on, told, under
from custrata.strategy.lint.finding import Finding
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.vocabulary import Reading

HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Who they are", ("share_now", "narrative", "payer", "user")),
    ("What they need and how they buy", ("needs", "buys", "measures_value", "potential")),
    ("What they get", ("proposition", "service_model", "configuration", "investment")),
    ("What we mean to do", ("intent.reason", "intent.expected")),
)
"""Under which heading a field of a group is told."""


@dataclass(frozen=True)
class Compared:
    """A reading of the group beside that of the whole base; None where the base has none."""

    title: str
    group: Reading
    base: Reading | None


@dataclass(frozen=True)
class GroupTold:
    """What is known of a group.

    Attributes:
        group: The group as it stands in the strategy.
        address: Its block in the strategy.
        readings: Its readings over the whole history, each beside that of the base.
        said: Statements by heading; a heading without any is left out.
        claims: Claims elsewhere in the strategy that speak of just these customers.
        goals: Goals aimed at it, or at all groups.
        initiatives: Initiatives aimed at it, or at all groups.
        findings: What the check finds in its block.
    """

    group: CustomerGroup
    address: str
    readings: tuple[Compared, ...]
    said: tuple[tuple[str, tuple[Told, ...]], ...]
    claims: tuple[Told, ...]
    goals: tuple[tuple[Goal, Told], ...]
    initiatives: tuple[tuple[Initiative, Told], ...]
    findings: tuple[Finding, ...]


def group_told(scene: Scene, group_id: str) -> GroupTold | None:
    """A group with what is known of it; None where the strategy has no such group.

    Args:
        scene: Snapshot and strategy.
        group_id: Its id.
    """
    group = next((g for g in scene.document.groups if g.id == group_id), None)
    if group is None:
        return None
    address = f"groups[{group.id}]"
    said = tuple(
        (heading, statements)
        for heading, fields in HEADINGS
        if (statements := under(scene, address, group, *fields))
    )
    own = [one.id for _, statements in said for one in statements]
    return GroupTold(
        group,
        address,
        compared(scene, group),
        said,
        claims_on(scene, group.segment, without=own),
        tuple((g, told(scene, f"goals[{g.id}]", g.statement)) for g in goals_for(scene, group)),
        tuple(
            (one, told(scene, f"initiatives[{one.id}]", one.statement))
            for one in initiatives_for(scene, group)
        ),
        tuple(f for f in scene.findings if f.place.startswith(address)),
    )


def compared(scene: Scene, group: CustomerGroup) -> tuple[Compared, ...]:
    """The readings of a group over the whole history, each beside that of the base.

    Args:
        scene: Snapshot and strategy.
        group: The group; one that data do not tell has no readings.
    """
    if not group.segment:
        return ()
    found = (r for r in scene.snapshot.readings if r.segment == group.segment and r.value is not None)
    return tuple(
        Compared(CATALOGUE[r.measure].title, r, scene.snapshot.reading(r.measure))
        for r in found
        if r.period.name == "all" and r.measure in CATALOGUE
    )


def goals_for(scene: Scene, group: CustomerGroup) -> tuple[Goal, ...]:
    """Goals aimed at a group, or at all groups."""
    return tuple(goal for goal in scene.document.goals if _for(goal, group))


def initiatives_for(scene: Scene, group: CustomerGroup) -> tuple[Initiative, ...]:
    """Initiatives aimed at a group, or at all groups."""
    return tuple(one for one in scene.document.initiatives if _for(one, group))


def _for(aimed: Goal | Initiative, group: CustomerGroup) -> bool:
    return not aimed.groups or group.id in aimed.groups
