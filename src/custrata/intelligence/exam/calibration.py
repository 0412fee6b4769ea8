"""Do customers order as often as was predicted, group by group and month by month?"""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from custrata.intelligence.exam.split import Point
from custrata.measures.kernel.estimates import Z95

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Tenth:
    """Customers of like prediction: what was expected of them, and what came, in orders a customer.

    Attributes:
        place: 1 (least expected) to 10.
        predicted: Mean prediction.
        actual: Mean count.
        low: Lower end of the 95% interval of ``actual``.
        high: Upper end.
        n: Customers.
    """

    place: int
    predicted: float
    actual: float
    low: float
    high: float
    n: int


def tenths(actual: Floats, predicted: Floats) -> tuple[Tenth, ...]:
    """Customers in tenths by prediction; those of equal prediction stay together, so that some may be empty.

    Args:
        actual: Orders that came; shape (customers,).
        predicted: Orders that were expected; the same shape.

    Example:
        >>> rows = tenths(np.array([0.0, 1.0, 0.0, 4.0]), np.array([0.1, 0.1, 0.1, 3.0]))
        >>> [(row.place, row.n, row.predicted, row.actual) for row in rows]
        [(4, 3, 0.1, 0.333333), (9, 1, 3.0, 4.0)]
    """
    _, which, sizes = np.unique(np.round(predicted, 9), return_inverse=True, return_counts=True)
    upto = np.cumsum(sizes)
    middle = (upto - sizes / 2) / len(predicted)
    places = np.minimum((middle * TENTHS).astype(int) + 1, TENTHS)[which]
    return tuple(_tenth(int(p), actual[places == p], predicted[places == p]) for p in np.unique(places))


def months_of(point: Point) -> tuple[tuple[str, int, int], ...]:
    """The months of the time ahead: label, and the days after the origin at which each begins and ends.

    Example:
        >>> months_of(Point(dt.date(2024, 1, 20), dt.date(2024, 3, 5)))
        (('2024-01', 0, 11), ('2024-02', 11, 40), ('2024-03', 40, 45))
    """
    found, day = [], point.origin
    while day < point.until:
        first = day + dt.timedelta(days=1)
        last = min(first.replace(day=calendar.monthrange(first.year, first.month)[1]), point.until)
        found.append((f"{first:%Y-%m}", (day - point.origin).days, (last - point.origin).days))
        day = last
    return tuple(found)


def expected_by_month(point: Point, total: Callable[[float], float]) -> dict[str, float]:
    """Orders of all customers that were expected in each month of the time ahead.

    Args:
        point: The time ahead.
        total: Orders expected of all of them up to so many days after the origin.
    """
    return {label: total(end) - (total(begin) if begin else 0.0) for label, begin, end in months_of(point)}


def _tenth(place: int, actual: Floats, predicted: Floats) -> Tenth:
    n, mean = len(actual), float(actual.mean())
    half = Z95 * float(actual.std(ddof=1)) / math.sqrt(n) if n > 1 else 0.0
    low, high = round(max(mean - half, 0.0), 6), round(mean + half, 6)
    return Tenth(place, round(float(predicted.mean()), 6), round(mean, 6), low, high, n)
