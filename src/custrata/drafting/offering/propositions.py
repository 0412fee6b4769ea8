"""Value propositions of the first draft: one for all, one a group, each with promises that data can break."""

from __future__ import annotations

from custrata.drafting.offering.promises import Promise as Kind
from custrata.drafting.offering.promises import fitting, proven, role_for
from custrata.drafting.roles import CHIEF, MARKETING
from custrata.drafting.sketch import Sketch, called, short_id
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.offering.proposition import (
    Alternative,
    Benefit,
    Level,
    Promise,
    Proof,
    ProofKind,
    Proposition,
)
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import Intent, Tier

WHO = {
    Tier.PLATINUM.value: "the few customers who bring us most",
    Tier.GOLD.value: "the large customers that come next",
    Tier.SILVER.value: "customers of middle size",
    Tier.BRONZE.value: "the smallest customers",
}
"""Tiers in words that do not need our own name for them."""


def draft_propositions(sketch: Sketch) -> tuple[Proposition, ...]:
    """What we stand for as gaps with their questions; what we offer a group as a promise to test.

    A group that does not come first, and to which nothing can be promised that data could break, has none.
    """
    taken: list[str] = []
    offered = [_offer(sketch, group, taken) for group in sketch.in_order]
    told = [p for p in offered if p.promises or p.benefits]
    return (_stands_for(sketch), *sorted(told, key=lambda p: _place(sketch, p.group)))


def _place(sketch: Sketch, group: str) -> int:
    return next(i for i, g in enumerate(sketch.groups) if g.id == group)


def _stands_for(sketch: Sketch) -> Proposition:
    pen = sketch.pen
    return Proposition(
        id="proposition-all",
        level=Level.STANDS_FOR,
        benefits=(
            Benefit(
                id="benefit-all",
                statement=pen.gap(
                    "What all customers have from us that they would have from nobody else is not known.",
                    "interviews: what would you miss, and what did you do before us",
                ),
            ),
        ),
        impact=pen.gap(
            "What it is worth to a customer, as time, money or risk, is not known.",
            "three customers who count it with us",
        ),
        owner=Owner(role=CHIEF),
    )


def _offer(sketch: Sketch, group: CustomerGroup, taken: list[str]) -> Proposition:
    name = short_id(group)
    intent = group.intent.intent if group.intent else Intent.MAINTAIN
    kind = fitting(sketch.desk, intent, group.segment, taken)
    if kind is not None:
        taken.append(kind.id)
    return Proposition(
        id=f"proposition-{name}",
        group=group.id,
        for_whom=who(group),
        benefits=_benefits(sketch, group),
        alternatives=_alternatives(sketch, name),
        promises=_promises(sketch, group, kind, name),
        owner=Owner(role=MARKETING),
    )


def who(group: CustomerGroup) -> str:
    """The group in words that need no name of ours for it.

    Example:
        >>> who(CustomerGroup(id="g", name="Gold customers", segment=(("tier", "gold"),)))
        'the large customers that come next'
    """
    dimension, value = group.segment[0] if group.segment else ("", "")
    return WHO.get(value, called(group)) if dimension == "tier" else called(group)


def _benefits(sketch: Sketch, group: CustomerGroup) -> tuple[Benefit, ...]:
    """A gap for the groups that come first: the others wait until these are known."""
    if group not in sketch.leading:
        return ()
    gap = sketch.pen.gap(
        f"What {who(group)} want to get done with us, and what it gains them, is not known.",
        "ten interviews with them, before a word of this proposition is used",
    )
    return (Benefit(id=f"benefit-{short_id(group)}", statement=gap),)


def _alternatives(sketch: Sketch, name: str) -> tuple[Alternative, ...]:
    contract = sketch.desk.by_contract
    nothing = "let the contract end and do without" if contract else "buy nothing of the kind for now"
    other = "go to another supplier" if contract else "buy the same thing elsewhere"
    return (
        Alternative(id=f"alternative-{name}-other", name=other),
        Alternative(id=f"alternative-{name}-nothing", name=nothing, nothing=True),
    )


def _promises(sketch: Sketch, group: CustomerGroup, kind: Kind | None, name: str) -> tuple[Promise, ...]:
    pen = sketch.pen
    if kind is not None:
        statement = pen.proposal(kind.text, role_for(sketch.desk, kind))
        shown = proven(pen, kind, group.segment)
        proofs = (
            (Proof(id=f"proof-{name}-{kind.id}", kind=ProofKind.MEASURE, statement=shown),) if shown else ()
        )
        return (
            Promise(id=f"promise-{name}-{kind.id}", statement=statement, measure=kind.measure, proofs=proofs),
        )
    if group.intent is not None and group.intent.intent is Intent.RETIRE:
        ending = pen.proposal("You hear early what ends, and nobody is left without an answer.", MARKETING)
        return (Promise(id=f"promise-{name}-ending", statement=ending),)
    if group not in sketch.leading:
        return ()
    gap = pen.gap(
        f"No promise to {who(group)} can be told apart from what others are promised.",
        "a need of theirs that others do not have, and a measure that would show it broken",
    )
    return (Promise(id=f"promise-{name}-open", statement=gap),)
