"""Bases of customers made by hand, for scenarios."""

from __future__ import annotations

import numpy as np

from custrata.economics.scenario.basis.standing import Standing
from custrata.economics.scenario.chance import keys_of

TIERS = ("platinum", "gold", "silver", "bronze")
REGIONS = ("North", "West")


def made(n: int = 400, seed: int = 1, steady: bool = False, year_error: float = 0.05) -> Standing:
    """Customers of four tiers and two regions, who order or pay, and leave at about a fifth a year."""
    chance = np.random.default_rng(seed)
    tier = np.searchsorted([0.05, 0.25, 0.75], (np.arange(n) + 0.5) / n)
    region = chance.integers(0, 2, n)
    orders = chance.gamma(2, 0.5, n) * np.array([12.0, 6.0, 3.0, 1.0])[tier]
    return Standing(
        key=keys_of([f"c{i}" for i in range(n)]),
        tier=tier,
        tiers=TIERS,
        labels={"tier": (TIERS, tier), "region": (REGIONS, region)},
        alive=np.ones(n) if steady else chance.beta(8, 2, n),
        leaving=chance.gamma(4, 0.05, n),
        orders=np.full(n, 12.0) if steady else orders,
        order_value=chance.gamma(5, 10, n),
        margin_rate=chance.uniform(0.2, 0.5, n),
        serving=chance.uniform(0, 20, n),
        shape=1.0 + chance.poisson(5, n),
        band=np.zeros(n, np.int64),
        leaving_error=np.array([0.1]),
        rate_error=np.array([0.03]),
        shifts=np.full((n, 2), 0.02),
        year_error=year_error,
        steady=steady,
        newcomer={
            "alive": 1.0,
            "leaving": 0.3,
            "orders": 3.0,
            "order_value": 50.0,
            "margin_rate": 0.4,
            "serving": 10.0,
            "shape": 1.0,
        },
        said=("Made by hand.",),
    )


def one(**rates: float) -> Standing:
    """A base of one customer in one tier."""
    held = {"alive": 1.0, "leaving": 0.0, "orders": 12.0, "order_value": 10.0} | rates
    held = {"margin_rate": 0.5, "serving": 0.0, "shape": 1.0} | held
    return Standing(
        key=keys_of(["only"]),
        tier=np.zeros(1, np.int64),
        tiers=("all customers",),
        band=np.zeros(1, np.int64),
        leaving_error=np.zeros(1),
        rate_error=np.zeros(1),
        shifts=np.zeros((1, 0)),
        year_error=0.0,
        **{name: np.array([value]) for name, value in held.items()},
    )
