"""Findings on the exchange of value: customers who give much and get little."""

from __future__ import annotations

from re import compile as pattern

from custrata.drafting.desk import Desk
from custrata.drafting.findings.sentence import FindingSentence, known

_UNDER = (("exchange", "under-served"),)
_FELT = frozenset({"satisfaction", "effort", "usage", "outcome"})
"""Parts of value to the customer that tell what a customer got; tenure and discount alone do not."""

_PART = pattern(r"(\w+) \(weight ")


def experienced(desk: Desk) -> bool:
    """Whether value to the customer counts anything that customers said, did or reached."""
    said = next(iter(desk.snapshot.manifest.rules.get("exchange", ())), "")
    return not _FELT.isdisjoint(_PART.findall(said.partition("Not known")[0]))


def under_served(desk: Desk) -> FindingSentence | None:
    """Customers who give more than they get, where what they get is more than tenure and discount."""
    if not experienced(desk):
        return None
    n = desk.figure("n", "exchange_customers", _UNDER)
    part = desk.share("part", "exchange_customers", _UNDER)
    figures = known((n, part))
    if figures is None or not figures[0].value:
        return None
    return FindingSentence(
        topic="under_served",
        block="concept_of_experience",
        title="{n|customer gives much and gets|customers give much and get} little, {part} of those we know",
        figures=figures,
        consequence="Repair what they were promised before anything more is asked of them.",
        weight=min(0.6, 1.2 * (figures[1].value or 0.0)),
        at_stake=n,
    )
