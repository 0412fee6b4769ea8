"""The scenario that a drafted strategy proposes: its intents, with small effects that are plainly assumed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from custrata.economics.scenario.basis.standing import Standing
from custrata.economics.scenario.form import Scenario
from custrata.errors import ScenarioError
from custrata.vocabulary import Intent

NAME = "The plan as drafted"

_EFFECTS: dict[Intent, dict[str, tuple[float, float, float]]] = {
    Intent.GROW: {
        "leaving": (-0.10, -0.05, 0.0),
        "order_rate": (0.0, 0.03, 0.06),
        "spend": (0.0, 0.01, 0.03),
    },
    Intent.MAINTAIN: {"leaving": (-0.06, -0.02, 0.0)},
    Intent.RE_ENGINEER: {"leaving": (-0.08, -0.02, 0.04), "cost_to_serve": (-0.20, -0.10, 0.0)},
    Intent.RETIRE: {"leaving": (0.0, 0.25, 0.5), "cost_to_serve": (-0.30, -0.15, 0.0)},
}
"""Low, likely and high for a group of each intent: small, and nothing but a start for the discussion."""

_COST: dict[Intent, tuple[float, float, float]] = {
    Intent.GROW: (0.005, 0.01, 0.02),
    Intent.MAINTAIN: (0.001, 0.002, 0.005),
    Intent.RE_ENGINEER: (0.002, 0.005, 0.01),
    Intent.RETIRE: (0.0, 0.0, 0.0),
}
"""What it costs, as a share of what a customer of the group brings a year."""

MOST_MONTHS = 60
"""The longest horizon that is played; a strategy may look further."""

EMPHASIS = 1.5
"""An emphasised group gets so many times the effect and the cost."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A group of the strategy: what it is called, who is in it, and what is meant with it."""

    name: str
    group: tuple[tuple[str, str], ...]
    intent: Intent
    emphasised: bool = False


def proposed(standing: Standing, drafted: Sequence[Drafted], horizon_months: int = 12) -> Scenario:
    """A scenario from the intents of a strategy; every effect is assumed, and the scenario says so.

    Args:
        standing: The base, with the dimensions of the groups.
        drafted: The groups.
        horizon_months: The horizon of the strategy.

    Raises:
        ScenarioError: No group of the strategy has an intent.
    """
    intents = [_intent(standing, group) for group in drafted if standing.has(dict(group.group)).any()]
    if not intents:
        raise ScenarioError(
            "no group of the strategy has an intent",
            where="strategy",
            remedy="write intents for groups, or a scenario by hand",
        )
    return Scenario.model_validate(
        {"name": NAME, "horizon_months": min(horizon_months, MOST_MONTHS), "intents": intents}
    )


def _intent(standing: Standing, drafted: Drafted) -> dict[str, Any]:
    times = EMPHASIS if drafted.emphasised else 1.0
    average = standing.average(standing.has(dict(drafted.group)))
    yearly = average["alive"] * average["orders"] * average["order_value"]
    effects = _EFFECTS[drafted.intent]
    if not standing.serving_known:
        effects = {name: spread for name, spread in effects.items() if name != "cost_to_serve"}
    return {
        "name": f"{drafted.intent.value.capitalize()}: {drafted.name}"[:80],
        "group": dict(drafted.group),
        "intent": drafted.intent,
        "effects": {name: _spread(spread, times) for name, spread in effects.items()},
        "cost": {"per_customer": _spread(_COST[drafted.intent], times * yearly)},
    }


def _spread(shares: tuple[float, float, float], times: float) -> dict[str, float]:
    low, likely, high = (_two_digits(share * times) for share in shares)
    return {"low": low, "likely": likely, "high": high}


def _two_digits(number: float) -> float:
    """A number that is assumed, to no more digits than an assumption has.

    Example:
        >>> _two_digits(0.0449), _two_digits(1234.5)
        (0.045, 1200.0)
    """
    return float(f"{number:.2g}")
