"""How is a model of repeat orders fitted, refitted to drawn customers, or refused?"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.buying.blocks import dot
from custrata.intelligence.buying.summaries import Summaries
from custrata.intelligence.likelihood import Curve, FittedModel, Maximum, facts_of, maximise

Floats = NDArray[np.float64]
Likelihood = Callable[[Floats], Curve]

FEWEST_ROWS = 2048
"""A part of the customers smaller than this is no shorter way to the maximum."""
THINNING = 16
"""Each look before the full one takes a sixteenth of the rows of the next."""
FARTHEST = float(np.log(1e5))
"""A logarithm beyond this (times in units of the mean age) is on its way to infinity."""
FAR = float(np.log(1e3))
"""A logarithm this far out says which way the likelihood rises."""
WIDEST = 5.0
"""A logarithm known no better than this (a factor of 150) is not known."""
REMEDY = "use another model, more customers or a longer history"


@dataclass(frozen=True, eq=False)
class BuyingModel(FittedModel):
    """A model of repeat orders that was fitted to the histories of customers.

    Attributes:
        known: The histories, for refits.
    """

    known: Summaries = field(repr=False)

    symbols: ClassVar[tuple[str, ...]] = ()
    """Of the parameters, in order."""
    times: ClassVar[tuple[int, ...]] = ()
    """Which parameters are times (1) and which are pure numbers (0)."""

    @staticmethod
    @abstractmethod
    def likelihood(known: Summaries) -> Likelihood:
        """The log-likelihood of histories with its derivatives by the logarithms of the parameters."""

    @staticmethod
    @abstractmethod
    def start(known: Summaries) -> Floats:
        """Logarithms to begin with, from the moments of the histories."""

    @staticmethod
    @abstractmethod
    def no_maximum(at: Floats) -> str:
        """In words, what it means that the search ran away to this point."""

    @abstractmethod
    def probability_alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """The chance that a customer has not stopped."""

    @abstractmethod
    def expected_orders(self, horizon: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Orders expected in (T, T + horizon], given the history."""

    @abstractmethod
    def discounted_expected_orders(
        self, rate: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, horizon: float = np.inf
    ) -> Floats:
        """Orders expected ahead, each worth e^(−rate · time) of one today."""

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
            part = known.thinned(every)
            top = maximise(cls.likelihood(part), start)
            start = start if ran_away(top) else top.at
        return cls._at(maximise(cls.likelihood(known), start), known)

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
        start = self.logarithms() - np.multiply(self.times, np.log(known.unit))
        models = []
        for _ in range(n):
            drawn = chance.multinomial(self.n, counts / counts.sum()).astype(np.float64)
            sample = known.with_counts(drawn[: len(known.once)], drawn[len(known.once) :])
            try:
                models.append(self._at(maximise(self.likelihood(sample), start), sample))
            except EstimateError:
                continue
        if len(models) < 0.9 * n:
            raise EstimateError(
                f"{n - len(models)} of {n} samples of the customers have no maximum for {self.name}",
                remedy="use more customers or a model with fewer parameters",
            )
        return tuple(models)

    def logarithms(self) -> Floats:
        """Natural logarithms of the parameters, in the caller's unit of time."""
        return np.log(list(self.parameters.values()))

    @classmethod
    def _at(cls, top: Maximum, known: Summaries) -> Self:
        """The model of a maximum, in the caller's unit of time; refused where it is none."""
        if ran_away(top):
            raise EstimateError(
                f"{cls.name} has no maximum inside its bounds: {cls.no_maximum(top.at)}",
                remedy=REMEDY,
                model=cls.name,
            )
        facts = facts_of(top, cls.symbols, round(known.customers), cls.name, REMEDY)
        pairs = zip(facts["parameters"].items(), cls.times, strict=True)
        facts["parameters"] = {key: value * known.unit**time for (key, value), time in pairs}
        facts["log_likelihood"] -= known.orders * float(np.log(known.unit))
        return cls(**facts, known=known)


def order_rate_start(known: Summaries) -> Floats:
    """Log r and log α to begin with, from mean and variance of repeat orders.

    Args:
        known: Histories.

    Returns:
        Shape (2,).
    """
    x, counts = known.repeat.x, known.repeat.counts
    mean = known.orders / known.customers
    spread = dot(counts, x * x) / known.customers - mean * mean
    r = float(np.clip(mean * mean / max(spread - mean, 1e-3 * mean), 0.1, 10.0))
    age = (dot(counts, known.repeat.T) + dot(known.once.counts, known.once.T)) / known.customers
    # Orders stop when buyers drop out, so that the rate of those alive is higher than the mean: twice is a
    # fair guess.
    return np.log([r, r * age / (2 * mean)])


def _looks(rows: int) -> list[int]:
    """Which parts of the customers are looked at first: every 256th, every 16th."""
    every = [THINNING**power for power in range(1, 6)]
    return [step for step in reversed(every) if rows // step >= FEWEST_ROWS]


def ran_away(top: Maximum) -> bool:
    """Whether there is no maximum inside: a parameter runs away, or the likelihood is flat where it ended."""
    if top.runaway is not None or float(np.abs(top.at).max()) > FARTHEST:
        return True
    return top.covariance is None or bool(np.diag(top.covariance).max() > WIDEST**2)
