"""What is added to a group once all are known: what is put in, what could be had, how to picture it."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.drafting.chapters.economics import goes
from custrata.drafting.desk import key
from custrata.drafting.papers.profiles import MONTHS
from custrata.drafting.roles import FINANCE
from custrata.drafting.sketch import Sketch, called
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.statement import Claim, Proposal, Statement
from custrata.vocabulary import Intent

INVESTMENT: Mapping[Intent, str] = {
    Intent.GROW: "Put in more of people and money than their share of revenue, and look after two "
    "quarters at what "
    "came back.",
    Intent.MAINTAIN: "Keep what is put in now; take nothing from them to pay for the others.",
    Intent.RE_ENGINEER: "Spend once on help that needs nobody and on a price that carries its cost, "
    "then less each "
    "month.",
    Intent.RETIRE: "Put in nothing new.",
}
"""How much is put into a group, by what is meant with it."""


TO_STAY = "Spend on what makes them commit, tried on some of them first; stop what changes nothing."
"""How much is put into a group to re-engineer because its customers leave."""


def with_details(sketch: Sketch) -> tuple[CustomerGroup, ...]:
    """The groups with investment, potential and picture; what would be said twice is said once."""
    said: set[Intent] = set()
    return tuple(_detailed(sketch, group, said) for group in sketch.groups)


def _detailed(sketch: Sketch, group: CustomerGroup, said: set[Intent]) -> CustomerGroup:
    first = group == sketch.primary
    return group.model_copy(
        update={
            "investment": _investment(sketch, group, said),
            "narrative": _narrative(sketch, group),
            "potential": _potential(sketch, group) if first else None,
            "measures_value": _measures(sketch, group) if first else None,
            "configuration": _configuration(sketch, group) if first else None,
            "primary_months": MONTHS if first else None,
        }
    )


def _investment(sketch: Sketch, group: CustomerGroup, said: set[Intent]) -> Proposal | None:
    intent = group.intent.intent if group.intent else None
    if intent is None or intent in said or (sketch.desk.flat_tiers and group.partition == "tier"):
        return None
    said.add(intent)
    stays = intent is Intent.RE_ENGINEER and goes(sketch.desk, group.segment)
    return sketch.pen.proposal(TO_STAY if stays else INVESTMENT[intent], FINANCE)


def _narrative(sketch: Sketch, group: CustomerGroup) -> Claim | None:
    """One customer of the group as figures that no other place gives; None where they are not known."""
    desk, segment = sketch.desk, group.segment
    reading = desk.snapshot.reading("cost_to_serve", segment)
    each = desk.figure(
        "each",
        "cost_to_serve",
        segment,
        over=[key("customers", segment)],
        unit=reading.unit if reading else "",
    )
    ahead = desk.figure("ahead", "lifetime_value", segment)
    text = (
        "Picture one of {n}: serving it has cost {each} so far, and it is expected to bring {ahead} "
        "from here on."
    )
    return sketch.pen.claim(text, desk.figure("n", "customers", segment), each, ahead, topic="picture")


def _potential(sketch: Sketch, group: CustomerGroup) -> Statement:
    return sketch.pen.gap(
        f"What {called(group)} spend elsewhere on what we could sell them is not known.",
        "what they spend in all, by customer, from interviews or from sales; then share of wallet can "
        "be read",
    )


def _measures(sketch: Sketch, group: CustomerGroup) -> Statement:
    return sketch.pen.gap(
        f"By what {called(group)} tell that they got what they came for is not known.",
        "the number that they show their own boss or family, from interviews",
    )


def _configuration(sketch: Sketch, group: CustomerGroup) -> Statement:
    return sketch.pen.gap(
        f"Which products {called(group)} hold, and which they would do without, is not known by group.",
        "products or plans read by group, and a talk with three of them",
    )
