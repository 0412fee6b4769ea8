"""How long do contracts run, if a customer's own risk to leave moves with age? (BdW)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.likelihood import facts_of, maximise
from custrata.intelligence.survival.beta_weibull import (
    ContractModel,
    hazard_likelihood,
    log_survival,
    refuse_alike,
    refuse_without_ends,
)
from custrata.intelligence.survival.exposure import exposure

Floats = NDArray[np.float64]

_REMEDY = "use a life table, which assumes no shape"


@dataclass(frozen=True, eq=False)
class BetaWeibull(ContractModel):
    """Like sBG, but a customer's own risk rises (c above 1) or falls (c below 1) with age."""

    name: ClassVar[str] = "BdW"

    def log_survival(self, t: ArrayLike) -> Floats:
        """The logarithm of the share of contracts that survive t periods: B(α, β + t^c) / B(α, β)."""
        return log_survival(t, *self.parameters.values())


def fit_bdw(
    duration: ArrayLike, ended: ArrayLike, counts: ArrayLike | None = None, entry: ArrayLike | None = None
) -> BetaWeibull:
    """Fit the beta-discrete-Weibull model by maximum likelihood.

    Args:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        counts: How many contracts share each row; 1 each when None.
        entry: Periods already survived when it came under watch; 0 each when None.

    Returns:
        The model with its parameters alpha, beta and c.

    Raises:
        EstimateError: When nothing ended, too few ages are known, or there is no interior maximum.

    Source: Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited.

    Example:
        >>> from custrata.intelligence.survival import lives_of_cohort
        >>> model = fit_bdw(*lives_of_cohort([1000, 869, 743, 653, 593, 551, 517, 491]))
        >>> list(model.parameters)
        ['alpha', 'beta', 'c']
    """
    found = exposure(duration, ended, counts, entry)
    refuse_without_ends(found)
    if np.count_nonzero(found.ended) < 3:
        raise EstimateError(
            f"contracts ended at {np.count_nonzero(found.ended)} different ages, and 3 parameters need 3",
            remedy="use sBG, which has two, or watch for more periods",
        )
    top = maximise(lambda at: hazard_likelihood(found, *(float(value) for value in np.exp(at))), np.zeros(3))
    refuse_alike(top, _REMEDY)
    return BetaWeibull(**facts_of(top, ("alpha", "beta", "c"), found.n, "BdW", _REMEDY))
