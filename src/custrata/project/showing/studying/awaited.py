"""What analyses that are not built yet will need, and how much of it a snapshot holds already."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.project.showing.scene import Scene


@dataclass(frozen=True)
class Need:
    """What an analysis asks for: words, and the columns that give it."""

    words: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Analysis:
    """An analysis that comes later.

    Attributes:
        id: Its anchor on a page.
        title: What it is called.
        answers: The question that it answers.
        needs: What it asks for.
    """

    id: str
    title: str
    answers: str
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class Standing:
    """How far a snapshot is on the way to an analysis.

    Attributes:
        analysis: The analysis.
        there: What the data hold already, with the rows of the table that holds it.
        lacking: What they do not hold.
    """

    analysis: Analysis
    there: tuple[tuple[Need, int], ...]
    lacking: tuple[Need, ...]


_ORDERS = Need("dated purchases of each customer", ("transactions.customer_id", "transactions.occurred_at"))
_CONTRACTS = Need(
    "contracts with their beginning and end", ("subscriptions.started_on", "subscriptions.ended_on")
)
_REACHED = Need(
    "which customer was reached, when and by what", ("touches.customer_id", "touches.occurred_at")
)
_ATTRIBUTES = Need("attributes known before the first purchase", ("customers.acquired_on",))

NEXT: tuple[Analysis, ...] = (
    Analysis(
        "next-action",
        "Next best action",
        "What to offer each customer next, with the reason, the cost and what it is expected to bring.",
        (_REACHED, _ORDERS, Need("what an offer costs", ("touches.cost",))),
    ),
    Analysis(
        "uplift",
        "What a campaign changes",
        "Whom a campaign moves, against customers that were left alone at random.",
        (_REACHED, Need("customers left alone at random", ("touches.arm", "campaigns.randomised"))),
    ),
    Analysis(
        "survival",
        "Who leaves next",
        "How likely each customer is to leave in the coming months, with reasons, examined on later data.",
        (_CONTRACTS, Need("how customers use what they pay for", ("usage.occurred_at",)), _ORDERS),
    ),
    Analysis(
        "profile",
        "Ideal customer profile",
        "Which signs, known before they buy, tell who comes, stays and pays; tested on customers not seen.",
        (_ATTRIBUTES, Need("deals won and lost", ("opportunities.won",)), _ORDERS),
    ),
)
"""Analyses of why and what next."""

WORDS: tuple[Analysis, ...] = (
    Analysis(
        "themes",
        "Themes in their words",
        "What customers write about, how often, how it moves; each theme with quotations that name nobody.",
        (Need("texts of answers", ("feedback.text",)), Need("texts of tickets", ("tickets.text",))),
    ),
    Analysis(
        "reasons",
        "Reasons for leaving and for lost deals",
        "What customers give as the reason, set against what they did before.",
        (
            Need("reasons for ending a contract", ("subscriptions.end_reason",)),
            Need("reasons why deals were lost", ("opportunities.reason",)),
        ),
    ),
)
"""Analyses of what customers say."""


def standing(scene: Scene, analysis: Analysis) -> Standing:
    """How far the data are on the way to an analysis.

    Args:
        scene: The snapshot is asked which columns hold data.
        analysis: What is to come.
    """
    manifest = scene.snapshot.manifest
    held = [need for need in analysis.needs if set(need.columns) <= manifest.provided]
    return Standing(
        analysis,
        tuple((need, manifest.tables.get(need.columns[0].partition(".")[0], 0)) for need in held),
        tuple(need for need in analysis.needs if need not in held),
    )
