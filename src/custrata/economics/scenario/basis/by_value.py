"""The base of a scenario from the lifetime values of a snapshot."""

from __future__ import annotations

import numpy as np

from custrata.economics.scenario.basis.behaviour import annuity, exposure
from custrata.economics.scenario.basis.standing import DAYS_A_YEAR, Floats

NEXT_YEAR = 365 / DAYS_A_YEAR
"""How far ahead the snapshot's expected orders look."""

LEAST_ALIVE = 0.01
"""A smaller chance to be a customer yet is taken for this one: what is expected is divided by it."""

_GRID = np.concatenate([[0.0], np.geomspace(1e-3, 4.0, 400)])
"""Rates of leaving that can be told apart: faster ones all leave within the next year."""


def from_value(
    lifetime_value: Floats,
    expected_orders: Floats,
    order_worth: Floats,
    probability_alive: Floats,
    revenue_per_order: Floats,
    orders: Floats,
    discount: float,
    value_years: float,
) -> dict[str, Floats]:
    """How customers behave, so that they bring what the model expects of the next year and of a lifetime.

    The rate of leaving is the one at which the years of the lifetime value are worth as many next years as
    the model says.

    Args:
        lifetime_value: Discounted value over ``value_years``.
        expected_orders: In the next 365 days.
        order_worth: What an order is worth in the lifetime value.
        probability_alive: Chance to be a customer yet; nan where the model has none.
        revenue_per_order: Revenue of an order, net of refunds.
        orders: Orders so far.
        discount: Continuous discount rate a year.
        value_years: Years of the lifetime value.
    """
    year = np.nan_to_num(expected_orders) * np.nan_to_num(order_worth)
    worth = np.where(year > 0, np.nan_to_num(lifetime_value) / np.where(year > 0, year, 1.0), np.nan)
    leaving = implied_leaving(worth, discount, value_years)
    alive = np.where(np.isfinite(probability_alive), np.clip(probability_alive, LEAST_ALIVE, 1.0), 1.0)
    return {
        "alive": alive,
        "leaving": leaving,
        "orders": np.maximum(np.nan_to_num(expected_orders), 0.0) / (alive * exposure(leaving, NEXT_YEAR)),
        "order_value": np.maximum(np.nan_to_num(revenue_per_order), 0.0),
        "shape": 1.0 + np.maximum(np.nan_to_num(orders), 0.0),
    }


def implied_leaving(worth: Floats, discount: float, years: float) -> Floats:
    """The rate of leaving at which the coming years are worth so many next years.

    Args:
        worth: Lifetime value over the value of the next year; nan where it is not known.
        discount: Continuous discount rate a year.
        years: Years of the lifetime value.

    Returns:
        Rates a year; the middle one where it is not known.

    Example:
        >>> implied_leaving(np.array([3 / NEXT_YEAR]), 0.0, 3.0).round(4)
        array([0.])
    """
    ratio = annuity(_GRID, discount, years) / exposure(_GRID, NEXT_YEAR)
    # The ratio falls with the rate; np.interp wants it to rise.
    found = np.interp(worth, ratio[::-1], _GRID[::-1])
    known = np.isfinite(worth)
    middle = float(np.median(found[known])) if known.any() else 0.0
    return np.where(known, found, middle)
