"""Small strategies for tests of pitfalls: a document with a few parts, and what one pitfall finds in it."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup, GroupIntent
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import EvidenceState, Intent

_numbers = itertools.count(1)

PERSON = Owner(role="head of customer success", name="A. Person")
SIGNED = dt.date(2026, 1, 15)


def strategy(**parts: object) -> Document:
    """A document that holds these parts and nothing else."""
    return Document(schema_version=2, company="A", **parts)


def proposal(text: str = "Customers stay.", **fields: object) -> Proposal:
    """A proposal with an id of its own."""
    return Proposal(id=f"P{next(_numbers):05}", text=text, **fields)


def claim(text: str = "{n|customer|customers} stay.", **fields: object) -> Claim:
    """A claim with an id of its own, bound to the count of customers where its text says {n}."""
    figures = (Figure(name="n", measure="customers", value=5, unit="customers"),) if "{n" in text else ()
    return Claim(**{"id": f"E{next(_numbers):05}", "text": text, "figures": figures, **fields})


def gap(text: str = "It is not known.", waits_for: str = "an answer") -> Gap:
    """A gap with an id of its own."""
    return Gap(id=f"G{next(_numbers):05}", text=text, waits_for=waits_for)


def goal(name: str = "stay", text: str = "Customers stay.", /, **fields: object) -> Goal:
    """A goal."""
    return Goal(id=name, statement=proposal(text), **fields)


def initiative(name: str = "call", text: str = "Call customers.", /, **fields: object) -> Initiative:
    """An initiative for the goal ``stay``."""
    return Initiative(**{"id": name, "statement": proposal(text), "goal": "stay", **fields})


def group(name: str = "gold", intent: Intent | None = None, /, **fields: object) -> CustomerGroup:
    """A group whose name is its id, with an intent if one is given."""
    means = {"intent": GroupIntent(intent=intent)} if intent else {}
    return CustomerGroup(**{"id": name, "name": name, **means, **fields})


def proposition(name: str = "value", /, **fields: object) -> Proposition:
    """A proposition."""
    return Proposition(id=name, **fields)


def findings(pitfall: Pitfall, document: Document, known: Known | None = None) -> list[Finding]:
    """What a pitfall finds; every finding has its code, a sentence and a mend."""
    found = list(pitfall.find(document, known or Known()))
    for finding in found:
        assert finding.code == pitfall.code
        assert finding.message.endswith((".", "”", "?"))
        assert finding.mend.endswith(".")
    return found


def places(pitfall: Pitfall, document: Document, known: Known | None = None) -> list[str]:
    """The places at which a pitfall finds its mistake."""
    return [finding.place for finding in findings(pitfall, document, known)]


@dataclass(frozen=True)
class Verdict:
    """How a claim stands, as far as the linter asks."""

    claim_id: str
    state: EvidenceState
    reason: str = "It moved."
    values: dict[str, float] = field(default_factory=dict)


def judged(state: EvidenceState) -> Known:
    """What is known when the claim E01 stands in a state."""
    return Known({"E01": Verdict("E01", state)})
