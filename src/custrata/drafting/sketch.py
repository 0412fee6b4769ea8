"""What the first parts of a draft have settled, for the parts that are written after them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from custrata.drafting.chapters.goals import Theme
from custrata.drafting.desk import Desk
from custrata.drafting.findings import FindingSentence
from custrata.drafting.pen import Pen
from custrata.drafting.separation import named
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Intent


@dataclass(frozen=True, slots=True)
class Sketch:
    """Findings, themes, groups, goals and initiatives of one draft, with the pen that goes on writing.

    Attributes:
        pen: The pen.
        findings: The findings, most important first.
        claims: Ids of the claims on findings, by topic.
        themes: What the findings call for.
        groups: The customer groups.
        goals: One goal a theme.
        initiatives: One initiative a theme.
    """

    pen: Pen
    findings: tuple[FindingSentence, ...] = ()
    claims: Mapping[str, str] | None = None
    themes: tuple[Theme, ...] = ()
    groups: tuple[CustomerGroup, ...] = ()
    goals: tuple[Goal, ...] = ()
    initiatives: tuple[Initiative, ...] = ()

    @property
    def desk(self) -> Desk:
        """The desk with the readings."""
        return self.pen.desk

    @property
    def leading(self) -> tuple[CustomerGroup, ...]:
        """The groups that come first: those to grow, then the others that are emphasised."""
        first = [g for g in self.groups if g.intent is not None and g.intent.emphasised]
        return tuple(sorted(first, key=lambda g: not has_intent(g, Intent.GROW)))

    @property
    def primary(self) -> CustomerGroup | None:
        """The one group that the economics put first; None where no customers are told apart."""
        return next(iter(self.leading), None)

    @property
    def in_order(self) -> tuple[CustomerGroup, ...]:
        """All groups, those that come first in front."""
        rest = tuple(g for g in self.groups if g not in self.leading)
        return (*self.leading, *rest)

    def has(self, *tables: str) -> bool:
        """Whether the data hold rows of every one of these tables."""
        held = self.desk.snapshot.manifest.tables
        return all(held.get(name) for name in tables)

    def provides(self, column: str) -> bool:
        """Whether a column, as ``table.column``, holds data."""
        return column in self.desk.snapshot.manifest.provided


def has_intent(group: CustomerGroup, intent: Intent) -> bool:
    """Whether this is what is meant with a group."""
    return group.intent is not None and group.intent.intent is intent


def called(group: CustomerGroup) -> str:
    """A group in the middle of a sentence: ``gold customers``, ``customers whose contract is “Two year”``.

    Example:
        >>> called(CustomerGroup(id="g", name="Plan: Pro", segment=(("plan", "Pro"),)))
        'customers whose plan is “Pro”'
    """
    return named(group.segment) if group.segment else quotable(group.name)


LONGEST = 48
"""Characters of a group's name in the ids of papers about it: an id has room for 80 in all."""


def short_id(group: CustomerGroup) -> str:
    """The id of a group without its prefix, for the ids of papers about it.

    Example:
        >>> short_id(CustomerGroup(id="group-tier-gold", name="Gold", segment=(("tier", "gold"),)))
        'gold'
    """
    name = group.id.removeprefix("group-").removeprefix("tier-")
    if len(name) <= LONGEST:
        return name
    told = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{name[: LONGEST - 7].rstrip('-')}-{told}"
