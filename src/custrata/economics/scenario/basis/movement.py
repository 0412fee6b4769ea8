"""How customers moved from one window to the next: who left, what those who stayed bring, who came back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from custrata.economics.scenario.basis.standing import Codes, Floats

BANDS = 4
"""Customers are told apart by quarters of what they bring, and by whether they are new."""

PRIOR = 10.0
"""A class of customers is put beside so many average ones, so that few customers do not say much alone."""

MOST_ERROR = 0.5
"""Largest standard error of a logarithm that is carried: beyond it nothing is known, and it is said."""


@dataclass(frozen=True)
class Movement:
    """What one window says about the next, by class of customers.

    Attributes:
        cuts: What a customer brings from which the next quarter begins.
        left: Share who bring nothing in the next window, by class.
        kept: What the class brings in the next window over what it brought, by class.
        left_error: Standard error of the logarithm of the rate of leaving.
        kept_error: Standard error of the logarithm of ``kept``.
        back: Share of those who brought nothing who come back.
        back_amount: What one who comes back brings.
        n: Customers seen in both windows.
    """

    cuts: Floats
    left: Floats
    kept: Floats
    left_error: Floats
    kept_error: Floats
    back: float
    back_amount: float
    n: int


def classes(amount: Floats, new: np.ndarray, cuts: Floats) -> Codes:
    """Class of each customer: the quarter of what they bring, old ones first; those who bring nothing too.

    Args:
        amount: What a customer brings in a window.
        new: Whether the customer first came in that window.
        cuts: From :func:`quarters`.
    """
    quarter = np.searchsorted(cuts, amount, side="right")
    return np.asarray(quarter + (len(cuts) + 1) * np.asarray(new, np.int64), np.int64)


def quarters(amount: Floats) -> Floats:
    """The amounts at which quarters of those who bring something begin."""
    positive = amount[amount > 0]
    if not len(positive):
        return np.zeros(BANDS - 1)
    return np.quantile(positive, np.arange(1, BANDS) / BANDS, method="inverted_cdf")


def movement(before: Floats, now: Floats, new_before: np.ndarray, known_before: np.ndarray) -> Movement:
    """The movement between two windows.

    Args:
        before: What each customer brought in the earlier window.
        now: What each brings in the later one.
        new_before: Whether the customer first came in the earlier window.
        known_before: Whether the customer came before the earlier window ended.
    """
    cuts, there = quarters(before), before > 0
    kind = classes(before, new_before, cuts)[there]
    size = 2 * BANDS
    was, is_now = before[there], np.maximum(now[there], 0.0)
    n = np.bincount(kind, minlength=size).astype(np.float64)
    lost = np.bincount(kind, weights=(is_now <= 0).astype(float), minlength=size)
    brought = np.bincount(kind, weights=was, minlength=size)
    brings = np.bincount(kind, weights=is_now, minlength=size)
    all_left = (lost.sum() + 0.5) / (n.sum() + 1)
    all_kept = brings.sum() / brought.sum() if brought.sum() > 0 else 0.0
    weight = np.where(n > 0, PRIOR * brought / np.maximum(n, 1), 1.0)
    left = np.asarray(np.clip((lost + PRIOR * all_left) / (n + PRIOR), 1e-3, 0.97), np.float64)
    kept = np.asarray((brings + weight * all_kept) / (brought + weight), np.float64)
    away = known_before & (before <= 0)
    returned = now[away & (now > 0)]
    return Movement(
        cuts,
        left,
        kept,
        _left_error(left, n + PRIOR),
        _kept_error(was, is_now, kind, kept, np.asarray(brought + weight, np.float64), size),
        float(len(returned) / away.sum()) if away.any() else 0.0,
        float(returned.mean()) if len(returned) else 0.0,
        int(there.sum()),
    )


def _left_error(left: Floats, n: Floats) -> Floats:
    # The rate is -log(1 - q); by the delta method its logarithm has this standard error.
    rate = -np.log1p(-left)
    return np.minimum(np.sqrt(left / ((1 - left) * n)) / rate, MOST_ERROR)


def _kept_error(was: Floats, now: Floats, kind: Codes, kept: Floats, brought: Floats, size: int) -> Floats:
    apart = np.bincount(kind, weights=(now - kept[kind] * was) ** 2, minlength=size)
    return np.minimum(np.sqrt(apart) / np.maximum(brought * np.maximum(kept, 1e-9), 1e-9), MOST_ERROR)


def years_apart(earlier: Floats, before: Floats, now: Floats) -> float | None:
    """By how much what customers kept differed between the last two pairs of windows, as a logarithm.

    Two numbers say little about a spread: their distance over the root of two is its least squares estimate.

    Args:
        earlier: What each customer brought two windows before the latest.
        before: In the window before the latest.
        now: In the latest.

    Returns:
        The estimate, at most :data:`MOST_ERROR`; None where nothing was kept.

    Example:
        >>> round(years_apart(np.array([100.0]), np.array([100.0]), np.array([90.0])), 4)
        0.0745
    """
    first, second = _kept_by(earlier, before), _kept_by(before, now)
    if first is None or second is None:
        return None
    return float(min(abs(np.log(second / first)) / np.sqrt(2), MOST_ERROR))


def _kept_by(then: Floats, later: Floats) -> float | None:
    there = then > 0
    kept = float(later[there].sum())
    return kept / float(then[there].sum()) if there.any() and kept > 0 else None
