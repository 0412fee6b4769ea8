"""What is supposed, drawn: the effects, costs and hours of every intent in every draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from custrata.economics.scenario.basis.standing import Floats
from custrata.economics.scenario.chance import key_of, triangular, uniform
from custrata.economics.scenario.form import EFFECTS, IntentPlan, Spread

LEAST = 1e-12
"""What is left of a rate that an effect takes away altogether: its logarithm must exist."""


@dataclass(frozen=True)
class Supposed:
    """The draws of a plan's intents.

    Attributes:
        logs: Logarithms of the factors on leaving, orders, spend, price and serving, by effect,
            (draws, intents).
        margin: Change of the margin rate, (draws, intents).
        per_customer: Cost a customer, (draws, intents).
        total: Cost at all, (draws, intents).
        hours: Hours a customer, (draws, intents).
    """

    logs: dict[str, Floats]
    margin: Floats
    per_customer: Floats
    total: Floats
    hours: Floats


def suppose(intents: Sequence[IntentPlan], draws: int, seed: int) -> Supposed:
    """Draw what is supposed; an intent of one name is drawn alike in every plan.

    Args:
        intents: The intents of a plan.
        draws: Number of draws.
        seed: Where chance begins.
    """
    found = {
        name: _all(intents, [getattr(i.effects, name) for i in intents], name, draws, seed)
        for name in EFFECTS
    }
    margin = found.pop("margin")
    return Supposed(
        {name: np.log(np.maximum(1 + values, LEAST)) for name, values in found.items()},
        margin,
        _all(intents, [i.cost.per_customer for i in intents], "per customer", draws, seed),
        _all(intents, [i.cost.total for i in intents], "total", draws, seed),
        _all(intents, [i.hours for i in intents], "hours", draws, seed),
    )


def drawn(spread: Spread, word: str, draws: int, seed: int) -> Floats:
    """A supposed number in every draw: triangular between low and high with its peak at likely.

    Args:
        spread: The number.
        word: What it is; one word is drawn alike wherever it stands.
        draws: Number of draws.
        seed: Where chance begins.
    """
    if spread.certain:
        return np.full(draws, spread.likely)
    u = uniform(np.arange(draws, dtype=np.uint64), seed, key_of("supposed", word))
    return triangular(u, spread.low, spread.likely, spread.high)


def _all(
    intents: Sequence[IntentPlan], spreads: Sequence[Spread], word: str, draws: int, seed: int
) -> Floats:
    if not intents:
        return np.zeros((draws, 0))
    columns = [drawn(s, f"{i.name} {word}", draws, seed) for i, s in zip(intents, spreads, strict=True)]
    return np.stack(columns, axis=1)
