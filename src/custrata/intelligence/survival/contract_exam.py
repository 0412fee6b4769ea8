"""Which candidate tells best how long contracts run that it has not seen?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.survival.bdw import fit_bdw
from custrata.intelligence.survival.beta_weibull import ContractModel
from custrata.intelligence.survival.contracts import Contracts
from custrata.intelligence.survival.exposure import exposure
from custrata.intelligence.survival.hazard_bands import fit_hazard_bands
from custrata.intelligence.survival.sbg import fit_sbg
from custrata.measures.kernel.estimates import wilson

Floats = NDArray[np.float64]
Fit = Callable[..., ContractModel]


def _constant(duration: ArrayLike, ended: ArrayLike, counts: ArrayLike, entry: ArrayLike) -> ContractModel:
    return fit_hazard_bands(duration, ended, counts, entry, bands=1)


CANDIDATES: Mapping[str, Fit] = {
    "constant rate": _constant,
    "sBG": fit_sbg,
    "BdW": fit_bdw,
    "life table": fit_hazard_bands,
}
"""From the simplest to the one that assumes least."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a candidate did on contracts that it had not seen.

    Attributes:
        candidate: Its name.
        value: Mean log-likelihood a contract; None when it could not be fitted.
        behind: By how much it is behind the best, and ``error`` the standard error of that.
        error: See ``behind``.
        refused: Why it could not be fitted; empty when it could.
    """

    candidate: str
    value: float | None
    behind: float | None
    error: float | None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Contracts held out: the share predicted to end while they were watched, and the share that did.

    Attributes:
        predicted: Expected ends over contracts, by a model fitted without them.
        actual: Ends over contracts.
        low: Lower end of the 95 % interval of ``actual``.
        high: Upper end.
        n: Contracts held out.
    """

    predicted: float
    actual: float
    low: float
    high: float
    n: int

    @property
    def holds(self) -> bool:
        """Whether the prediction lies within the interval."""
        return self.low <= self.predicted <= self.high


def fit_all(rows: Contracts) -> tuple[dict[str, ContractModel], dict[str, str]]:
    """Every candidate that can be fitted to these contracts, and why the others cannot."""
    fitted: dict[str, ContractModel] = {}
    refused: dict[str, str] = {}
    for candidate, fit in CANDIDATES.items():
        try:
            fitted[candidate] = fit(*rows.columns)
        except EstimateError as error:
            refused[candidate] = error.what
    return fitted, refused


def refit(chosen: str, rows: Contracts) -> ContractModel:
    """The chosen model on all rows; what assumes less where it has no estimate there."""
    try:
        return CANDIDATES[chosen](*rows.columns)
    except EstimateError:
        return fit_hazard_bands(*rows.columns, bands=1 if chosen == "constant rate" else 6)


def marks_of(
    fitted: Mapping[str, ContractModel], refused: Mapping[str, str], held: Contracts
) -> tuple[Mark, ...]:
    """What each candidate did on contracts that it had not seen, from the simplest.

    Args:
        fitted: Candidates fitted without these contracts, by name; at least one.
        refused: The others, with the reason.
        held: The contracts held out.

    Returns:
        One mark a candidate.
    """
    each = {candidate: _log_likelihood(model, held) for candidate, model in fitted.items()}
    means = {candidate: float(np.dot(held.counts, own)) / held.n for candidate, own in each.items()}
    best = max(means, key=lambda candidate: means[candidate])

    def mark(candidate: str) -> Mark:
        if candidate in refused:
            return Mark(candidate, None, None, None, refused[candidate])
        behind = each[best] - each[candidate]
        mean = means[best] - means[candidate]
        spread = float(np.dot(held.counts, (behind - mean) ** 2)) / held.n
        return Mark(candidate, means[candidate], mean, float(np.sqrt(spread / held.n)))

    return tuple(mark(candidate) for candidate in CANDIDATES)


def _log_likelihood(model: ContractModel, rows: Contracts) -> Floats:
    """Of each row: that it ended when it did, or survived as long, given that it had come under watch."""
    there = model.log_survival(rows.duration)
    before = model.log_survival(np.maximum(rows.duration - 1, 0))
    last = np.where(rows.ended, before + np.log(-np.expm1(np.minimum(there - before, -1e-300))), there)
    return np.asarray(last - model.log_survival(rows.entry))


def check_of(model: ContractModel, held: Contracts) -> Check:
    """The ends that a model expects of contracts it has not seen while they were watched, and the actual."""
    found = exposure(*held.columns)
    age = np.arange(1.0, len(found.at_risk) + 1.0)
    predicted = float(np.dot(found.at_risk, 1 - model.retention(age))) / held.n
    actual = held.ends / held.n
    low, high = wilson(round(held.ends), round(held.n))
    return Check(predicted, actual, low, high, round(held.n))
