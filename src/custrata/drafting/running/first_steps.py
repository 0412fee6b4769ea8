"""What is done first for each theme, said of the customers, groups and causes that the data name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from custrata.drafting.findings.costs import main_cause
from custrata.drafting.separation import FIRM_N, named, named_together, separations
from custrata.strategy.parts.statement import Figure
from custrata.vocabulary import Intent, Stage

if TYPE_CHECKING:
    from custrata.drafting.chapters.goals import Theme
    from custrata.drafting.desk import Desk
    from custrata.strategy.parts.group import CustomerGroup

MOST_CALLED = 300
"""Customers up to which a person can call each of them first."""

MATTERS = 0.1
"""Part of monthly revenue from which those who leave most often come first."""

ASIDE = "and keep a random tenth aside to see what it changes."

Said = tuple[str, tuple[Figure, ...]]


def first_step(desk: Desk, theme: Theme, groups: Sequence[CustomerGroup]) -> Said:
    """The initiative of a theme with the figures that it quotes.

    Args:
        desk: The desk with the readings.
        theme: The theme.
        groups: The customer groups.
    """
    told = {"keep": _keep, "widen": _widen, "repair": _repair}.get(theme.id)
    return (told(desk, groups) if told else None) or (theme.initiative, ())


def _keep(desk: Desk, groups: Sequence[CustomerGroup]) -> Said | None:
    if desk.by_contract:
        leaves = _leaves_most(desk)
        first = leaves or "those who bring most"
        return f"Speak with customers well before their contract ends, beginning with {first}, {ASIDE}", ()
    n = None if desk.slow or desk.contractual else desk.in_stage("n", Stage.AT_RISK)
    if n is None:
        return f"Reach customers as their silence grows, those who bring most first, {ASIDE}", ()
    text = "Reach the {n|customer|customers} whose silence outlasts the usual gap, but not yet twice"
    return f"{text}, the largest first, {ASIDE}", (n,)


def _leaves_most(desk: Desk) -> str:
    """The part of the base that leaves most often, where an attribute tells one that matters; else empty."""
    found = next((s for s in separations(desk) if s.measure == "customer_churn_rate"), None)
    firm = [v for v in found.values if v.customers >= FIRM_N] if found else []
    if not firm:
        return ""
    part = desk.share("x", "mrr", firm[0].segment)
    return named(firm[0].segment) if part is not None and (part.value or 0.0) >= MATTERS else ""


def _widen(desk: Desk, groups: Sequence[CustomerGroup]) -> Said | None:
    grown = [g for g in groups if g.intent is not None and g.intent.intent is Intent.GROW]
    if not grown:
        return None
    who = named_together([g.segment for g in grown])
    count = sum(desk.value_of_count(g.segment) or 0.0 for g in grown)
    if not 0 < count <= MOST_CALLED:
        return f"Make one offer for {who} out of what they do not buy yet, and bring it to them first.", ()
    return f"Give {who} a person by name who calls first, and one offer made for them.", ()


def _repair(desk: Desk, groups: Sequence[CustomerGroup]) -> Said | None:
    n = desk.figure("n", "unprofitable_customers") or desk.figure("n", "loss_making_customers")
    if n is None or not n.value:
        return None
    cause = main_cause(desk)
    over = (
        f" and the {cause} they get" if cause == "discounts" else f", beginning with {cause}" if cause else ""
    )
    text = "Go through the {n|customer who brings|customers who bring} a loss"
    return f"{text}{over}, with those who sell to them, the largest loss first.", (n,)
