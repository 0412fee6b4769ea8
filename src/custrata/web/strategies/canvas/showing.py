"""The canvas as values: zones, blocks, statements with their state, what changed and who edits."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from custrata.delivery.deck.material import Material, capital, without_stop
from custrata.delivery.figures import Prose
from custrata.evidence.check import ClaimEvidence
from custrata.project.showing.scene import Scene
from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import QUESTIONS, TITLES, Block
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.views import canvas
from custrata.strategy.views.canvas import CANVAS
from custrata.strategy.views.presence import block_path
from custrata.strategy.views.view import ComponentPlan
from custrata.vocabulary import EvidenceState
from custrata.web.frame.signs import initials
from custrata.web.strategies.editing.listing import Entry
from custrata.web.strategies.presence.here import Face

ZONES: tuple[tuple[str, str, bool, tuple[str, ...]], ...] = (
    (canvas.PURPOSE, "why we exist", True, ("purpose",)),
    (canvas.CONTEXT, "where we stand, whom we serve", False, ("business_context", "customer_context")),
    (
        canvas.PROPOSITION,
        "what both sides get",
        False,
        ("customer_value_proposition", "business_value_proposition", "concept_of_experience"),
    ),
    (
        canvas.VALUE_CHAIN,
        "how we make it true",
        False,
        ("products_and_services", "supporting_capabilities", "people_and_culture"),
    ),
    (canvas.STEERING, "how we know and decide", True, ("insight", "performance", "governance")),
)
"""The five zones: name, what it answers, whether it goes over the whole width, its blocks."""

CHIEF = "customer_value_proposition"
"""The block on which all others hang."""

EXAMPLES = {
    "purpose": "No patient should wait because two calendars disagree.",
    "business_context": "Growth must come from accounts that we have: expansion pays back in five months.",
    "customer_context": "Clinics with several sites want one calendar; the operations director pays.",
    "customer_value_proposition": "One calendar that every site trusts, live in two weeks.",
    "business_value_proposition": "Each clinic that opens a second site is worth more over its life.",
    "concept_of_experience": "The first week with us is the calmest in the customer's year.",
    "products_and_services": "One bet: move a whole site in an afternoon.",
    "supporting_capabilities": "We lack an importer for old calendars.",
    "people_and_culture": "Every product manager spends a morning a month at a front desk.",
    "insight": "Tickets, sales notes and visits are read in one place each Tuesday.",
    "performance": "One outcome: customers whose week runs without a double booking.",
    "governance": "A weekly half hour, a monthly hour; one person decides.",
}
"""An example for a block that says nothing yet."""


@dataclass(frozen=True)
class Said:
    """One statement of a block.

    Attributes:
        id: Its id.
        words: The sentence, with numbers that open.
        state: How a claim stands; None for proposals and gaps.
        reason: Why it stands so.
        owner: Who answers for it, in words.
        waits_for: What a gap waits for.
        agreed: The day on which a proposal was agreed; None while it is proposed.
    """

    id: str
    words: Prose
    state: EvidenceState | None = None
    reason: str = ""
    owner: str = ""
    waits_for: str = ""
    agreed: dt.date | None = None


@dataclass(frozen=True)
class Shown:
    """A block as the page shows it.

    Attributes:
        name: Its name.
        address: Where it stands in the document.
        title: What people call it.
        question: What it answers.
        owner: Who answers for it.
        initials: Two letters for the face; ``?`` where nobody is named or suggested.
        proposals: What people say.
        claims: What the data say.
        gaps: What is not known.
        links: Parts that belong to it, with their counts.
        changed: Whether it changed since somebody signed.
        last: Who changed it last, and when; None where nobody did.
        editing: Who edits it now.
        example: What it could say, while it says nothing.
    """

    name: str
    address: str
    title: str
    question: str
    owner: Owner
    initials: str
    proposals: tuple[Said, ...]
    claims: tuple[Said, ...]
    gaps: tuple[Said, ...]
    links: tuple[Entry, ...]
    changed: bool
    last: tuple[str, dt.datetime] | None
    editing: tuple[Face, ...]
    example: str

    @property
    def chief(self) -> bool:
        """Whether all other blocks hang on this one."""
        return self.name == CHIEF

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.proposals or self.claims or self.gaps)


@dataclass(frozen=True)
class Zone:
    """A zone of the canvas."""

    title: str
    answers: str
    wide: bool
    blocks: tuple[Shown, ...]


@dataclass(frozen=True)
class Around:
    """What is known of blocks beside their words.

    Attributes:
        changed: Addresses that changed since somebody signed.
        last: Who changed a block last, and when.
        faces: Who is here.
    """

    changed: frozenset[str] = frozenset()
    last: Mapping[str, tuple[str, dt.datetime]] | None = None
    faces: tuple[Face, ...] = ()


def zones_of(scene: Scene, around: Around) -> list[Zone]:
    """The canvas zone by zone.

    Args:
        scene: Strategy and evidence.
        around: What is known of blocks beside their words.
    """
    blocks = dict(scene.document.canvas.blocks())
    shown = {name: shown_block(scene, name, blocks[name], around) for name in blocks}
    return [
        Zone(title, answers, wide, tuple(shown[n] for n in names)) for title, answers, wide, names in ZONES
    ]


def shown_block(scene: Scene, name: str, block: Block, around: Around) -> Shown:
    """One block as the page shows it.

    Args:
        scene: Strategy and evidence.
        name: Its name.
        block: What it holds.
        around: What is known of it beside its words.
    """
    material = Material(scene.snapshot, scene.document, scene.evidence)
    address = block_path(name)
    said = [(one, _said(one, material, scene.judged)) for one in block.statements]
    return Shown(
        name,
        address,
        TITLES[name],
        QUESTIONS[name],
        block.owner,
        initials(block.owner),
        tuple(s for one, s in said if isinstance(one, Proposal)),
        tuple(s for one, s in said if isinstance(one, Claim)),
        tuple(s for one, s in said if isinstance(one, Gap)),
        _links(scene.document, _plan(name)),
        address in around.changed,
        (around.last or {}).get(address),
        tuple(face for face in around.faces if face.block == address and not face.you),
        EXAMPLES[name],
    )


def finding_of(scene: Scene) -> Prose | str:
    """What the strategy comes to: the pattern that was chosen, in its own words."""
    pattern = scene.document.pattern
    material = Material(scene.snapshot, scene.document, scene.evidence)
    said: list[Claim | Proposal] = [s for s in pattern.statements if isinstance(s, Proposal)]
    said = said or [s for s in pattern.statements if isinstance(s, Claim)]
    if said:
        return without_stop(capital(material.sentence(said[0])))
    return f"The strategy of {scene.document.company}"


def lede_of(evidence: Iterable[ClaimEvidence], changed: int) -> str:
    """How many claims hold, in a sentence, and how many blocks changed since somebody signed."""
    states = Counter(one.state for one in evidence)
    total = sum(states.values())
    if not total:
        return "No claim is made yet: nothing here can be held against the data."
    held = states[EvidenceState.SUPPORTED]
    told = [f"All {total} claims hold" if held == total > 1 else f"{held} of {total} claims hold"]
    words = {
        EvidenceState.CONTRADICTED: "contradicted",
        EvidenceState.DRIFTING: "drifting",
        EvidenceState.STALE: "stale",
        EvidenceState.UNPROVEN: "unproven",
    }
    told += [
        f"{states[state]} {'is' if states[state] == 1 else 'are'} {word}"
        for state, word in words.items()
        if states[state]
    ]
    since = ""
    if changed:
        since = f" {changed} block{' has' if changed == 1 else 's have'} changed since a function signed."
    return f"{told[0]}{'; ' if len(told) > 1 else ''}{', '.join(told[1:])}.{since}"


def _said(one: Claim | Proposal | Gap, material: Material, judged: Mapping[str, ClaimEvidence]) -> Said:
    words = material.sentence(one)
    if isinstance(one, Claim):
        found = judged.get(one.id)
        state = found.state if found else EvidenceState.UNPROVEN
        return Said(one.id, without_stop(words), state, found.reason if found else "")
    if isinstance(one, Gap):
        return Said(one.id, words, owner=one.owner.in_short, waits_for=one.waits_for)
    return Said(one.id, words, owner=one.owner.in_short, agreed=one.signed_on or material.agreed)


def _plan(name: str) -> ComponentPlan:
    return next(plan for plan in CANVAS.components if plan.id == name)


def _links(document: Document, plan: ComponentPlan) -> tuple[Entry, ...]:
    """The parts of the document that belong to a block."""
    fields = dict.fromkeys(
        path.split("[")[0].split(".")[0] for path in plan.paths if path.split(".")[0] != "canvas"
    )
    found = []
    for field in fields:
        value = getattr(document, field)
        count = len(value) if isinstance(value, tuple) else None
        if count != 0:
            found.append(Entry(field, field.replace("_", " ").capitalize(), count=count))
    return tuple(found)
