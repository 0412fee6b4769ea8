"""Customers as an exam sees them, made without an engine."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from custrata.intelligence.exam.features import WINDOWS_DAYS, Histories
from custrata.intelligence.exam.split import Point

START = dt.date(2020, 1, 1)


def _columns(days, origin, until):
    """The columns of the query for one customer's days with an order, counted from the start."""
    known = days[days <= origin]
    gaps = np.diff(known).astype(float)
    lately = {f"days_{w}": (origin - known < w).sum() for w in WINDOWS_DAYS}
    return {
        "order_days": len(known),
        "age": origin - known[0],
        "last_order_age": known[-1] - known[0],
        "ahead": ((days > origin) & (days <= until)).sum(),
        "days_period": (origin - known < until - origin).sum(),
        "gap_mean": gaps.mean() if len(gaps) else np.nan,
        "gap_squares": (gaps**2).mean() if len(gaps) else np.nan,
        "gap_most": gaps.max(initial=-1) if len(gaps) else np.nan,
        "gap_last": gaps[-1] if len(gaps) else np.nan,
        **lately,
        **{f"spend_{w}": 10.0 * lately[f"days_{w}"] for w in WINDOWS_DAYS},
        **dict.fromkeys(("spend_most", "spend_first", "spend_last"), 10.0),
        "spend": 10.0 * len(known),
        "lines": len(known),
        "discount": 0,
        "refunds": 0,
        "first_month": 1,
    }


@pytest.fixture(scope="session")
def look():
    """Histories at a point, from arrays of days with an order by customer."""

    def at(people, point):
        origin, until = ((day - START).days for day in (point.origin, point.until))
        rows = [_columns(days, origin, until) for days in people if days[0] <= origin]
        return Histories(point, {name: np.array([row[name] for row in rows], float) for name in rows[0]})

    return at


@pytest.fixture(scope="session")
def drawn():
    """Customers of a Pareto/NBD world, or of one in which a habit that no count shows tells who stays."""

    def draw(n, seed, habit=False, days=730):
        chance = np.random.default_rng(seed)
        people = []
        for _ in range(n):
            begin, rate = int(chance.integers(0, 180)), chance.gamma(0.8, 1 / 40)
            life = chance.exponential(1 / chance.gamma(0.8, 1 / 150))
            if habit and chance.random() < 0.4:
                # Regular buyers: every 60 days, for good; counts alone take them for slow ones.
                times = begin + np.arange(0, days, 60)
            else:
                gaps = chance.exponential(1 / max(rate, 1e-4), 400)
                times = begin + np.concatenate([[0.0], np.cumsum(gaps)])
                times = times[times <= begin + life]
            people.append(np.unique(times[times < days].astype(int)))
        return people

    return draw


@pytest.fixture
def point():
    return Point(dt.date(2020, 12, 31), dt.date(2021, 12, 31))
