"""Insight, performance and governance: how the company learns, what it measures, who decides."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.drafting.canvas.block import block
from custrata.drafting.chapters.goals import NEARLY_ALL
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF, DATA, FINANCE, PEOPLE, SPONSOR, keeper
from custrata.strategy.parts.canvas import Block, SteeringZone
from custrata.strategy.parts.statement import Claim, Proposal

Said = Sequence[Claim]


def steering_zone(pen: Pen, insight: Said, performance: Said) -> SteeringZone:
    """The three blocks at the foot of the canvas.

    Args:
        pen: The pen.
        insight: Findings on what is known and not known.
        performance: Findings on how well it goes.
    """
    return SteeringZone(
        insight=_insight(pen, insight),
        performance=_performance(pen, performance),
        governance=_governance(pen),
    )


def _insight(pen: Pen, findings: Said) -> Block:
    desk = pen.desk
    heard = pen.claim(
        "{n|ticket|tickets} are on record, {each} for each customer.",
        desk.figure("n", "tickets"),
        desk.figure("each", "tickets_per_customer"),
        topic="tickets",
    )
    return block(
        "insight",
        DATA,
        [
            heard,
            *findings,
            pen.proposal(
                "Hear three voices each month: of customers, of employees, of the operation.", CHIEF
            ),
            pen.proposal("Check every claim of this document at each build of the data.", DATA),
            pen.gap(
                "Who will leave, who will buy more and who would speak for us cannot be said yet.",
                "predictions for single customers, tested on a later period, which Custrata does not "
                "give yet",
            ),
        ],
    )


def _performance(pen: Pen, findings: Said) -> Block:
    return block(
        "performance",
        FINANCE,
        [
            *findings,
            _incentive(pen),
            pen.proposal(
                "Every goal has one figure that moves within weeks and one that sums up the year.", CHIEF
            ),
            pen.gap(
                "What people are paid and praised for today is not known.", "the incentive plans by team"
            ),
        ],
    )


def _incentive(pen: Pen) -> Proposal:
    desk = pen.desk
    if desk.by_contract:
        text = "Pay sales for customers who are still there a year later, not for signatures."
    elif desk.worth == "won_revenue":
        text = "Pay sales for deals that fit the customers we want, not for the number of deals."
    elif (desk.value("repeat_rate") or 0.0) >= NEARLY_ALL and desk.value("gross_margin_rate") is not None:
        text = "Reward teams for what is left after cost, not for orders alone."
    else:
        text = "Reward teams for customers who come back, not for orders alone."
    return pen.proposal(text, PEOPLE)


def _governance(pen: Pen) -> Block:
    return block(
        "governance",
        SPONSOR,
        [
            pen.proposal(
                "Weekly, 30 minutes: what is new, the top issues, results of tests.", keeper(pen.desk)
            ),
            pen.proposal("Monthly, 60 minutes: focus on groups, consequences, people and money.", CHIEF),
            pen.proposal("Yearly: groups revisited, strategy handed to planning and budget.", SPONSOR),
            pen.proposal("Write down at each review what is stopped, started and continued.", CHIEF),
            pen.gap("Who may decide what is not settled.", "decision rights, agreed by all functions"),
        ],
    )
