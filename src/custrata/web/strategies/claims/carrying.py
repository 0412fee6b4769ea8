"""What carries a claim and what rests on it, ready for a page."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from custrata.delivery.deck.material import Material
from custrata.delivery.figures import Figure
from custrata.errors import DocumentError
from custrata.evidence.check import ClaimEvidence, FigureEvidence
from custrata.evidence.lineage import Carried, ClaimLineage
from custrata.evidence.provenance import Source
from custrata.project.asking import figure_title
from custrata.strategy.blocks import block_at
from custrata.strategy.document import Document
from custrata.strategy.parts.statement import Claim
from custrata.strategy.wording.spelling import spell
from custrata.web.strategies.conflicts.showing import home_of
from custrata.web.strategies.models import BlockRevision, Strategy
from custrata.web.workspaces.models import Workspace

MOST_WORDINGS = 20


@dataclass(frozen=True)
class Number:
    """One number of a claim.

    Attributes:
        title: What it measures.
        then: As it was written.
        now: As it is, with what it rests on.
        part: How it stands and why.
        sources: The readings behind it.
    """

    title: str
    then: str
    now: Figure
    part: FigureEvidence
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Use:
    """Something that rests on a claim."""

    kind: str
    id: str
    text: str
    because: str
    href: str


@dataclass(frozen=True)
class Wording:
    """What a claim said from one revision on."""

    number: int
    who: str
    at: dt.datetime
    said: str


def figures_of(evidence: ClaimEvidence, material: Material, lineage: ClaimLineage | None) -> list[Number]:
    """The numbers of a claim with their readings.

    Args:
        evidence: How the claim stands.
        material: Spells numbers with what they rest on.
        lineage: The readings behind it.
    """
    behind = lineage.sources if lineage else ()
    return [
        Number(
            figure_title(part.figure),
            spell(part.figure.value, part.figure.unit),
            material.bound(part.figure, evidence.claim_id),
            part,
            tuple(s for s in behind if s.figure == part.figure.name),
        )
        for part in evidence.figures
    ]


def uses_of(carried: Iterable[Carried], document: Document, workspace: Workspace) -> list[Use]:
    """What rests on a claim, with where it stands.

    Args:
        carried: What was found.
        document: The strategy.
        workspace: Where.
    """
    return [
        Use(one.kind, one.id, one.text, one.because, _home(document, one.path, workspace)) for one in carried
    ]


def wordings_of(strategy: Strategy, document: Document, evidence: ClaimEvidence) -> list[Wording]:
    """What a claim said, newest first, as far as its block tells.

    Args:
        strategy: Whose.
        document: The strategy as it stands.
        evidence: How the claim stands, with its path.
    """
    block = block_at(document, evidence.path)
    rows = BlockRevision.objects.filter(strategy=strategy, block=block).select_related("author")
    found: list[Wording] = []
    for row in rows.order_by("number"):
        said = _said(json.loads(row.text), evidence.claim_id) if row.text else ""
        if said and (not found or found[-1].said != said):
            found.append(Wording(row.number, str(row.author or ""), row.at, said))
    return found[: -MOST_WORDINGS - 1 : -1]


def _home(document: Document, path: str, workspace: Workspace) -> str:
    try:
        return home_of(block_at(document, path), workspace)
    except DocumentError:
        return ""


def _said(plain: Any, claim: str) -> str:
    """The sentence of a claim somewhere in a block; empty where it is not there."""
    if isinstance(plain, dict):
        if plain.get("id") == claim and plain.get("kind") == "claim":
            return Claim.model_validate(plain).said()
        plain = list(plain.values())
    if isinstance(plain, list):
        return next((said for one in plain if (said := _said(one, claim))), "")
    return ""
