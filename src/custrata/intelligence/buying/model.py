"""What every fitted buying model can say about itself: parameters, errors, shifts, draws, refits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.buying.newton import FIRST_LOOK, Evaluate, Optimum, Runaway, climb
from custrata.intelligence.buying.summaries import Summaries

Numbers = NDArray[np.float64]

FEWEST_ROWS = 2048
"""A part of the customers smaller than this is no shorter way to the maximum."""
THINNING = 16
"""Each look before the full one takes a sixteenth of the rows of the next."""


@dataclass(frozen=True, slots=True, eq=False)
class FittedModel:
    """A model found by maximum likelihood, in the logarithms of its parameters.

    Attributes:
        log_parameters: Natural logarithms of the parameters, in the order of ``symbols``.
        covariance: Of the log parameters, from the exact Hessian; shape (k, k).
        log_likelihood: At the maximum, in the caller's unit of time.
        n: Customers.
        iterations: Newton steps over all customers.
        optimality: Largest derivative of the log-likelihood by a log parameter, per customer.
    """

    log_parameters: tuple[float, ...]
    covariance: Numbers = field(repr=False)
    log_likelihood: float
    n: int
    iterations: int
    optimality: float

    name: ClassVar[str] = ""
    symbols: ClassVar[tuple[str, ...]] = ()

    @property
    def parameters(self) -> dict[str, float]:
        """The parameters by their symbols, in the caller's unit of time."""
        return dict(zip(self.symbols, (float(v) for v in np.exp(self.log_parameters)), strict=True))

    @property
    def standard_errors(self) -> dict[str, float]:
        """One standard error of each parameter, carried over from its logarithm (delta method)."""
        errors = np.exp(self.log_parameters) * np.sqrt(self.covariance.diagonal())
        return dict(zip(self.symbols, (float(v) for v in errors), strict=True))

    def shifted(self, k: int, by: float = 1.0) -> Self:
        """The model some standard errors away in one of the independent directions of its uncertainty.

        Args:
            k: Which column of the Cholesky factor of the covariance, from 0.
            by: How many standard errors.

        Returns:
            The same model with its log parameters moved.
        """
        factor = np.linalg.cholesky(self.covariance)
        return self._moved(np.asarray(self.log_parameters) + by * factor[:, k])

    def draws(self, n: int, seed: int) -> tuple[Self, ...]:
        """Models drawn from the normal approximation to the posterior (Laplace).

        Args:
            n: How many.
            seed: Of the chance; the same seed gives the same models.

        Returns:
            ``n`` models.
        """
        factor = np.linalg.cholesky(self.covariance)
        normal = np.random.default_rng(seed).standard_normal((n, len(self.log_parameters)))
        return tuple(self._moved(point) for point in np.asarray(self.log_parameters) + normal @ factor.T)

    def _moved(self, log_parameters: Numbers) -> Self:
        return replace(self, log_parameters=tuple(float(v) for v in log_parameters))


@dataclass(frozen=True, slots=True, eq=False)
class BuyingModel(FittedModel):
    """A model of repeat orders that was fitted to the histories of customers.

    Attributes:
        known: The histories, for refits.
    """

    known: Summaries = field(repr=False)

    times: ClassVar[tuple[int, ...]] = ()
    """Which parameters are times (1) and which are pure numbers (0)."""

    @staticmethod
    def likelihood(known: Summaries) -> Evaluate:
        """The log-likelihood of histories with its derivatives."""
        raise TypeError("a model names its likelihood")

    @staticmethod
    def start(known: Summaries) -> Numbers:
        """Log parameters to begin with, from the moments of the histories."""
        raise TypeError("a model names its start")

    @staticmethod
    def no_maximum(point: Numbers) -> str:
        """In words, what it means that the search ran away to this point."""
        raise TypeError("a model names its limits")

    @classmethod
    def fitted_to(cls, known: Summaries) -> Self:
        """The model at the maximum of its likelihood.

        Args:
            known: Histories.

        Returns:
            The fitted model.

        Raises:
            EstimateError: There is no maximum inside; the sentence says which way the likelihood rises.
        """
        start = cls.start(known)
        for every in _looks(len(known.repeat)):
            start = _first_look(cls.likelihood, known.thinned(every), start)
        return cls._at(_or_refuse(cls, known, start), known)

    def bootstrap(self, n: int, seed: int) -> tuple[Self, ...]:
        """Refits to customers drawn anew, with replacement, from those the model was fitted to.

        Args:
            n: How many samples.
            seed: Of the chance; the same seed gives the same samples, in whatever order the customers came.

        Returns:
            The refitted models; a sample whose likelihood has no maximum inside is left out.

        Raises:
            EstimateError: More than a tenth of the samples has no maximum: the model is not determined.
        """
        known, chance = self.known.in_order(), np.random.default_rng(seed)
        counts = np.concatenate([known.once.counts, known.repeat.counts])
        start = np.asarray(self.log_parameters) - np.multiply(self.times, np.log(known.unit))
        models = []
        for _ in range(n):
            drawn = chance.multinomial(self.n, counts / counts.sum()).astype(np.float64)
            sample = known.with_counts(drawn[: len(known.once)], drawn[len(known.once) :])
            try:
                models.append(self._at(climb(self.likelihood(sample), start, sample.customers), sample))
            except (Runaway, EstimateError):
                continue
        if len(models) < 0.9 * n:
            raise EstimateError(
                f"{n - len(models)} of {n} samples of the customers have no maximum for {self.name}",
                remedy="use more customers or a model with fewer parameters",
            )
        return tuple(models)

    @classmethod
    def _at(cls, optimum: Optimum, known: Summaries) -> Self:
        """The model of an optimum, in the caller's unit of time."""
        log_unit = np.log(known.unit)
        return cls(
            log_parameters=tuple(float(v) for v in optimum.point + np.multiply(cls.times, log_unit)),
            covariance=optimum.covariance,
            log_likelihood=optimum.value - known.orders * float(log_unit),
            n=round(known.customers),
            iterations=optimum.iterations,
            optimality=optimum.optimality,
            known=known,
        )


def columns(*values: ArrayLike) -> tuple[Numbers, ...]:
    """Numbers of one length; single numbers are repeated."""
    return tuple(np.broadcast_arrays(*(np.asarray(v, dtype=np.float64) for v in values)))


def order_rate_start(known: Summaries) -> Numbers:
    """Log r and log α to begin with, from mean and variance of repeat orders.

    Args:
        known: Histories.

    Returns:
        Shape (2,).
    """
    x, counts = known.repeat.x, known.repeat.counts
    mean = known.orders / known.customers
    spread = float(counts @ (x * x)) / known.customers - mean * mean
    r = float(np.clip(mean * mean / max(spread - mean, 1e-3 * mean), 0.1, 10.0))
    age = float(counts @ known.repeat.T + known.once.counts @ known.once.T) / known.customers
    # Orders stop when buyers drop out, so that the rate of those alive is higher than the mean: twice is a
    # fair guess.
    return np.log([r, r * age / (2 * mean)])


def _looks(rows: int) -> list[int]:
    """Which parts of the customers are looked at first: every 256th, every 16th."""
    every = [THINNING**power for power in range(1, 6)]
    return [step for step in reversed(every) if rows // step >= FEWEST_ROWS]


def _first_look(likelihood: Callable[[Summaries], Evaluate], part: Summaries, start: Numbers) -> Numbers:
    """Where a part of the customers would have the maximum; the start itself where they have none."""
    try:
        return climb(likelihood(part), start, part.customers, FIRST_LOOK).point
    except (Runaway, EstimateError):
        return start


def _or_refuse(model: type[BuyingModel], known: Summaries, start: Numbers) -> Optimum:
    try:
        return climb(model.likelihood(known), start, known.customers)
    except Runaway as away:
        raise EstimateError(
            f"{model.name} has no maximum inside its bounds: {model.no_maximum(away.point)}",
            remedy="use another model, more customers or a longer history",
            model=model.name,
        ) from None
