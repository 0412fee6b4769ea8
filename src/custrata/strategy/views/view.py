"""A view of the document: its components, how complete each is, and how well it is proven."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Judged
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.views.presence import Presence, Thing
from custrata.vocabulary import EvidenceState


@dataclass(frozen=True, slots=True)
class ComponentPlan:
    """What a component is made of.

    Attributes:
        id: Its name.
        title: What people call it.
        question: What it answers.
        paths: Where it stands in the document, such as ``groups[*].needs``.
        things: What it needs.
        part_of: Zone or phase that it belongs to; empty for none.
    """

    id: str
    title: str
    question: str
    paths: tuple[str, ...]
    things: tuple[Thing, ...]
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class ViewPlan:
    """Which components a view has, in order."""

    name: str
    title: str
    components: tuple[ComponentPlan, ...]


@dataclass(frozen=True, slots=True)
class Strength:
    """How well the statements of a component are proven.

    Attributes:
        claims: Number of claims by state, states without one left out.
        not_judged: Claims that were held against no data.
        unsigned: Proposals that nobody has signed.
        signed: Proposals that are signed.
        gaps: Gaps.
    """

    claims: tuple[tuple[EvidenceState, int], ...] = ()
    not_judged: int = 0
    unsigned: int = 0
    signed: int = 0
    gaps: int = 0

    @property
    def statements(self) -> int:
        """All statements."""
        return sum(n for _, n in self.claims) + self.not_judged + self.unsigned + self.signed + self.gaps

    @property
    def supported(self) -> float | None:
        """Share of the claims that the data support; None where no claim was held against data."""
        judged = sum(n for _, n in self.claims)
        return dict(self.claims).get(EvidenceState.SUPPORTED, 0) / judged if judged else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that a component needs, and what was found of it."""

    title: str
    found: Presence


@dataclass(frozen=True, slots=True)
class Component:
    """One component of a view.

    Attributes:
        id: Its name.
        title: What people call it.
        question: What it answers.
        part_of: Zone or phase that it belongs to; empty for none.
        paths: Where it stands in the document.
        parts_present: Those of the paths at which something stands.
        wanted: What it needs, and what was found of it.
        strength: How well its statements are proven.
        gaps: Its gaps, as path and sentence.
    """

    id: str
    title: str
    question: str
    part_of: str
    paths: tuple[str, ...]
    parts_present: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    strength: Strength
    gaps: tuple[tuple[str, str], ...]

    @property
    def there(self) -> int:
        """How many of the things that it needs are there."""
        return sum(w.found.there for w in self.wanted)

    @property
    def completeness(self) -> float:
        """Share of the things that it needs that are there, 0 to 1."""
        return self.there / len(self.wanted)


@dataclass(frozen=True, slots=True)
class View:
    """The document seen as one set of components."""

    name: str
    title: str
    components: tuple[Component, ...]

    @property
    def completeness(self) -> float:
        """Mean completeness of its components, 0 to 1."""
        return sum(c.completeness for c in self.components) / len(self.components)


Spoken = tuple[str, Claim | Proposal | Gap]
"""Path and statement."""


def see(plan: ViewPlan, document: Document, judged: Mapping[str, Judged] | None = None) -> View:
    """The document in one view.

    Args:
        plan: Which components the view has.
        document: The strategy.
        judged: How each claim stands, by id; None when no data are at hand.
    """
    spoken = tuple(document.statements())
    known = judged or {}
    return View(plan.name, plan.title, tuple(_component(c, document, spoken, known) for c in plan.components))


def strength_of(spoken: Iterable[Spoken], judged: Mapping[str, Judged]) -> Strength:
    """How well statements are proven.

    Args:
        spoken: Pairs of path and statement.
        judged: How each claim stands, by id.
    """
    statements = [s for _, s in spoken]
    claims = [s for s in statements if isinstance(s, Claim)]
    states = Counter(judged[c.id].state for c in claims if c.id in judged)
    proposals = [s for s in statements if isinstance(s, Proposal)]
    signed = sum(p.signed_on is not None for p in proposals)
    return Strength(
        tuple((state, states[state]) for state in EvidenceState if states[state]),
        sum(c.id not in judged for c in claims),
        len(proposals) - signed,
        signed,
        sum(isinstance(s, Gap) for s in statements),
    )


def _component(
    plan: ComponentPlan, document: Document, spoken: Iterable[Spoken], judged: Mapping[str, Judged]
) -> Component:
    patterns = {path: _pattern(path) for path in plan.paths}
    own = [(place, s) for place, s in spoken if any(p.match(place) for p in patterns.values())]
    wanted = tuple(Wanted(thing.title, thing.look(document)) for thing in plan.things)
    places = [*(place for place, _ in own), *_found_at(wanted)]
    return Component(
        plan.id,
        plan.title,
        plan.question,
        plan.part_of,
        plan.paths,
        tuple(path for path, p in patterns.items() if any(p.match(place) for place in places)),
        wanted,
        strength_of(own, judged),
        tuple((place, s.said()) for place, s in own if isinstance(s, Gap)),
    )


def _found_at(wanted: Iterable[Wanted]) -> Iterator[str]:
    for thing in wanted:
        yield from thing.found.where


def _pattern(path: str) -> re.Pattern[str]:
    """Matches the path and all below it; ``[*]`` stands for any item of a list."""
    return re.compile(re.escape(path).replace(r"\[\*\]", r"\[[^\]]*\]") + r"(?=[.\[]|$)")
