"""The base of a scenario from what customers bring now and how they moved in the latest window."""

from __future__ import annotations

import numpy as np

from custrata.economics.scenario.basis.behaviour import any_order, exposure
from custrata.economics.scenario.basis.movement import BANDS, Movement, classes, movement
from custrata.economics.scenario.basis.standing import DAYS_A_YEAR, Floats

Behaviour = dict[str, Floats]
"""Arrays by name: alive, leaving, orders, order_value, shape, band, leaving_error, rate_error."""

_ROUNDS = 5


def from_contracts(
    opening: Floats, now: Floats, days_known: Floats, window_days: int, years: float
) -> tuple[Behaviour, Movement]:
    """Customers who pay month by month: each brings what runs now and leaves as those like it did.

    Args:
        opening: Monthly revenue on the day before the latest window.
        now: Monthly revenue at the end of the data.
        days_known: Days since the customer came.
        window_days: Length of the window.
        years: The horizon; those who stay grow as they did, half of it on average.
    """
    seen = movement(opening, now, np.zeros(len(now), bool), opening > 0)
    kind = classes(now, np.zeros(len(now), bool), seen.cuts)
    window = window_days / DAYS_A_YEAR
    grown = np.clip(seen.kept / (1 - seen.left), 0.25, 4.0)
    return {
        "alive": (now > 0).astype(float),
        "leaving": (-np.log1p(-seen.left) / window)[kind],
        "orders": np.full(len(now), 12.0),
        "order_value": np.maximum(now, 0.0) * (grown[kind] ** (years / window / 2)),
        "shape": np.ones(len(now)),
        "band": kind.astype(float),
        "leaving_error": seen.left_error,
        "rate_error": seen.kept_error,
    }, seen


def from_orders(
    before: Floats,
    now: Floats,
    days_known: Floats,
    value_per_order: Floats,
    orders: Floats,
    window_days: int,
) -> tuple[Behaviour, Movement]:
    """Customers who order when they like: what a class brings next is what such a class brought before.

    Args:
        before: Revenue in the window before the latest.
        now: Revenue in the latest window.
        days_known: Days since the customer came.
        value_per_order: What an order of the customer is worth; nan where it is not known.
        orders: Orders so far.
        window_days: Length of the windows.
    """
    new_before = (days_known >= window_days) & (days_known < 2 * window_days)
    seen = movement(before, now, new_before, days_known >= 2 * window_days)
    here = now > 0
    kind = classes(now, days_known < window_days, seen.cuts)
    window = window_days / DAYS_A_YEAR
    known = np.isfinite(value_per_order) & (value_per_order > 0)
    middle = float(np.mean(value_per_order[known])) if known.any() else 1.0
    value = np.where(known, value_per_order, middle)
    found = {
        "leaving": (-np.log1p(-seen.left) / window)[kind],
        "order_value": value,
        "shape": 1.0 + np.maximum(np.nan_to_num(orders), 0.0),
        "band": kind.astype(float),
        "leaving_error": seen.left_error,
        "rate_error": seen.kept_error,
    }
    found |= _rates(found, np.maximum(now, 0.0), kind, seen, window, here)
    gone = ~here & (np.nan_to_num(orders) > 0)
    found["alive"][gone] = seen.back
    amount = seen.back_amount if seen.back_amount > 0 else 0.0
    found["orders"][gone] = amount / (value[gone] * exposure(found["leaving"][gone], window))
    found["alive"][~here & ~gone] = 0.0
    return found, seen


def _rates(
    found: Behaviour, now: Floats, kind: np.ndarray, seen: Movement, window: float, here: np.ndarray
) -> Behaviour:
    """Chance to be a customer yet and order rate, so that a class brings and buys as such a class did.

    Who left in the next window had partly left before it began: the chance to be there yet is what makes as
    many buy as did.
    """
    size = 2 * BANDS
    alive = 1 - seen.left
    stay = exposure(found["leaving"], window)
    rate = np.zeros(len(now))
    for _ in range(_ROUNDS):
        rate = now * seen.kept[kind] / (alive[kind] * found["order_value"] * stay)
        buys = any_order(rate[here], found["shape"][here], found["leaving"][here], window)
        n = np.bincount(kind[here], minlength=size)
        chance = np.bincount(kind[here], weights=buys, minlength=size) / np.maximum(n, 1)
        alive = np.where(n > 0, np.clip((1 - seen.left) / np.maximum(chance, 1e-9), 0.02, 1.0), alive)
    rate = now * seen.kept[kind] / (alive[kind] * found["order_value"] * stay)
    return {"alive": np.where(here, alive[kind], 0.0), "orders": rate}
