"""What the company must be able to do for this strategy, what is missing, and what closes it."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.drafting.roles import CHIEF, DATA, FINANCE, MARKETING, PRODUCT, SERVICE
from custrata.drafting.sketch import Sketch, short_id
from custrata.strategy.parts.offering.capability import Capability, CapabilityKind
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Gap


def draft_capabilities(sketch: Sketch) -> tuple[Capability, ...]:
    """Abilities that groups, goals and initiatives of this draft need; none that nothing needs."""
    return tuple(_capabilities(sketch))


def _capabilities(sketch: Sketch) -> Iterator[Capability]:
    yield _speak(sketch)
    if sketch.groups:
        yield _mark(sketch)
    if sketch.initiatives:
        yield _compare(sketch)
    if not sketch.has("feedback"):
        yield _hear(sketch)
    yield _use(sketch) if sketch.has("usage") else _serving(sketch)


def _speak(sketch: Sketch) -> Capability:
    pen = sketch.pen
    return Capability(
        id="capability-speak",
        name="speak with customers every week and keep what they say where everybody finds it",
        kind=CapabilityKind.SKILL,
        needed_for=tuple(f"proposition-{short_id(g)}" for g in sketch.leading) or ("proposition-all",),
        gap=pen.gap(
            "Whether anybody speaks with customers outside of a sale or a complaint is not known.",
            "a word from sales, service and marketing on whom they spoke with last month",
        ),
        investment=pen.proposal(
            "Two interviews a week, held by the same two people for a quarter.", MARKETING
        ),
        owner=Owner(role=MARKETING),
    )


def _mark(sketch: Sketch) -> Capability:
    pen = sketch.pen
    tag = next((g.partition for g in sketch.groups if g.partition), "group").replace("_", " ")
    return Capability(
        id="capability-mark",
        name=f"see the {tag} of a customer in every system in which people work",
        kind=CapabilityKind.DATA,
        needed_for=tuple(g.id for g in sketch.groups),
        gap=pen.gap(
            f"Whether the systems of sales, marketing and service carry the {tag} is not known.",
            "a look at one customer in each of the systems",
        ),
        investment=pen.proposal(
            "Send the mark into these systems after every build, before anything is automated on it.", DATA
        ),
        owner=Owner(role=DATA),
    )


def _compare(sketch: Sketch) -> Capability:
    pen = sketch.pen
    return Capability(
        id="capability-compare",
        name="keep a part of the customers aside by chance, so that an effect can be told",
        kind=CapabilityKind.PROCESS,
        needed_for=tuple(i.id for i in sketch.initiatives),
        gap=_compared(sketch),
        investment=pen.proposal("Draw who is left out before the first message goes out, and keep it.", DATA),
        owner=Owner(role=DATA),
    )


def _compared(sketch: Sketch) -> Gap:
    if sketch.provides("touches.arm") or sketch.provides("campaigns.randomised"):
        return sketch.pen.gap(
            "Some contacts name those who were left out, but no readout of the difference is built.",
            "the readout of tests, which Custrata does not give yet",
        )
    return sketch.pen.gap(
        "Nothing on record says who was left out of a contact, so that no effect can be told.",
        "a mark on each contact: reached, or kept aside by chance",
    )


def _hear(sketch: Sketch) -> Capability:
    pen = sketch.pen
    return Capability(
        id="capability-hear",
        name="ask customers after what counts for them, and join the answer to what they do",
        kind=CapabilityKind.PROCESS,
        needed_for=tuple(g.id for g in sketch.goals) or ("proposition-all",),
        gap=pen.gap("No answers of customers are on record.", "a table of feedback with the customer's id"),
        investment=pen.proposal("One question after help was given, one a year on recommending us.", SERVICE),
        owner=Owner(role=SERVICE),
    )


def _use(sketch: Sketch) -> Capability:
    pen = sketch.pen
    return Capability(
        id="capability-use",
        name="see who uses what, and notice when use falls",
        kind=CapabilityKind.DATA,
        needed_for=tuple(i.id for i in sketch.initiatives) or ("proposition-all",),
        gap=pen.gap(
            "What customers use is on record, but no measure of this build reads it as a rate.",
            "measures of use, which Custrata does not give yet",
        ),
        investment=pen.proposal("Agree with product which use is the first useful result.", PRODUCT),
        owner=Owner(role=PRODUCT),
    )


def _serving(sketch: Sketch) -> Capability:
    pen, desk = sketch.pen, sketch.desk
    seen = pen.claim(
        "Serving customers is known to take {ratio} of revenue; {rest} more is no customer's.",
        desk.figure("ratio", "cost_to_serve_ratio"),
        desk.figure("rest", "unallocated_cost"),
        topic="serving_known",
    )
    return Capability(
        id="capability-cost",
        name="say what a customer costs to serve before a price is agreed",
        kind=CapabilityKind.PROCESS,
        needed_for=tuple(g.id for g in sketch.groups)
        or tuple(g.id for g in sketch.goals)
        or ("proposition-all",),
        gap=seen
        or pen.gap("What it takes to serve a customer is not known.", "a table of costs by driver and month"),
        investment=pen.proposal("Show the cost to serve beside the price wherever a price is made.", FINANCE),
        owner=Owner(role=FINANCE if desk.worth != "customers" else CHIEF),
    )
