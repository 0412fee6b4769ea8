"""Draw what customers do in the coming years: one by one, or as the sum of many who are alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from custrata.economics.scenario.basis.behaviour import any_order, exposure, exposure_squared
from custrata.economics.scenario.basis.standing import Floats

ORDER_SPREAD = 1.0
"""Standard deviation of a customer's orders over their mean: assumed, as the base keeps only means."""

_TINY = 1e-300


@dataclass(frozen=True)
class Ways:
    """How customers behave, after everything that is supposed, and their chance in one draw.

    Attributes:
        alive: Chance to be a customer yet.
        leaving: Rate of leaving a year.
        orders: Orders a year.
        value: Money of an order.
        shape: Shape of what is not known of the order rate.
        u_alive: Chance that decides on being a customer yet, above 0 and below 1.
        u_stay: Chance that decides how long one stays.
        u_order: Chance that decides what one orders.
    """

    alive: Floats
    leaving: Floats
    orders: Floats
    value: Floats
    shape: Floats
    u_alive: Floats
    u_stay: Floats
    u_order: Floats

    def part(self, which: slice) -> Ways:
        """The same of some strata."""
        return Ways(*(getattr(self, name)[which] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Done:
    """What customers did.

    Attributes:
        ends: Customers at the end.
        stay: Years as a customer, added up.
        revenue: Money.
        buyers: Customers who brought some.
        squares: Expected sum of the squares of what each brought.
    """

    ends: Floats
    stay: Floats
    revenue: Floats
    buyers: Floats
    squares: Floats


def together(one: Done, many: Done) -> Done:
    """Those drawn one by one and those drawn as sums, in this order."""
    pairs = ((getattr(one, name), getattr(many, name)) for name in Done.__dataclass_fields__)
    return Done(*(np.concatenate(pair) for pair in pairs))


def singles(ways: Ways, years: float, steady: bool) -> Done:
    """Draw customers one by one.

    Whether there is an order at all, and given that, a log-normal sum with the two moments of the compound
    distribution: gamma-mixed Poisson orders of independent amounts.
    """
    present = ways.u_alive < ways.alive
    life = -np.log(ways.u_stay) / np.maximum(ways.leaving, _TINY)
    stay = np.where(present, np.minimum(life, years), 0.0)
    ends = (present & (life >= years)).astype(np.float64)
    if steady:
        revenue = ways.orders * ways.value * stay
        return Done(ends, stay, revenue, (present & (revenue > 0)).astype(np.float64), revenue**2)
    count = ways.orders * stay
    buys = -np.expm1(-ways.shape * np.log1p(count / ways.shape))
    bought = (ways.u_order > 1 - buys) & (buys > 0)
    chance = np.maximum(buys, _TINY)
    mean = np.where(bought, count * ways.value / chance, 1.0)
    second = np.where(bought, _second(count, count**2, ways.value, ways.shape) / chance, 1.0)
    width = np.sqrt(np.log(np.maximum(second / np.maximum(mean**2, _TINY), 1.0)))
    place = np.clip((ways.u_order - (1 - buys)) / chance, 1e-12, 1 - 1e-12)
    revenue = np.where(bought, mean * np.exp(width * ndtri(place) - width**2 / 2), 0.0)
    return Done(ends, stay, revenue, bought.astype(np.float64), revenue**2)


def sums(ways: Ways, n: Floats, unevenness: Floats, years: float, steady: bool) -> Done:
    """Draw the sums of customers who are alike: normal, with the mean and variance that singles have.

    Args:
        ways: How the average customer of each stratum behaves.
        n: Customers in each.
        unevenness: Mean square of what a customer brings over the square of the mean.
        years: The horizon.
        steady: Whether customers pay month by month.
    """
    time, square = exposure(ways.leaving, years), exposure_squared(ways.leaving, years)
    last = ways.alive * np.exp(-ways.leaving * years)
    # Who is lucky with one number stays long: a small number is a long stay, as with singles.
    z_stay, z_order = ndtri(1 - ways.u_stay), ndtri(ways.u_order)
    yearly = ways.orders * ways.value
    by_stay = yearly**2 * unevenness * np.maximum(ways.alive * square - (ways.alive * time) ** 2, 0.0)
    if steady:
        by_order, buys = np.zeros(len(n)), np.where(yearly > 0, ways.alive, 0.0)
    else:
        count = ways.orders * time
        apart = _second(count, ways.orders**2 * square, ways.value, ways.shape) - yearly**2 * square
        by_order = ways.alive * unevenness * apart
        buys = ways.alive * any_order(ways.orders, ways.shape, ways.leaving, years)
    mean = yearly * ways.alive * time
    return Done(
        n * last + np.sqrt(n * last * (1 - last)) * z_stay,
        n * ways.alive * time,
        n * mean + np.sqrt(n * by_stay) * z_stay + np.sqrt(n * by_order) * z_order,
        n * buys + np.sqrt(n * buys * (1 - buys)) * (z_stay + z_order) / np.sqrt(2),
        n * (mean**2 * unevenness + by_stay + by_order),
    )


def _second(count: Floats, squared: Floats, value: Floats, shape: Floats) -> Floats:
    """Second moment of what is bought, from the mean and mean square of the expected number of orders."""
    return value**2 * (count * (1 + ORDER_SPREAD**2) + squared * (1 + 1 / shape))
