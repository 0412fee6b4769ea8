"""How far a number may move before the sentence that the draft writes about it is false."""

from __future__ import annotations

from math import sqrt
from typing import Any

from custrata.strategy.parts.statement import Figure
from custrata.strategy.wording.spelling import is_money

POINTS_OF_SHARE = 0.02
"""Room of a share: two points of a hundred, or a fifth of it where that is less."""

PART_OF_AMOUNT = 0.10
"""Room of money and counts: a tenth."""

PART_OF_STATE = 0.20
"""Room of hours, and of money of customers in a state that they enter and leave."""

PART_OF_DAYS, LEAST_DAYS = 0.50, 2.0
"""Room of days between orders or since one: half, at least two days; a median of days jumps."""

POINTS_OF_SCORE = 5.0
"""Room of a score on a scale of a hundred."""

TOTALS = frozenset(
    {"customers", "orders", "revenue", "refunds", "gross_margin", "won_revenue", "tickets", "contracts"}
    | {"campaigns", "loss_making_margin", "anonymous_revenue", "cost_to_serve", "unprofitable_contribution"}
)
"""Measures that add up over the whole history: the next build finds more, and the sentence stays true."""

STATES = ("stage", "rfm_segment")
"""Dimensions whose values customers enter and leave."""


def bounds(figure: Figure, value: float, unit: str, counted: float | None = None) -> dict[str, Any]:
    """What a figure may do: a threshold for totals of the whole history, a tolerance for the rest.

    Args:
        figure: What the number is made of.
        value: The number.
        unit: Its unit.
        counted: How many things a share is the share of, over the line; None where it counts nothing.

    Returns:
        ``threshold`` and ``direction``, or ``tolerance``, in the number's unit. A total, or a total by
        customer, may grow away from nothing and must not shrink by more than a tenth.
    """
    if figure.measure in TOTALS and figure.period == "all" and unit != "share" and not _state(figure):
        threshold = _digits(value - PART_OF_AMOUNT * value)
        return {"threshold": threshold, "direction": "at least" if value >= 0 else "at most"}
    return {"tolerance": _digits(allowance(value, unit, _state(figure), counted))}


def allowance(value: float, unit: str, state: bool = False, counted: float | None = None) -> float:
    """How far a number may move either way, in its own unit.

    Args:
        value: The number.
        unit: Its unit.
        state: Whether it is of customers in a state that they enter and leave.
        counted: How many things a share counts over the line; None where it counts nothing.

    Returns:
        For counts at least twice the square root, which is what chance alone does to a count; for shares of
        counted things the same, as a part of the share.

    Example:
        >>> allowance(0.41, "share"), allowance(400.0, "orders"), allowance(25.0, "customers")
        (0.02, 40.0, 10.0)
    """
    size = abs(value)
    if unit == "share":
        chance = 2 * size / sqrt(counted) if counted and counted > 0 else 0.0
        return max(min(POINTS_OF_SHARE, PART_OF_STATE * size), chance)
    if unit == "points":
        return POINTS_OF_SCORE if size > 2 * POINTS_OF_SCORE else 0.3
    if unit == "days":
        return max(LEAST_DAYS, PART_OF_DAYS * size)
    if unit == "hours" or (is_money(unit) and state):
        return PART_OF_STATE * size
    if is_money(unit) or unit == "categories":
        return PART_OF_AMOUNT * size
    return max(PART_OF_AMOUNT * size, 2 * sqrt(size))


def _state(figure: Figure) -> bool:
    return any(dimension in STATES for dimension, _ in figure.segment)


def _digits(value: float) -> float:
    return float(f"{value:.3g}")
