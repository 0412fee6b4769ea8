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


def from_contract_value(
    lifetime_value: Floats,
    revenue: Floats,
    mrr: Floats,
    rate: float,
    discount: float,
    value_years: float,
) -> dict[str, Floats]:
    """How contract holders behave, so that they bring what is expected of a year and of a lifetime.

    Who pays what runs now and leaves at one rate may bring more in the first year than is expected, as
    contracts end soonest when they are young: then a part has left already when the scenario begins.

    Args:
        lifetime_value: Discounted value over ``value_years``.
        revenue: Revenue expected in the next 365 days.
        mrr: Monthly revenue that runs now; where it is 0, what is expected stands for it.
        rate: What a unit of revenue is worth in the lifetime value.
        discount: Continuous discount rate a year.
        value_years: Years of the lifetime value.
    """
    year, value = np.maximum(np.nan_to_num(revenue), 0.0), np.nan_to_num(lifetime_value)
    worth = np.where(year > 0, value / np.where(year > 0, year * max(rate, 1e-9), 1.0), np.nan)
    leaving = implied_leaving(worth, discount, value_years)
    monthly = year / (12 * exposure(leaving, NEXT_YEAR))
    paid = np.maximum(np.nan_to_num(mrr), monthly)
    return {
        "alive": np.where(paid > 0, monthly / np.where(paid > 0, paid, 1.0), 0.0),
        "leaving": leaving,
        "orders": np.full(len(year), 12.0),
        "order_value": paid,
        "shape": np.ones(len(year)),
    }


def from_rule(
    expected_orders: Floats, revenue_per_order: Floats, orders: Floats, leaving: Floats
) -> dict[str, Floats]:
    """How customers behave, so that they bring what a rule without a model expects of the next 365 days.

    Args:
        expected_orders: In the next 365 days.
        revenue_per_order: Revenue of an order, net of refunds.
        orders: Orders so far.
        leaving: Rates of leaving a year, known from elsewhere: by the rule itself nobody leaves.
    """
    expected = np.maximum(np.nan_to_num(expected_orders), 0.0)
    return {
        "alive": (expected > 0).astype(float),
        "leaving": leaving,
        "orders": expected / exposure(leaving, NEXT_YEAR),
        "order_value": np.maximum(np.nan_to_num(revenue_per_order), 0.0),
        "shape": 1.0 + np.maximum(np.nan_to_num(orders), 0.0),
    }


def years_of_rule(lifetime_value: float, year: float, discount: float, most: float) -> float:
    """How many years the lifetime value of a rule by which nobody leaves looks ahead.

    Args:
        lifetime_value: Of all customers, discounted.
        year: What all are worth in the next 365 days, not discounted.
        discount: Continuous discount rate a year.
        most: Years that are set; no answer is longer.

    Example:
        >>> round(years_of_rule(95.34, 100.0, 0.0953, 3.0), 2)
        1.0
    """
    if year <= 0 or lifetime_value <= 0:
        return most
    left = 1 - discount * NEXT_YEAR * lifetime_value / year
    found = NEXT_YEAR * lifetime_value / year if discount < 1e-9 else -np.log(max(left, 1e-9)) / discount
    return float(min(most, round(12 * found) / 12)) or most


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
