"""What would somebody expect who has no model? The rules that a model must beat, as values of customers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from custrata.economics.lifetime_value.scoring import KEYS
from custrata.economics.lifetime_value.terms import NEXT_YEAR_DAYS, Terms
from custrata.intelligence.exam.no_dropout import fit_nbd

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

SHORTEST_AGE = 28.0
"""Days that a customer counts as being known at least, so that yesterday's buyer does not order every day."""

ZERO, MEAN, OWN_RATE, NBD = "zero", "mean", "own_past_rate", "nbd"


def naive_rate(rule: str, summaries: Mapping[str, Floats]) -> Floats:
    """Orders a day that a rule without a model expects of each summary.

    Args:
        rule: ``zero`` (nobody orders again), ``mean`` (all customers at the rate of all), ``own_past_rate``,
            or ``nbd`` (one's own rate drawn towards that of all; nobody stops).
        summaries: ``repeat_orders, last_order_age, age`` and ``people``, one row a distinct summary.

    Returns:
        Orders a day, 0 or more.

    Example:
        >>> rows = {"repeat_orders": [3, 0], "last_order_age": [90, 0], "age": [100, 50], "people": [1, 1]}
        >>> naive_rate("own_past_rate", rows).tolist(), naive_rate("mean", rows).tolist()
        ([0.03, 0.0], [0.02, 0.02])
    """
    x, age, people = (
        np.asarray(summaries[name], dtype=np.float64) for name in ("repeat_orders", "age", "people")
    )
    if rule == ZERO:
        return np.zeros(len(x))
    known = np.maximum(age, SHORTEST_AGE)
    if rule == NBD:
        return fit_nbd(x, x, known, people).expected_orders(1.0, x, x, known)
    if rule == OWN_RATE:
        return x / known
    return np.full(len(x), float((people * x).sum() / (people * known).sum()))


def score_naively(rule: str, summaries: Mapping[str, Floats], terms: Terms) -> dict[str, Floats]:
    """The scores of :func:`.scoring.score_buyers` by a rule: without chance, shifts or what lies beyond.

    Args:
        rule: As in :func:`naive_rate`.
        summaries: As there.
        terms: Horizon and discount.

    Returns:
        The keys, ``orders``, ``ahead``, ``discounted``; ``beyond`` and ``alive`` are nan: a rule does not
        know them.
    """
    rate = naive_rate(rule, summaries)
    unknown = np.full(len(rate), np.nan)
    return {
        **{key: np.asarray(summaries[key]).astype(np.int64) for key in KEYS},
        "orders": rate * NEXT_YEAR_DAYS,
        "ahead": rate * terms.horizon_days,
        "discounted": rate * terms.annuity_days(),
        "beyond": unknown,
        "alive": unknown,
    }
