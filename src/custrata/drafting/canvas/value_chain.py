"""Value chain: what is offered, what the company must be able to do, who does it."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.drafting.canvas.block import block
from custrata.drafting.canvas.proposition import largest
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF, DATA, PEOPLE, PRODUCT, SPONSOR, keeper
from custrata.strategy.parts.canvas import Block, ValueChainZone
from custrata.strategy.parts.statement import Claim, Gap
from custrata.strategy.wording.sentence import quotable

Said = Sequence[Claim]

TABLES = {
    "people": "who pays, who uses and whom to speak to",
    "usage": "which features customers use",
    "tickets": "what customers need help with",
    "feedback": "what customers say",
    "costs": "what serving a customer costs",
    "spend": "what winning a customer costs",
    "opportunities": "what is won and lost, and why",
    "campaigns": "what reaches customers",
}
"""Tables whose absence keeps a question open."""


def value_chain_zone(pen: Pen, products: Said) -> ValueChainZone:
    """The three blocks of the value chain.

    Args:
        pen: The pen.
        products: Findings on what is sold.
    """
    return ValueChainZone(
        products_and_services=_products(pen, products),
        supporting_capabilities=_capabilities(pen),
        people_and_culture=_people(pen),
    )


def _products(pen: Pen, findings: Said) -> Block:
    desk = pen.desk
    kept = largest(desk, "gross_margin", "category")
    earns = (
        pen.claim(
            f"“{quotable(kept.segment[0][1])}” earns most: {{margin}} after cost.",
            desk.figure("margin", "gross_margin", kept.segment),
            topic="best_category",
        )
        if kept and (kept.value or 0) > 0
        else None
    )
    return block(
        "products_and_services",
        PRODUCT,
        [
            earns,
            *findings,
            pen.proposal(
                "Set out for every tier what it gets as a matter of course and what it pays for."
                if desk.keys("customers", "tier")
                else "Set out what every customer gets as a matter of course and what is paid for.",
                PRODUCT,
            ),
            None
            if desk.snapshot.manifest.tables.get("usage")
            else pen.gap("Which products and features go with staying is not known.", "a table of usage"),
        ],
    )


def _capabilities(pen: Pen) -> Block:
    desk = pen.desk
    reach = pen.claim(
        "Campaigns reach {reach} of customers.", desk.figure("reach", "campaign_reach"), topic="reach"
    )
    mark = (
        "Put the tier and the group of every customer into the systems that people work in."
        if desk.keys("customers", "tier")
        else "Give every customer one number in all systems, so that what they do can be joined."
    )
    return block(
        "supporting_capabilities",
        DATA,
        [
            reach,
            pen.proposal(mark, DATA),
            pen.proposal("Choose tools after the groups and their promises are agreed, not before.", CHIEF),
            *_absent(pen, desk),
        ],
    )


def _absent(pen: Pen, desk: Desk) -> list[Gap]:
    tables = desk.snapshot.manifest.tables
    return [
        pen.gap(f"We cannot see {what}.", f"a table of {name}")
        for name, what in TABLES.items()
        if not tables.get(name) and name not in ("people", "costs", "spend")
    ][:4]


def _people(pen: Pen) -> Block:
    return block(
        "people_and_culture",
        PEOPLE,
        [
            pen.proposal("One person answers for what becomes of customers, across all functions.", SPONSOR),
            pen.proposal(
                "A small team from sales, service, product and data meets every week on the same figures.",
                CHIEF,
            ),
            pen.proposal(
                f"The {keeper(pen.desk)} may give what a customer is entitled to without asking.", PEOPLE
            ),
            pen.gap(
                "How employees see the company through customers' eyes is not known.", "a survey of employees"
            ),
        ],
    )
