"""Where the company listens: what its tables show is heard already, and what is proposed beside it."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.drafting.roles import DATA, MARKETING, PEOPLE, SERVICE, winner
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.governance import InsightSource, Voice

ASKED = (
    ("nps", "whether customers would recommend us"),
    ("csat", "whether customers are satisfied"),
    ("ces", "how much effort it was"),
    ("average_rating", "reviews"),
)
"""Measures of answers and what was asked."""

QUARTER, HALF_YEAR, WEEK, MONTH = 91, 182, 7, 30
"""Days between two times of listening."""


def draft_insight_sources(sketch: Sketch) -> tuple[InsightSource, ...]:
    """Three voices: of customers, of employees, of the operation."""
    return (*_customers(sketch), *_operation(sketch), _employees())


def _customers(sketch: Sketch) -> Iterator[InsightSource]:
    if sketch.has("tickets"):
        yield InsightSource(
            id="source-tickets",
            voice=Voice.CUSTOMER,
            method="requests for help, on record",
            every_days=WEEK,
            feeds=("brief-all",),
            loop="whoever asked hears when the cause is gone",
            owner=Owner(role=SERVICE),
        )
    for measure, asked in ASKED:
        if sketch.desk.value(measure) is not None:
            yield InsightSource(
                id=f"source-{measure.replace('_', '-')}",
                voice=Voice.CUSTOMER,
                method=f"answers on {asked}, on record",
                feeds=("brief-all",),
                loop="the lowest answers are called back within a week",
                owner=Owner(role=SERVICE),
            )
    yield InsightSource(
        id="source-interviews",
        voice=Voice.CUSTOMER,
        method="interviews with customers, proposed",
        every_days=QUARTER,
        feeds=("research-interviews", "empathy-all"),
        loop="everybody who was asked gets a page on what was learned",
        owner=Owner(role=MARKETING),
    )


def _operation(sketch: Sketch) -> Iterator[InsightSource]:
    held = [
        name
        for table, name in (
            ("transactions", "orders"),
            ("subscriptions", "contracts"),
            ("usage", "use"),
            ("opportunities", "opportunities"),
            ("costs", "costs of serving"),
        )
        if sketch.has(table)
    ]
    if held:
        yield InsightSource(
            id="source-operation",
            voice=Voice.OPERATION,
            method=f"{_listed(held)}, on record, read at each build",
            every_days=MONTH,
            feeds=("journey-all",),
            loop="the weekly review says what was done about what changed",
            owner=Owner(role=DATA),
        )
    if sketch.has("opportunities"):
        yield InsightSource(
            id="source-losses",
            voice=Voice.OPERATION,
            method="why deals were lost, told by the customer and not by us, proposed",
            every_days=QUARTER,
            feeds=("note-competitors",),
            loop="sales hears what customers said of it",
            owner=Owner(role=winner(sketch.desk)),
        )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _employees() -> InsightSource:
    return InsightSource(
        id="source-employees",
        voice=Voice.EMPLOYEE,
        method="what those who speak with customers would change first, proposed",
        every_days=HALF_YEAR,
        feeds=("brief-all",),
        loop="each proposal gets an answer: done, later or no, with the reason",
        owner=Owner(role=PEOPLE),
    )
