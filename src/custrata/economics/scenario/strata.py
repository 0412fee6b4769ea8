"""Customers alike become one stratum: what is played does not grow with the base.

The largest customers stand alone, each with a chance of its own. The others are put together where tier,
plans, leaving rate and order rate are alike; of such a stratum the sum is drawn, with the variance of its
customers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from custrata.economics.scenario.basis.standing import Codes, Floats, Standing, averages
from custrata.economics.scenario.chance import Keys, keys_of

ALONE = 5_000
"""A base of so many customers or fewer is played customer by customer."""

LARGEST = 2_000
"""In a larger base so many of the largest stand alone."""

_LEAVING_STEPS, _ORDER_STEPS, _ALIVE_STEPS = 4, 2, 8
"""Steps to a doubling of the rates of leaving and ordering, and steps of the chance to be a customer yet."""


@dataclass(frozen=True)
class Strata:
    """Customers put together; the first ``alone`` strata are one customer each.

    Attributes:
        n: Customers in each.
        alone: How many strata are one customer.
        key: Where the chance of each comes from.
        first: Place of one of its customers in the base: all share what tells strata apart.
        rates: How its average customer behaves, by name.
        unevenness: Mean square of what a customer brings over the square of the mean, at least 1.
        tier: Tier of its customers.
        band: Their band.
        shifts: Relative change for one standard error of each parameter.
    """

    n: Floats
    alone: int
    key: Keys
    first: Codes
    rates: dict[str, Floats]
    unevenness: Floats
    tier: Codes
    band: Codes
    shifts: Floats


def stratify(
    standing: Standing,
    marks: Sequence[npt.NDArray[np.integer] | npt.NDArray[np.bool_]],
    *,
    everyone_up_to: int = ALONE,
    largest: int = LARGEST,
) -> Strata:
    """Put customers together who are alike.

    Args:
        standing: The base, sorted by key.
        marks: What must tell strata apart beside tier and rates: who gets what, who moves where; from 0.
        everyone_up_to: Bases up to this size are not put together at all.
        largest: How many stand alone in a larger one.
    """
    n = len(standing)
    alone = np.arange(n) if n <= everyone_up_to else _largest(standing, largest)
    grouped = np.ones(n, bool)
    grouped[alone] = False
    rest = np.flatnonzero(grouped)
    codes = _codes(standing, marks)[rest]
    kinds, first, place = np.unique(codes, return_index=True, return_inverse=True)
    cell = np.empty(n, np.int64)
    cell[alone] = np.arange(len(alone))
    cell[rest] = len(alone) + place.reshape(-1)
    cells = len(alone) + len(kinds)
    firsts = np.concatenate([alone, rest[first]]).astype(np.int64)
    keys = np.concatenate([standing.key[alone], keys_of([f"stratum {code}" for code in kinds])])
    return Strata(
        n=np.bincount(cell, minlength=cells).astype(np.float64),
        alone=len(alone),
        key=keys,
        first=firsts,
        rates=averages(standing, cell, cells),
        unevenness=_unevenness(standing, cell, cells),
        tier=standing.tier[firsts],
        band=standing.band[firsts],
        shifts=_shifts(standing, cell, cells),
    )


def _largest(standing: Standing, count: int) -> Codes:
    worth = standing.alive * standing.orders * standing.order_value
    # Equal worth is ranked by key, so that the order of rows does not decide.
    order = np.lexsort((standing.key, -worth))
    return np.sort(order[:count])


def _codes(standing: Standing, marks: Sequence[npt.NDArray[np.integer] | npt.NDArray[np.bool_]]) -> Codes:
    parts = [
        standing.tier,
        standing.band,
        _step(standing.leaving, _LEAVING_STEPS),
        _step(standing.orders, _ORDER_STEPS),
        np.rint(standing.alive * _ALIVE_STEPS).astype(np.int64),
        *(np.asarray(mark).astype(np.int64) for mark in marks),
    ]
    code = np.zeros(len(standing), np.int64)
    room = 1
    for part in parts:
        lowest = int(part.min(initial=0))
        size = int(part.max(initial=0)) - lowest + 1
        if room * size > 2**62:
            code = np.unique(code, return_inverse=True)[1].reshape(-1).astype(np.int64)
            room = int(code.max(initial=0)) + 1
        code, room = code * size + (part - lowest), room * size
    return code


def _step(values: Floats, steps: int) -> Codes:
    logs = np.log2(np.clip(values, 2.0**-10, 2.0**12))
    return np.asarray(np.rint(steps * logs), np.int64)


def _brings(standing: Standing) -> Floats:
    return standing.orders * standing.order_value


def _unevenness(standing: Standing, cell: Codes, cells: int) -> Floats:
    present = np.bincount(cell, weights=standing.alive, minlength=cells)
    first = np.bincount(cell, weights=standing.alive * _brings(standing), minlength=cells)
    second = np.bincount(cell, weights=standing.alive * _brings(standing) ** 2, minlength=cells)
    known = (first != 0) & (present > 0)
    return np.where(known, np.maximum(second * present / np.where(known, first, 1.0) ** 2, 1.0), 1.0)


def _shifts(standing: Standing, cell: Codes, cells: int) -> Floats:
    weight = standing.alive * _brings(standing)
    whole = np.bincount(cell, weights=weight, minlength=cells)
    columns = [
        np.bincount(cell, weights=weight * shift, minlength=cells) / np.where(whole != 0, whole, 1.0)
        for shift in standing.shifts.T
    ]
    return np.stack(columns, axis=1) if columns else np.zeros((cells, 0))
