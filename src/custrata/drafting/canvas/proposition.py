"""Proposition and experience: what customers get, what comes back, what it is like."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.drafting.canvas.block import block
from custrata.drafting.chapters.goals import NEARLY_ALL
from custrata.drafting.desk import UNKNOWN, Desk, key, nameless
from custrata.drafting.findings.worth import counted_as
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF, FINANCE, MARKETING, SERVICE, keeper
from custrata.strategy.parts.canvas import Block, PropositionZone
from custrata.strategy.parts.statement import Claim, Gap
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Reading

Said = Sequence[Claim]


def proposition_zone(pen: Pen, business: Said, experience: Said) -> PropositionZone:
    """The three blocks of the middle of the canvas.

    Args:
        pen: The pen.
        business: Findings on what comes back.
        experience: Findings on what it is like to be a customer.
    """
    return PropositionZone(
        customer_value_proposition=_promise(pen),
        business_value_proposition=_return(pen, business),
        concept_of_experience=_experience(pen, experience),
    )


def largest(desk: Desk, measure: str, dimension: str) -> Reading | None:
    """The value of a dimension with the largest number of a measure; None where no value is named."""
    points = desk.snapshot.points(measure, dimension)
    named = [r for r in points if r.value and r.segment[0][1] != UNKNOWN and not nameless(r.segment[0][1])]
    return max(named, key=lambda r: (r.value or 0.0, r.segment), default=None)


def _promise(pen: Pen) -> Block:
    desk = pen.desk
    top = largest(desk, "revenue", "category")
    bought = (
        pen.claim(
            f"“{quotable(top.segment[0][1])}” is what customers spend most on: {{share}} of revenue.",
            desk.share("share", "revenue", top.segment),
            topic="top_category",
        )
        if top
        else None
    )
    breadth = pen.claim(
        "A customer buys from {breadth|category|categories} on average.",
        desk.figure("breadth", "category_breadth"),
        topic="breadth",
    )
    return block(
        "customer_value_proposition",
        MARKETING,
        [
            bought,
            breadth,
            pen.proposal(
                "Write one promise per customer group, in customers' own words, and set it against the best "
                "alternative and against doing nothing.",
                MARKETING,
            ),
            pen.gap(
                "Why customers choose us is not known.",
                "interviews with those who chose us and those who did not",
            ),
            pen.gap("No promise has been tested with customers.", "a test: with whom, when, what they said"),
        ],
    )


def _return(pen: Pen, findings: Said) -> Block:
    desk = pen.desk
    worth = desk.worth
    each = (
        pen.claim(
            "A customer has brought {each} so far on average."
            if worth != "mrr"
            else "A customer brings {each} a month on average.",
            desk.figure(
                "each",
                worth,
                minus=desk.of_known(worth),
                over=[key("customers")],
                unit=_money(desk, worth),
            ),
            topic="worth_of_a_customer",
        )
        if worth != "customers"
        else None
    )
    margin = pen.claim_or_gap(
        "{rate} of revenue is left after cost.",
        desk.figure("rate", "gross_margin_rate"),
        gap="What is left of revenue after cost is not known.",
        waits_for="a column of cost or profit",
        topic="margin",
    )
    return block(
        "business_value_proposition",
        FINANCE,
        [
            each,
            margin,
            *findings,
            pen.proposal(f"Pay for the strategy out of {_paid_by(desk)}, and say so in the budget.", FINANCE),
            _winning(pen),
            _serving(pen),
            _ahead(pen),
        ],
    )


MUCH_LOST = 0.05
"""Part of what all customers leave from which ending losses can pay for a strategy."""


def _paid_by(desk: Desk) -> str:
    """What pays for a strategy: losses that end where they are large, else what the company lives on."""
    lost, left = desk.value("loss_making_margin"), desk.value("gross_margin")
    if lost and left and left > 0 and abs(lost) >= MUCH_LOST * left:
        return "the losses that it ends"
    if desk.worth == "won_revenue":
        return "the hours that no longer go into deals that do not fit"
    return "what better keeping returns"


def _winning(pen: Pen) -> Claim | Gap:
    desk = pen.desk
    spent = desk.snapshot.manifest.tables.get("spend")
    return pen.claim_or_gap(
        "It cost {cost} to win one customer, all spend on winning counted.",
        desk.figure("cost", "customer_acquisition_cost"),
        gap="What it costs to win a customer is not known.",
        waits_for="spend in months in which customers were won" if spent else "spend by channel and month",
        topic="cost_of_winning",
    )


def _serving(pen: Pen) -> Claim | Gap:
    desk = pen.desk
    each = desk.figure("each", "cost_to_serve", over=[key("customers")], unit=_money(desk, "cost_to_serve"))
    costs = desk.snapshot.manifest.tables.get("costs")
    return pen.claim_or_gap(
        "Serving one customer has cost {each} so far on average, {ratio} of revenue.",
        each,
        desk.figure("ratio", "cost_to_serve_ratio"),
        gap="What it costs to serve a customer is not known.",
        waits_for="what causes each cost: tickets, seats or orders by customer"
        if costs
        else "costs by driver",
        topic="cost_of_serving",
    )


def _ahead(pen: Pen) -> Claim | Gap:
    """What a customer will be worth, or what that waits for."""
    desk = pen.desk
    reading = desk.snapshot.reading("lifetime_value")
    why = reading.reason if reading is not None and reading.value is None and reading.reason else ""
    why = why or desk.snapshot.manifest.missing.get("lifetime_value", "")
    basis, span = counted_as(reading) if reading is not None else ("", "")
    who = "A customer who is still there" if desk.by_contract else "A customer"
    return pen.claim_or_gap(
        f"{who} is worth {{ahead}} of {basis} {span.replace('in ', 'over ', 1)}, on average.",
        desk.figure("ahead", "lifetime_value"),
        gap="What a customer will be worth is not known; they are ranked by what they brought so far.",
        waits_for=_plainly(why),
        topic="lifetime_value",
    )


def _plainly(reason: str) -> str:
    """What lifetime value waits for, in words that need no name of a column."""
    if "notional" in reason or "date" in reason:
        return "orders or contracts with dates over some time"
    return "a longer history of orders or contracts, on which a model can be tried"


def _money(desk: Desk, measure: str) -> str:
    reading = desk.snapshot.reading(measure)
    return reading.unit if reading else ""


def _experience(pen: Pen, findings: Said) -> Block:
    desk = pen.desk
    first = (
        "Design the first ninety days of a contract backwards from the moment at which it first pays off."
        if desk.by_contract
        else "Design the way from the first order to the second, and give it an owner."
    )
    if desk.worth == "won_revenue":
        first = "Design the way from the first talk to a decision, and give it an owner."
    elif not desk.by_contract and (desk.value("repeat_rate") or 0.0) >= NEARLY_ALL:
        first = (
            "Design what happens when a customer breaks the habit: who notices, who asks, what is offered."
        )
    answer = pen.claim(
        "Half of the tickets with a known time got a first answer within {hours|hour|hours}.",
        desk.waiting("hours", "first_response_hours"),
        topic="first_answer",
    )
    return block(
        "concept_of_experience",
        SERVICE,
        [
            answer,
            *findings,
            pen.proposal(first, keeper(desk)),
            pen.proposal("Name one owner for every stage and for every step between two stages.", CHIEF),
            pen.gap(
                "What customers think and feel at each stage is not known.", "interviews along the journey"
            ),
        ],
    )
