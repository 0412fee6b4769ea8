"""How long do contracts run, if each customer has one chance to leave that never changes? (sBG)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.intelligence.likelihood import Curve, facts_of, maximise
from custrata.intelligence.survival.beta_weibull import (
    ContractModel,
    hazard_likelihood,
    log_survival,
    refuse_alike,
    refuse_without_ends,
)
from custrata.intelligence.survival.exposure import exposure

Floats = NDArray[np.float64]

_REMEDY = "use the beta-discrete-Weibull, which lets a customer's own risk move with age, or a life table"


@dataclass(frozen=True, eq=False)
class ShiftedBetaGeometric(ContractModel):
    """Each customer leaves with a chance of their own in every period; chances are beta(α, β).

    Retention rises with age although nobody becomes more loyal: those likely to leave leave first.
    """

    name: ClassVar[str] = "sBG"

    def log_survival(self, t: ArrayLike) -> Floats:
        """The logarithm of the share of contracts that survive t periods: B(α, β + t) / B(α, β)."""
        return log_survival(t, self.parameters["alpha"], self.parameters["beta"], 1.0)


def fit_sbg(
    duration: ArrayLike, ended: ArrayLike, counts: ArrayLike | None = None, entry: ArrayLike | None = None
) -> ShiftedBetaGeometric:
    """Fit the shifted beta-geometric model by maximum likelihood.

    Args:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        counts: How many contracts share each row; 1 each when None. Counts of a cohort become such rows
            by :func:`lives_of_cohort`; several cohorts are put end to end.
        entry: Periods already survived when it came under watch; 0 each when None.

    Returns:
        The model with its parameters alpha and beta.

    Raises:
        EstimateError: When nothing ended, or customers do not differ, so that there is no interior maximum.

    Source: Fader and Hardie (2007), How to project customer retention.

    Example:
        >>> from custrata.intelligence.survival import lives_of_cohort
        >>> model = fit_sbg(*lives_of_cohort([1000, 869, 743, 653, 593, 551, 517, 491]))
        >>> round(model.parameters["alpha"], 4), round(model.parameters["beta"], 4)
        (0.6681, 3.8061)
    """
    found = exposure(duration, ended, counts, entry)
    refuse_without_ends(found)

    def curve(at: Floats) -> Curve:
        alpha, beta = (float(value) for value in np.exp(at))
        whole = hazard_likelihood(found, alpha, beta, 1.0)
        return Curve(whole.value, whole.gradient[:2], whole.hessian[:2, :2])

    top = maximise(curve, np.zeros(2))
    refuse_alike(top, _REMEDY)
    return ShiftedBetaGeometric(**facts_of(top, ("alpha", "beta"), found.n, "sBG", _REMEDY))
