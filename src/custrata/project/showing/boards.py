"""The board of a team: its measures with what they were, its claims, mistakes, promises, scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from custrata.delivery.deck.material import capital, worded
from custrata.delivery.deck.variants.functions import telling
from custrata.delivery.figures import Figure, Prose, figure, stated
from custrata.evidence.check import subject
from custrata.evidence.stakes import money_at_stake
from custrata.evidence.states import stands
from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.home.broken import owner_at, owners_of
from custrata.project.showing.home.signals import Signal, changes, told
from custrata.project.showing.home.tiles import Tile, tile_of
from custrata.project.showing.scene import Scene
from custrata.project.showing.teams import Team
from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import EvidenceState

MOST_CLAIMS = 8
MOST_FINDINGS = 8
WARNED = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True)
class Awaited:
    """A measure that cannot be read yet.

    Attributes:
        title: What it is called.
        waits_for: What would bring it.
    """

    title: str
    waits_for: str


@dataclass(frozen=True)
class Told:
    """A claim on the board of a team.

    Attributes:
        claim: Its id, which is its address too.
        title: What it says, with today's numbers.
        reason: Why it stands as it does.
        state: How it stands.
        money: What is at stake; None where it is not known.
    """

    claim: str
    title: Prose
    reason: str
    state: EvidenceState
    money: Figure | None


@dataclass(frozen=True)
class Owed:
    """Something of the strategy that the team answers for.

    Attributes:
        kind: Promise, initiative, goal, experiment, stage or agreement with another team.
        title: What it says.
        origin: Its address.
        owner: Who answers for it.
    """

    kind: str
    title: Prose
    origin: str
    owner: str


@dataclass(frozen=True)
class Scored:
    """A row of the scorecard.

    Attributes:
        title: What it measures.
        origin: Its address.
        now: Where it stands.
        target: Where it is to be; None where nobody has said.
        owner: Who answers for it.
    """

    title: str
    origin: str
    now: Figure | None
    target: Figure | None
    owner: str


@dataclass(frozen=True)
class Board:
    """What a team sees.

    Attributes:
        team: The team.
        finding: What leads: the most valuable change in its measures, else its worst claim.
        tiles: Its measures, with what they were.
        awaited: Its measures that wait for data.
        signals: What changed in its measures.
        claims: Claims on its measures, those in doubt first, then by money.
        findings: Mistakes in what it owns.
        owed: What it answers for.
        rows: Its rows of the scorecard.
    """

    team: Team
    finding: Prose | None
    tiles: tuple[Tile, ...]
    awaited: tuple[Awaited, ...]
    signals: tuple[Signal, ...]
    claims: tuple[Told, ...]
    findings: tuple[Finding, ...]
    owed: tuple[Owed, ...]
    rows: tuple[Scored, ...]


def board(scene: Scene, team: Team) -> Board:
    """The board of a team.

    Args:
        scene: Snapshot and strategy.
        team: Whose.
    """
    signals = tuple(s for s in changes(scene).signals if _on(scene, s, team))
    claims = _claims(scene, team)
    lead = signals[0].title if signals else (claims[0].title if claims else None)
    return Board(
        team,
        lead,
        tuple(_tiles(scene, team)),
        tuple(_awaited(scene, team)),
        signals,
        claims,
        tuple(_findings(scene, team))[:MOST_FINDINGS],
        tuple(_owed(scene, team)),
        tuple(_rows(scene, team)),
    )


def answers(team: Team, owner: Owner) -> bool:
    """Whether a team answers for what an owner answers for.

    Args:
        team: The team.
        owner: The owner.
    """
    return means(team, owner.role) or means(team, owner.name)


def means(team: Team, text: str) -> bool:
    """Whether a role or a function of this name is meant.

    Args:
        team: The team.
        text: Such as ``head of customer success``.
    """
    return bool(text) and any(telling(text) == frozenset(role.split()) for role in team.roles)


def _tiles(scene: Scene, team: Team) -> Iterator[Tile]:
    targets = {row.measure: row.target for row in scene.document.scorecard if row.target is not None}
    for measure in team.measures:
        reading = scene.snapshot.latest(measure)
        if reading is not None:
            goal = targets.get(measure)
            aim = stated(goal, reading.unit, "target of the scorecard") if goal is not None else None
            known = CATALOGUE[measure]
            yield tile_of(scene.snapshot, reading, known.title, known.direction, aim)


def _awaited(scene: Scene, team: Team) -> Iterator[Awaited]:
    for measure in team.measures:
        if measure in CATALOGUE and scene.snapshot.latest(measure) is None:
            lacks = scene.snapshot.manifest.missing.get(measure, "needs data that this build does not hold")
            yield Awaited(CATALOGUE[measure].title, lacks)


def _on(scene: Scene, signal: Signal, team: Team) -> bool:
    if signal.measure:
        return signal.measure in team.measures
    evidence = scene.judged.get(signal.claim)
    return evidence is not None and any(r.measure in team.measures for r in evidence.readings)


def _claims(scene: Scene, team: Team) -> tuple[Told, ...]:
    material = scene.composition.material
    leading = {insight.claim for insight in scene.document.insights}
    found = []
    for one in scene.evidence:
        if not any(r.measure in team.measures for r in one.readings):
            continue
        money = money_at_stake(one, scene.document, scene.snapshot)
        rank = (stands(one.state), one.claim_id not in leading, -(money or 0.0))
        found.append((rank, one, money))
    found.sort(key=lambda item: (item[0], item[1].claim_id))
    currency = scene.snapshot.manifest.currency
    return tuple(
        Told(
            one.claim_id,
            told(material, one, subject(one, scene.document)),
            one.reason,
            one.state,
            stated(money, currency, "the money that the claim concerns") if money is not None else None,
        )
        for _, one, money in found[:MOST_CLAIMS]
    )


def _findings(scene: Scene, team: Team) -> Iterator[Finding]:
    owners = owners_of(scene.document)
    for finding in scene.findings:
        if finding.severity in WARNED and answers(team, owner_at(owners, finding.place)):
            yield finding


def _owed(scene: Scene, team: Team) -> Iterator[Owed]:
    document, material = scene.document, scene.composition.material
    for proposition in document.propositions:
        for promise in proposition.promises:
            if answers(team, proposition.owner) or promise.measure in team.measures:
                said = material.sentence(promise.statement)
                yield Owed("Promise", said, f"propositions[{proposition.id}]", proposition.owner.in_short)
    for kind, name in (("Goal", "goals"), ("Initiative", "initiatives")):
        for part in getattr(document, name):
            if answers(team, part.owner):
                yield Owed(kind, material.sentence(part.statement), f"{name}[{part.id}]", part.owner.in_short)
    for one in document.experiments:
        if answers(team, one.owner):
            said = material.sentence(one.hypothesis)
            yield Owed("Experiment", said, f"experiments[{one.id}]", one.owner.in_short)
    for link in document.interlocks:
        if means(team, link.gives) or means(team, link.takes):
            said = worded(f"{link.gives} gives {link.takes}: {link.what}")
            yield Owed("Between teams", capital(said), f"interlocks[{link.id}]", link.gives)


def _rows(scene: Scene, team: Team) -> Iterator[Scored]:
    for row in scene.document.scorecard:
        if answers(team, row.owner) or row.measure in team.measures:
            evidence = scene.judged.get(row.base.id)
            readings = evidence.readings if evidence else ()
            now = next((r for r in readings if r.measure == row.measure), None)
            unit = now.unit if now is not None else ""
            target = stated(row.target, unit, "target of the scorecard") if row.target is not None else None
            shown = figure(now) if now is not None else None
            yield Scored(row.title, f"scorecard[{row.id}]", shown, target, row.owner.in_short)
