"""Decisions that the first draft asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from custrata.drafting.findings import FindingSentence
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF, DATA, SPONSOR
from custrata.drafting.separation import named_together
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim


def draft_decisions(
    pen: Pen,
    findings: Sequence[FindingSentence],
    claims: Mapping[str, str],
    groups: Sequence[CustomerGroup],
    goals: Sequence[Goal],
) -> tuple[Decision, ...]:
    """Who answers for it, what is meant with each group, which goal is first, what data are brought next.

    Args:
        pen: The pen.
        findings: The findings, most important first.
        claims: Ids of the claims on findings, by topic.
        groups: The customer groups.
        goals: The goals proposed.
    """
    lead = tuple(claims[f.topic] for f in findings[:3] if f.topic in claims)
    decisions = [_accountable(pen)]
    if groups:
        decisions.append(_intents(pen, groups))
    if goals:
        decisions.append(_first_goal(pen, goals, lead))
    decisions.append(_data(pen))
    return tuple(decisions)


def _accountable(pen: Pen) -> Decision:
    return Decision(
        id="decision-accountable",
        question=pen.proposal("Who answers for this strategy, across all functions?", SPONSOR),
        options=("name one person today", "name one person by the next board meeting"),
        owner=Owner(role=SPONSOR),
    )


def _intents(pen: Pen, groups: Sequence[CustomerGroup]) -> Decision:
    first = [g.segment for g in groups if g.intent is not None and g.intent.emphasised]
    return Decision(
        id="decision-intents",
        question=pen.proposal(f"Do we put {named_together(first)} first, and agree the intents?", CHIEF),
        options=("agree as proposed", "change the emphasis", "ask for other groups"),
        rests_on=tuple(g.share_now.id for g in groups if g.share_now is not None),
        owner=Owner(role=CHIEF),
    )


def _first_goal(pen: Pen, goals: Sequence[Goal], lead: tuple[str, ...]) -> Decision:
    return Decision(
        id="decision-goal",
        question=pen.proposal(_which(goals), CHIEF),
        options=_short(goals) if len(goals) > 1 else ("agree as proposed", "propose another goal"),
        rests_on=lead,
        owner=Owner(role=CHIEF),
    )


def _which(goals: Sequence[Goal]) -> str:
    asked = "Do we agree the goal" if len(goals) == 1 else "Which goal comes first"
    return f"{asked}: {_choices(goals)}?"


SHORT = {
    "goal-keep": "keeping customers",
    "goal-widen": "widening what the best ones buy",
    "goal-repair": "ending losses",
    "goal-begin": "the second order",
    "goal-win": "winning the right deals",
    "goal-know": "knowing our buyers",
    "goal-serve": "quicker help",
}
"""The goals in a few words."""


def _choices(goals: Sequence[Goal]) -> str:
    names = _short(goals)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _short(goals: Sequence[Goal]) -> tuple[str, ...]:
    """The goals by what they are about: their sentences are reworded, and a copy would go stale."""
    return tuple(SHORT.get(goal.id, goal.id) for goal in goals)


def _data(pen: Pen) -> Decision:
    tables = pen.desk.snapshot.manifest.tables
    wanted = (
        ("feedback", "what customers say"),
        ("costs", "what serving them costs"),
        ("spend", "what winning them costs"),
        ("tickets", "what they need help with"),
        ("usage", "what they use"),
    )
    options = tuple(f"{name}: {what}" for name, what in wanted if not tables.get(name))[:4]
    return Decision(
        id="decision-data",
        question=pen.proposal("Which data are brought next?", DATA),
        options=options or ("more history", "the costs of one more function"),
        owner=Owner(role=DATA),
    )


def with_cost_of_waiting(pen: Pen, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions with the money that is at stake while nobody decides, where readings give it."""
    told = {"decision-goal": _leaving, "decision-intents": _loss}
    return tuple(
        d.model_copy(update={"cost_of_waiting": told[d.id](pen)}) if d.id in told else d for d in decisions
    )


def _leaving(pen: Pen) -> Claim | None:
    desk = pen.desk
    lost = desk.figure("lost", "lost_revenue", period="current")
    if lost is None or not lost.value or desk.slow:
        return None
    each = " of revenue a month" if desk.by_contract else ""
    went = "left" if desk.by_contract else "did not come back"
    text = (
        f"In {desk.this_year} customers who {went} took {{lost}}{each}; another such year would cost as "
        "much again."
    )
    if "year" not in desk.this_year:
        text = (
            f"In {desk.this_year} customers who {went} took {{lost}}{each}; another such period costs as "
            "much again."
        )
    return pen.claim(text, lost, topic="cost_of_waiting")


def _loss(pen: Pen) -> Claim | None:
    desk = pen.desk
    loss = desk.figure("loss", "unprofitable_contribution") or desk.figure("loss", "loss_making_margin")
    if loss is None or not loss.value:
        return None
    text = (
        "Customers who bring less than they cost have left a result of {loss} so far; nothing stops it "
        "meanwhile."
    )
    return pen.claim(text, loss, topic="cost_of_waiting")
