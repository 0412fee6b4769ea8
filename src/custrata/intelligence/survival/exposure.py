"""How many contracts were at risk at each age, and how many of them ended?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError

Floats = NDArray[np.float64]

MOST_PERIODS = 100_000
"""Contracts are counted in renewal periods; more of them than this means seconds or the like."""
MOST_CONTRACTS = 1e12
"""More contracts than this are no count; half a contract would be lost in their sum."""


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """Contracts by age: the sufficient statistics of everything that counts periods.

    Attributes:
        at_risk: Contracts under watch that had survived t − 1 periods, for t = 1, 2 … the oldest.
        ended: How many of them ended in their t-th period.
        n: Contracts in all.
    """

    at_risk: Floats
    ended: Floats
    n: int


def lives_of_cohort(survivors: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """The contracts behind the counts of one cohort.

    Args:
        survivors: How many still ran after 0, 1, 2 … periods; never rising.

    Returns:
        ``duration, ended, counts`` as every fit takes them; several cohorts are put end to end.

    Raises:
        EstimateError: When the counts rise or are negative.

    Example:
        >>> [column.tolist() for column in lives_of_cohort([10, 6, 5])]
        [[1.0, 2.0, 2.0], [1.0, 1.0, 0.0], [4.0, 1.0, 5.0]]
    """
    left = np.asarray(survivors, dtype=np.float64)
    lost = -np.diff(left)
    if left.ndim != 1 or len(left) < 2 or not np.all(lost >= 0) or not left[-1] >= 0:
        raise EstimateError(
            "the survivors of a cohort are not a falling row of two counts or more",
            remedy="give how many still ran after 0, 1, 2 … periods",
        )
    periods = np.arange(1.0, len(left))
    return (
        np.append(periods, periods[-1]),
        np.append(np.ones(len(periods)), 0.0),
        np.append(lost, left[-1]),
    )


def exposure(
    duration: ArrayLike, ended: ArrayLike, counts: ArrayLike | None = None, entry: ArrayLike | None = None
) -> Exposure:
    """Count contracts at risk and ended by age.

    Args:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        counts: How many contracts share each row; 1 each when None.
        entry: Periods that it had already survived when it came under watch; 0 each when None. Whoever
            ended before the watch began is not in such data, so nobody is counted at risk before it.

    Returns:
        The exposure, up to the oldest period under watch.

    Raises:
        EstimateError: When columns do not fit together, or ages are not whole periods.

    Example:
        >>> found = exposure([1, 2, 2], [True, True, False])
        >>> found.at_risk.tolist(), found.ended.tolist()
        ([3.0, 2.0], [1.0, 1.0])
    """
    age = np.asarray(duration, dtype=np.float64)
    gone = np.asarray(ended, dtype=bool)
    weight = np.ones(age.shape) if counts is None else np.asarray(counts, dtype=np.float64)
    begun = np.zeros(age.shape) if entry is None else np.asarray(entry, dtype=np.float64)
    _refuse_odd(age, gone, weight, begun)
    oldest = int(age.max())
    if oldest == 0:
        raise EstimateError(
            "no contract has lived through a single period", remedy="wait for the first renewals"
        )
    # At risk in period t: came under watch before it, and lasted into it.
    into = np.bincount(begun.astype(np.int64), weight, oldest + 1)
    out = np.bincount(age.astype(np.int64), weight, oldest + 1)
    at_risk = np.cumsum(into - out)[:-1]
    lost = np.bincount(age[gone].astype(np.int64), weight[gone], oldest + 1)[1:].astype(np.float64)
    return Exposure(np.maximum(at_risk, lost), lost, round(float(weight.sum())))


def _refuse_odd(age: Floats, gone: NDArray[np.bool_], weight: Floats, begun: Floats) -> None:
    shapes = {age.shape, gone.shape, weight.shape, begun.shape}
    if len(shapes) > 1 or age.ndim != 1 or not len(age):
        raise EstimateError(
            "there are no contracts, or the columns are not of one length",
            remedy="give one number a contract in each column",
        )
    if bad := int(np.count_nonzero(~(age >= 0) | (age != np.floor(age)) | ~np.isfinite(age))):
        raise EstimateError(
            "durations are not whole periods from 0", how_many=bad, remedy="count whole renewal periods"
        )
    if bad := int(np.count_nonzero(gone & (age < 1))):
        raise EstimateError(
            "contracts ended with a duration of 0",
            how_many=bad,
            remedy="give the period in which they ended, the first being 1",
        )
    if float(age.max()) > MOST_PERIODS:
        raise EstimateError(
            f"a contract lasted {age.max():,.0f} periods",
            remedy="count in the periods in which contracts are renewed, such as months",
        )
    if not (np.all(weight >= 0) and weight.max() <= MOST_CONTRACTS):
        raise EstimateError(
            "counts are negative, missing, or more than a million million",
            remedy="count contracts, from 0",
        )
    if not np.all((begun >= 0) & (begun == np.floor(begun)) & (begun <= age - gone)):
        raise EstimateError(
            "contracts came under watch after they had ended, or not at whole periods",
            remedy="give the whole periods that each had survived when it came under watch",
        )
