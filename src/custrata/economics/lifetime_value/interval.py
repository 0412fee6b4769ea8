"""Between what and what will a customer's value lie, given its mean and variance?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

RELATION = "interval_factors"
"""The relation that holds the factors by place."""

_A_STEP = 0.05
_LOWEST, _HIGHEST = -160, 600


def interval_factors() -> dict[str, npt.NDArray[np.float64]]:
    """By what the mean is multiplied for the 2.5% and the 97.5% point of a gamma, by its shape.

    The scores of an interval are looked up, so that customers do not travel to a special function.

    Returns:
        ``place`` (whole number: twenty times the logarithm of the shape), ``low_factor`` and ``high_factor``;
        the upper is never below 1, so that the mean lies within.

    Example:
        >>> factors = interval_factors()
        >>> one = list(factors["place"]).index(0)
        >>> round(float(factors["low_factor"][one]), 4), round(float(factors["high_factor"][one]), 4)
        (0.0253, 3.6889)
    """
    from scipy.special import gammaincinv

    place = np.arange(_LOWEST, _HIGHEST + 1)
    shape = np.exp(place * _A_STEP)
    return {
        "place": place.astype(np.int64),
        "low_factor": np.minimum(gammaincinv(shape, 0.025) / shape, 1.0),
        "high_factor": np.maximum(gammaincinv(shape, 0.975) / shape, 1.0),
    }


def factor_place(mean: ibis.Value, variance: ibis.Value) -> ibis.Value:
    """The place of a customer's factors: none where no variance is known, the narrowest where nothing varies.

    Args:
        mean: Expected value, 0 or more, as a float.
        variance: Its variance, 0 or more, as a float.
    """
    logarithm = (mean * mean / variance.nullif(0)).nullif(0).ln() / _A_STEP
    # A mean of 0 has no shape, and its interval is 0 at any factor; what does not vary has the narrowest.
    edge = ibis.cases((variance > 0, _LOWEST), (variance == 0, _HIGHEST))
    place = logarithm.round().coalesce(edge)
    bounded = ibis.least(ibis.greatest(place, _LOWEST), _HIGHEST).cast("int64")
    return ibis.ifelse(variance.isnull(), ibis.null("int64"), bounded)
