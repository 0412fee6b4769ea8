"""Purpose and context: what only people can say, and what the base shows."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.drafting.canvas.block import block
from custrata.drafting.desk import key
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF, SPONSOR, keeper
from custrata.strategy.parts.canvas import Block, ContextZone, PurposeZone
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.vocabulary import Stage

Said = Sequence[Claim]


def purpose_zone(pen: Pen) -> PurposeZone:
    """What the company is for: a gap, and a principle to agree or refuse."""
    principle = (
        "We judge ourselves by customers who choose to stay when they are free to go."
        if pen.desk.by_contract
        else "We judge ourselves by what customers come back for, not by what we sold them once."
    )
    return PurposeZone(
        purpose=block(
            "purpose",
            SPONSOR,
            [
                pen.proposal(f"Principle to agree or refuse: {principle[0].lower()}{principle[1:]}", SPONSOR),
                pen.gap(
                    "No data say what the company is for, where it wants to be, and what it stands for.",
                    "purpose, vision, mission and values in the words of the board",
                ),
            ],
        )
    )


def context_zone(pen: Pen, business: Said, customers: Said) -> ContextZone:
    """How the business earns, and who the customers are.

    Args:
        pen: The pen.
        business: Findings that belong to the business.
        customers: Findings that belong to the customers.
    """
    return ContextZone(business_context=_business(pen, business), customer_context=_customers(pen, customers))


def _business(pen: Pen, findings: Said) -> Block:
    desk = pen.desk
    size = _size(pen)
    trend = pen.claim(
        f"Revenue of {desk.this_year} is {{now}}, against {{before}} in {desk.year_before}.",
        desk.figure("now", "revenue", period="current"),
        desk.figure("before", "revenue", period="previous"),
        topic="revenue_trend",
    )
    return block(
        "business_context",
        SPONSOR,
        [
            size,
            trend,
            *findings,
            pen.gap(
                "The targets for revenue from keeping, widening and winning customers are not known.",
                "a reading of the table of targets, which Custrata does not give yet"
                if desk.snapshot.manifest.tables.get("targets")
                else "the financial plan by team, group and product",
            ),
            pen.gap("The business goals that this strategy has to serve are not known.", "the business plan"),
        ],
    )


def _size(pen: Pen) -> Claim | Gap:
    desk = pen.desk
    n = desk.figure("n", "customers")
    if desk.by_contract:
        return pen.claim_or_gap(
            "{contracts|contract runs|contracts run}, for {each} a month each on average.",
            desk.figure("contracts", "contracts"),
            desk.figure("each", "average_mrr"),
            gap="What contracts bring a month is not known.",
            waits_for="a table of subscriptions with prices",
            topic="size",
        )
    sold = pen.claim(
        "{n|customer is|customers are} known; {orders|order|orders} brought {revenue}.",
        n,
        desk.figure("orders", "orders"),
        desk.figure("revenue", "revenue"),
        topic="size",
    )
    earned = sold or pen.claim(
        "{n|customer is|customers are} known; opportunities won brought {won}.",
        n,
        desk.figure("won", "won_revenue"),
        topic="size",
    )
    return earned or pen.gap("What customers bring is not known.", "a table of orders or of contracts")


def _customers(pen: Pen, findings: Said) -> Block:
    desk = pen.desk
    counted = _counted(pen)
    won = desk.figure("new", "new_customers", period="current")
    new = pen.claim(
        f"{{new|customer is|customers are}} new in {desk.this_year}."
        if won and won.value
        else f"No customer is new in {desk.this_year}.",
        won,
        topic="new_customers",
    )
    return block("customer_context", keeper(desk), [counted, new, *findings, *_frequency(pen), *_people(pen)])


def _counted(pen: Pen) -> Claim | None:
    desk = pen.desk
    n, left = desk.figure("n", "customers"), desk.figure("left", "customer_churn_rate")
    if desk.contractual and desk.snapshot.manifest.notional and left and left.value:
        known = "{n|customer is|customers are} known, {left} of them have left."
        return pen.claim(known, n, left, topic="customers")
    if desk.by_contract:
        return pen.claim("{n|customer is|customers are} on record.", n, topic="customers")
    now = desk.figure("now", "active_customers", period="current")
    bought = pen.claim(
        f"{{now}} of {{n|customer|customers}} bought in {desk.this_year}.", now, n, topic="active"
    )
    if bought is None and desk.worth in ("mrr", "customers"):
        return pen.claim("{n|customer is|customers are} on record.", n, topic="customers")
    return bought


def _frequency(pen: Pen) -> list[Claim | None]:
    desk = pen.desk
    if desk.invoiced:
        return []  # What comes between two invoices is the calendar, not the customer.
    return [
        pen.claim(
            "Half of all orders follow the customer's last within {days|day|days}, nine in ten within "
            "{long|day|days}.",
            desk.figure("days", "inter_purchase_days"),
            desk.figure("long", "inter_purchase_days_p90"),
            topic="rhythm",
        ),
        pen.claim(
            f"{{quiet}} of customers{desk.newcomers_aside} have not ordered for longer than the usual gap "
            "between two orders.",
            desk.figure(
                "quiet",
                "customers",
                (("stage", "at risk"),),
                plus=[key("customers", (("stage", "lapsed"),))],
                over=desk.keys("customers", "stage"),
            ),
            topic="quiet",
        )
        if not desk.contractual and desk.in_stage("n", Stage.AT_RISK)
        else None,
    ]


def _people(pen: Pen) -> list[Gap | Proposal]:
    tables = pen.desk.snapshot.manifest.tables
    found: list[Gap | Proposal] = []
    if not tables.get("people"):
        found.append(
            pen.gap(
                "Whether those who pay are those who use is not known.",
                "a table of people with their part: who pays, who uses",
            )
        )
    found.append(
        pen.gap(
            "What customers need, what they try to get done and what they would leave for is not known.",
            "interviews, or a survey of needs that is read by group"
            if tables.get("feedback")
            else "interviews, or a survey of needs",
        )
    )
    gone = "left" if pen.desk.by_contract else "have not come back"
    if pen.desk.worth == "won_revenue":
        gone = "chose another"
    top = "customers of the top tier" if pen.desk.keys("customers", "tier") else "of the largest customers"
    whom = f"ten {top} and ten who {gone}"
    if pen.desk.worth == "customers":  # nothing tells who is large or who stays away
        whom = "twenty customers"
    found.append(pen.proposal(f"Speak with {whom} before any promise is written.", CHIEF))
    return found
