"""Customers who buy as a model says, made from a seed, for tests of the buying models."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Columns = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]


def stopping_after_orders(n: int, seed: int, after_first: bool = False, days: bool = True) -> Columns:
    """BG/NBD (or MBG/NBD) buyers with r 0.8, α 20 days, a 0.9, b 2.5, watched for 100 to 300 days."""
    chance = np.random.default_rng(seed)
    age = chance.integers(100, 301, n).astype(float)
    rate, stop = chance.gamma(0.8, 1 / 20.0, n), chance.beta(0.9, 2.5, n)
    x, last, now = np.zeros(n), np.zeros(n), np.zeros(n)
    alive = np.arange(n)
    if after_first:
        alive = alive[chance.random(n) >= stop]
    while alive.size:
        now[alive] += chance.exponential(1.0, alive.size) / np.maximum(rate[alive], 1e-300)
        alive = alive[now[alive] <= age[alive]]
        x[alive] += 1
        last[alive] = now[alive]
        alive = alive[chance.random(alive.size) >= stop[alive]]
    return x, np.minimum(np.ceil(last), age) if days else last, age


def stopping_any_time(n: int, seed: int, days: bool = True) -> Columns:
    """Pareto/NBD buyers with r 0.8, α 20 days, s 0.9, β 60 days, watched for 100 to 300 days."""
    chance = np.random.default_rng(seed)
    age = chance.integers(100, 301, n).astype(float)
    rate, end = chance.gamma(0.8, 1 / 20.0, n), chance.gamma(0.9, 1 / 60.0, n)
    lifetime = np.minimum(chance.exponential(1.0, n) / np.maximum(end, 1e-300), age)
    x = chance.poisson(rate * lifetime).astype(float)
    last = np.where(x > 0, lifetime * chance.random(n) ** (1 / np.maximum(x, 1)), 0.0)
    return x, np.minimum(np.ceil(last), age) if days else last, age
