"""What came out of a scenario: every number with its interval and its difference to "as now"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from custrata.economics.scenario.basis.standing import Floats
from custrata.economics.scenario.form import IntentPlan, Plan, Spread
from custrata.economics.scenario.playing import Played
from custrata.vocabulary import Direction

MEASURES: dict[str, tuple[str, Direction, str]] = {
    "revenue": ("money", Direction.HIGHER, "Revenue in the horizon, net of refunds."),
    "gross_margin": ("money", Direction.HIGHER, "Revenue less the cost of what is sold."),
    "serving": ("money", Direction.LOWER, "Cost to serve."),
    "margin": ("money", Direction.HIGHER, "Gross margin less cost to serve."),
    "contribution": ("money", Direction.HIGHER, "Margin less what the plan costs."),
    "equity": (
        "money",
        Direction.HIGHER,
        "Value of the customers at the end: their margin in the years after it, discounted to the end.",
    ),
    "buyers": ("customers", Direction.HIGHER, "Customers who bring revenue in the horizon."),
    "customers": ("customers", Direction.HIGHER, "Customers who are still there at the end."),
    "top_10_share": ("share", Direction.LOWER, "Part of the revenue that the ten largest bring."),
    "hhi": ("index", Direction.LOWER, "Concentration of revenue: sum of squared shares, 0 to 1."),
    "budget_used": ("money", Direction.NEITHER, "What the plan costs."),
    "capacity_used": ("hours", Direction.NEITHER, "Hours of work that the plan takes."),
    "return_on_budget": (
        "share",
        Direction.HIGHER,
        "Contribution gained against as now, for each unit of money that the plan costs.",
    ),
}
"""Unit, better direction and definition by measure."""

NO_MARGIN = "not known: no costs"
"""Why there is no margin where the data say no cost of what is sold."""

OF_MARGIN = ("gross_margin", "margin", "contribution")
"""Measures that are nothing but revenue where no cost of what is sold is known, and are not told then."""

DIGITS = 6


@dataclass(frozen=True)
class Band:
    """A median with its intervals: four fifths and nineteen of twenty of the draws lie inside.

    Attributes:
        median: The middle draw.
        low_80: A tenth of the draws lies below.
        high_80: A tenth lies above.
        low_95: One of forty lies below.
        high_95: One of forty lies above.
        error: Monte Carlo standard error of the median, as if draws had nothing to do with each other.
    """

    median: float
    low_80: float
    high_80: float
    low_95: float
    high_95: float
    error: float = 0.0


@dataclass(frozen=True)
class Figure:
    """One number of a plan.

    Attributes:
        measure: Its name.
        unit: Money, customers, share, hours or index.
        value: Median and intervals; None where it cannot be known, and then ``reason`` says why.
        difference: The same for the difference to "as now", draw by draw; None for "as now" itself.
        better: Part of the draws in which it is better than now; None where nothing differs.
        reason: Why there is no value.
    """

    measure: str
    unit: str
    value: Band | None
    difference: Band | None = None
    better: float | None = None
    reason: str = ""


@dataclass(frozen=True)
class PlanOutcome:
    """What became of one plan.

    Attributes:
        plan: The plan.
        figures: By measure.
        customers: Customers at the end, by tier.
        revenue: Revenue, by tier.
        limits: What exceeds budget or capacity, in sentences.
        assumed: The effects, each with where it comes from, in sentences.
        at_most: Contribution as if all revenue were margin, where no cost is known: a plan that loses money
            even so loses it for certain. None where margin rests on costs.
    """

    plan: Plan
    figures: dict[str, Figure]
    customers: dict[str, Figure]
    revenue: dict[str, Figure]
    limits: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    at_most: Figure | None = None


def band(draws: Floats) -> Band:
    """Median, its Monte Carlo standard error and intervals of draws, to six places.

    The error is half the distance between the draws one standard error of the rank beside the middle.

    Example:
        >>> band(np.arange(101.0)).high_80
        90.0
    """
    beside = min(0.5 / np.sqrt(len(draws)), 0.5)
    cuts = np.quantile(draws, [0.5, 0.1, 0.9, 0.025, 0.975, 0.5 - beside, 0.5 + beside])
    error = (cuts[6] - cuts[5]) / 2
    return Band(*(float(round(c, DIGITS)) + 0.0 for c in (*cuts[:5], error)))


def borne(value: float, around: Band, least: float = 1.0) -> float:
    """A number rounded to what its interval bears: two digits of half the 95% interval.

    Args:
        value: The median, or an end of the interval.
        around: The interval.
        least: The smallest step.

    Example:
        >>> borne(1234567.0, Band(1234567.0, 0, 0, 1_150_000.0, 1_320_000.0))
        1235000.0
        >>> borne(1234567.0, Band(1234567.0, 0, 0, 1234567.0, 1234567.0))
        1234567.0
    """
    half = (around.high_95 - around.low_95) / 2
    step = max(10.0 ** (np.floor(np.log10(half)) - 1), least) if half > 0 else least
    return float(np.round(np.round(value / step) * step, DIGITS)) + 0.0


def summarised(
    plan: Plan, played: Played, now: Played | None, tiers: tuple[str, ...], *, margin_known: bool = True
) -> PlanOutcome:
    """The numbers of a plan.

    Args:
        plan: The plan.
        played: What came out of it.
        now: What came out of "as now"; None when this is it.
        tiers: Names of the tiers.
        margin_known: Whether margin rests on costs; where it is revenue, nothing tells what returns.
    """
    figures = {
        name: figure(name, played.totals[name], now.totals[name] if now else None)
        for name in MEASURES
        if name in played.totals
    }
    figures["return_on_budget"] = _return(played, now, margin_known)
    at_most = None if margin_known else figures["contribution"]
    if not margin_known:
        figures |= {name: Figure(name, "money", None, reason=NO_MARGIN) for name in OF_MARGIN}
    places = (*tiers, "won since")
    return PlanOutcome(
        plan,
        figures,
        {
            t: _of_tier("customers", played.customers, now.customers if now else None, i)
            for i, t in enumerate(places)
        },
        {
            t: _of_tier("revenue", played.revenue, now.revenue if now else None, i)
            for i, t in enumerate(places)
        },
        _limits(plan, played),
        tuple(assumed(plan)),
        at_most,
    )


def figure(measure: str, draws: Floats, now: Floats | None) -> Figure:
    """One number with its intervals and its difference to "as now"."""
    unit, direction, _ = MEASURES[measure]
    if now is None:
        return Figure(measure, unit, band(draws))
    difference = draws - now
    better = None
    if direction is not Direction.NEITHER and np.any(difference != 0):
        signed = difference if direction is Direction.HIGHER else -difference
        better = float(round(np.mean(signed > 0) + np.mean(signed == 0) / 2, DIGITS))
    return Figure(measure, unit, band(draws), band(difference), better)


def _of_tier(measure: str, draws: Floats, now: Floats | None, place: int) -> Figure:
    return figure(measure, draws[:, place], None if now is None else now[:, place])


def _return(played: Played, now: Played | None, margin_known: bool) -> Figure:
    used = played.totals["budget_used"]
    if now is None or not (used > 0).all():
        return Figure("return_on_budget", "share", None, reason="no money is spent, so nothing returns on it")
    if not margin_known:
        return Figure("return_on_budget", "share", None, reason=NO_MARGIN)
    gained = played.totals["contribution"] - now.totals["contribution"]
    found = gained / used
    return Figure("return_on_budget", "share", band(found), None, float(round(np.mean(found > 0), DIGITS)))


def _limits(plan: Plan, played: Played) -> tuple[str, ...]:
    said = []
    for word, limit, used in (
        ("budget", plan.budget, played.totals["budget_used"]),
        ("capacity in hours", plan.capacity, played.totals["capacity_used"]),
    ):
        if limit is None:
            continue
        over = float(np.mean(used > limit * (1 + 1e-9)))
        if over > 0:
            middle = float(np.median(used))
            how = f"by {middle - limit:,.0f} in the median" if middle > limit else "not in the median"
            said.append(f"The {word} of {limit:,.0f} is exceeded in {over:.0%} of the draws, {how}.")
    return tuple(said)


def assumed(plan: Plan) -> list[str]:
    """Where the effects and costs of a plan come from, one sentence an intent; a cost is always assumed."""
    said = []
    for intent in plan.intents:
        changes = [
            f"{name.replace('_', ' ')} {_range(spread.low, spread.likely, spread.high)}"
            for name, spread in intent.effects
            if not (spread.certain and spread.likely == 0)
        ]
        what = ", ".join(changes) or "no effect"
        source = f"measured by {intent.measured}" if intent.measured else "assumed, not measured"
        said.append(f"{intent.name}: {what} ({source}){_cost(intent)}.")
    return said


def _cost(intent: IntentPlan) -> str:
    parts = [
        f"{_amounts(spread)} {word}"
        for word, spread in (("a customer", intent.cost.per_customer), ("at all", intent.cost.total))
        if spread.high > 0
    ]
    return f"; cost {' and '.join(parts)} (assumed)" if parts else ""


def _amounts(spread: Spread) -> str:
    if spread.certain:
        return f"{spread.likely:,g}"
    return f"{spread.low:,g} to {spread.high:,g}, likely {spread.likely:,g},"


def loses(outcome: PlanOutcome) -> str:
    """A sentence that says that a plan loses money in most of the draws; empty where it does not."""
    found = outcome.at_most or outcome.figures["contribution"]
    if found.difference is None or found.better is None or found.better >= 0.5:
        return ""
    lost = max(-found.difference.median, 0.0)
    even = ", even if all of its revenue were margin" if outcome.at_most else ""
    return (
        f"{outcome.plan.name} loses money{even}: in {1 - found.better:.0%} of the draws its contribution is "
        f"below that of as now, by {borne(lost, found.difference):,.0f} in the median."
    )


def _range(low: float, likely: float, high: float) -> str:
    if low == high:
        return f"{likely:+.1%}"
    return f"{low:+.1%} to {high:+.1%}, likely {likely:+.1%}"
