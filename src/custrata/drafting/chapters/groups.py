"""Customer groups of the first draft: one partition of the base, with economics, intent and service."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from custrata.drafting.chapters.economics import BROUGHT, goes, group_economics, reasons
from custrata.drafting.chapters.intents import emphasised, propose, targeted
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF, MARKETING, SERVICE, keeper
from custrata.drafting.separation import Separation, named, plain, separations
from custrata.strategy.parts.group import CustomerGroup, GroupIntent, TargetShare
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Statement
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Intent, Segment, Tier

MOST_GROUPS = 6
"""More groups than this are too many to mean something different with each."""

EXPECTED = {
    Intent.GROW: "More customers of this kind, and more from each: their part of the portfolio rises.",
    Intent.MAINTAIN: "They stay, and bring as much as now.",
    Intent.RE_ENGINEER: "The exchange comes into balance: they get what keeps them, at a cost they carry.",
    Intent.RETIRE: "The relationship ends in an orderly way, and nobody new of this kind is won.",
}
COMMITTED = "Fewer of them leave, and more of them take what those who stay have."
"""What is expected of a group to re-engineer because its customers leave, not because it loses money."""

SERVICE_BY_TIER = {
    Intent.GROW: "As their tier, and more: they are shown what else would help them.",
    Intent.MAINTAIN: "As their tier: what they get today stays, and any change is announced.",
    Intent.RE_ENGINEER: "As their tier, and less by hand: what needs a person is charged for or replaced.",
    Intent.RETIRE: "As their tier, until the relationship ends.",
}
"""How a group that is a tier is served: the policy of the tier says the rest."""

SERVICE_TO_STAY = (
    "Changed: a reason to commit is offered early, and a person speaks with those about to leave."
)
"""How a group is served whose customers leave much more often than others."""

SERVICE_BY_INTENT = {
    Intent.GROW: "Proactive: a person looks after them before they ask, and shows them what else helps.",
    Intent.MAINTAIN: "Dependable: what they get today stays, and any change is announced.",
    Intent.RE_ENGINEER: "Changed: self-service first, and a person where a customer is about to leave.",
    Intent.RETIRE: "Self-service only, until the relationship ends.",
}


@dataclass(frozen=True, slots=True)
class Partition:
    """How the base is shared out into groups.

    Attributes:
        dimension: The attribute, or ``tier``.
        segments: The groups, in order.
        worth: Measure of their value; empty where none is known by this dimension.
    """

    dimension: str
    segments: tuple[Segment, ...]
    worth: str


_LONGEST_ID = 60


def partition(desk: Desk) -> Partition | None:
    """The partition that the groups are drafted from.

    The attribute that best separates customers, where it covers the base with at most six values that are all
    large enough; else the portfolio tiers, where they tell customers apart; else nothing.
    """
    for found in separations(desk):
        if found.whole and len(found.values) <= MOST_GROUPS and _complete(desk, found):
            return Partition(
                found.dimension, tuple(v.segment for v in found.values), _worth(desk, found.dimension)
            )
    tiers = tuple((("tier", t.value),) for t in Tier)
    if desk.flat_tiers:
        return None
    if len(desk.keys("customers", "tier")) == len(tiers):
        return Partition("tier", tiers, desk.worth_by_tier)
    return None


def draft_groups(pen: Pen) -> tuple[CustomerGroup, ...]:
    """The groups, or none where the snapshot tells no customers apart."""
    shared = partition(pen.desk)
    if shared is None:
        return ()
    economics = [group_economics(pen.desk, shared.worth, s) for s in shared.segments]
    intents = propose(economics)
    first = emphasised(economics, intents)
    aims = targeted(economics, intents)
    return tuple(
        _group(pen, shared, segment, intent, leads, aim)
        for segment, intent, leads, aim in zip(shared.segments, intents, first, aims, strict=True)
    )


def group_name(segment: Segment) -> str:
    """What a group is called: ``Gold customers``, ``Contract: Two year``."""
    dimension, value = segment[0]
    return (
        f"{value.capitalize()} customers"
        if dimension == "tier"
        else f"{plain(dimension).capitalize()}: {quotable(value)}"
    )


def group_id(segment: Segment) -> str:
    """The stable address of a group."""
    whole = "-".join(segment[0]).lower()
    words = re.sub(r"[^a-z0-9]+", "-", whole).strip("-")
    if len(words) <= _LONGEST_ID and re.fullmatch(r"[a-z0-9]+(?:[ _-][a-z0-9]+)*", whole):
        return f"group-{words}"
    # What the id cannot spell tells two groups apart all the same.
    return f"group-{words[:_LONGEST_ID]}-{hashlib.sha256(whole.encode()).hexdigest()[:6]}"


def _complete(desk: Desk, found: Separation) -> bool:
    return len(desk.keys("customers", found.dimension)) == len(found.values)


def _worth(desk: Desk, dimension: str) -> str:
    return next((m for m in (*desk.ranked_by, *BROUGHT) if desk.keys(m, dimension)), "")


def _group(
    pen: Pen, shared: Partition, segment: Segment, intent: Intent, leads: bool, aim: float | None
) -> CustomerGroup:
    dimension, value = segment[0]
    name = group_name(segment)
    position = _position(pen, shared, segment)
    return CustomerGroup(
        id=group_id(segment),
        name=name,
        partition=dimension,
        segment=segment,
        tag=f"{dimension}={value}",
        attributes=(f"{plain(dimension)} is {value}",),
        share_now=position,
        share_targeted=_target(aim),
        needs=(
            pen.gap(
                f"What {named(segment)} need is not known.",
                "a survey of needs that is read by group, or interviews",
            ),
        )
        if leads
        else (),
        buys=tuple(s for s in (_buys(pen, segment),) if s is not None),
        proposition=pen.gap(
            f"No promise to {named(segment)} is agreed yet.", "their needs in their own words"
        ),
        service_model=pen.proposal(_service(pen.desk, segment, intent), SERVICE),
        intent=_intent(pen, segment, intent, leads),
        owner=Owner(role=keeper(pen.desk)),
    )


def _service(desk: Desk, segment: Segment, intent: Intent) -> str:
    if segment[0][0] == "tier" and not desk.flat_tiers:
        return SERVICE_BY_TIER[intent]
    if intent is Intent.RE_ENGINEER and goes(desk, segment):
        return SERVICE_TO_STAY
    return SERVICE_BY_INTENT[intent]


def _position(pen: Pen, shared: Partition, segment: Segment) -> Claim | None:
    desk, name = pen.desk, _quoted(segment)
    size = desk.share("customers_share", "customers", segment)
    value = desk.share("value_share", shared.worth, segment) if shared.worth else None
    if value is None:
        return pen.claim(f"{name}: {{customers_share}} of customers.", size, topic="group")
    return pen.claim(
        f"{name}: {{customers_share}} of customers, {{value_share}} of {desk.noun_of(shared.worth)}.",
        size,
        value,
        topic="group",
    )


def _quoted(segment: Segment) -> str:
    dimension, value = segment[0]
    return (
        f"{value.capitalize()} customers"
        if dimension == "tier"
        else f"{plain(dimension).capitalize()} “{quotable(value)}”"
    )


def _target(aim: float | None) -> TargetShare:
    if aim is None:
        return TargetShare(owner=Owner(role=CHIEF))
    return TargetShare(
        value=aim,
        in_months=12,
        basis="A start for the discussion: a tenth more for groups to grow, from those that bring least.",
        owner=Owner(role=CHIEF),
    )


def _buys(pen: Pen, segment: Segment) -> Statement | None:
    desk = pen.desk
    return pen.claim(
        "An invoice to one of them comes to {value} on average; half of them had one in the last "
        "{days|day|days}."
        if desk.by_contract
        else "An order of theirs is worth {value} on average; half of them ordered in the last "
        "{days|day|days}.",
        desk.figure("value", "average_order_value", segment),
        desk.figure("days", "days_since_last_order", segment),
        topic="group_buying",
    )


def _expected(desk: Desk, segment: Segment, intent: Intent) -> str:
    stays = intent is Intent.RE_ENGINEER and goes(desk, segment)
    return COMMITTED if stays else EXPECTED[intent]


def _intent(pen: Pen, segment: Segment, intent: Intent, leads: bool) -> GroupIntent:
    reason: tuple[Statement, ...] = reasons(pen, segment)
    role = CHIEF if leads else MARKETING
    return GroupIntent(
        intent=intent,
        emphasised=leads,
        reason=reason
        or (pen.gap("The economics of the group are not known.", "orders or contracts by customer"),),
        expected=(pen.proposal(_expected(pen.desk, segment, intent), role),),
        owner=Owner(role=role),
    )
