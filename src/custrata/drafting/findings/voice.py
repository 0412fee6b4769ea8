"""Findings on what customers say and what they ask of service."""

from __future__ import annotations

from custrata.drafting.desk import Desk
from custrata.drafting.findings.sentence import FindingSentence


def would_recommend(desk: Desk) -> FindingSentence | None:
    """The balance of those who would recommend against those who would not."""
    figure = desk.figure("nps", "nps")
    if figure is None or figure.value is None:
        return None
    return FindingSentence(
        topic="recommendation",
        block="concept_of_experience",
        title="The balance of customers who would recommend us stands at {nps}",
        figures=(figure,),
        consequence="Ask those who would not for the reason, and those who would for an introduction.",
        weight=0.35 if figure.value < 0 else 0.2 if figure.value < 30 else 0.12,
    )


def satisfied(desk: Desk) -> FindingSentence | None:
    """How satisfied customers say they are."""
    share, rating = desk.figure("share", "csat"), desk.figure("rating", "average_rating")
    figure = share or rating
    if figure is None:
        return None
    in_shares = figure.unit == "share"
    return FindingSentence(
        topic="satisfaction",
        block="concept_of_experience",
        title=f"{{{figure.name}}} of those who answered are satisfied"
        if in_shares
        else f"Customers who answered rate us {{{figure.name}}} on average",
        figures=(figure,),
        consequence="Read the lowest answers first, and see whether those customers are the ones who leave.",
        weight=0.5 * (1 - (figure.value or 0)) if in_shares else 0.18,
    )


def tickets(desk: Desk) -> FindingSentence | None:
    """How long a ticket takes."""
    hours = desk.waiting("hours", "resolution_hours")
    if hours is None:
        return None
    return FindingSentence(
        topic="service",
        block="concept_of_experience",
        title="Half of the tickets with a known time took longer than {hours|hour|hours} to resolve",
        figures=(hours,),
        consequence="Set a standard by tier, and look at what the slowest have in common."
        if desk.keys("customers", "tier")
        else "Set a standard, and look at what the slowest have in common.",
        weight=0.2,
    )
