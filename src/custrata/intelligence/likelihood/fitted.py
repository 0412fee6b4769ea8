"""What does every fitted model say of itself: its parameters, their doubt, and the fit?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from custrata.errors import EstimateError
from custrata.intelligence.likelihood.newton import Maximum

Floats = NDArray[np.float64]

NORMAL_95 = 1.959963984540054

LARGEST_SLOPE = 1e-6
"""A maximum is flat: no derivative by a logarithm above this, per customer."""

WIDEST_ERROR = 5.0
"""A logarithm known no better than this (a factor of 150) is not known."""


@dataclass(frozen=True, eq=False)
class FittedModel:
    """A model at the maximum of its likelihood.

    Attributes:
        parameters: By name, on their natural scale, in the caller's units.
        covariance: Of the parameters' logarithms, shape (k, k), in the order of ``parameters``.
        log_likelihood: At the maximum, in the caller's units.
        n: Customers whose data entered.
        iterations: Newton steps.
        optimality: Largest derivative of the log-likelihood by a logarithm, per customer; about 0.
    """

    name: ClassVar[str] = ""

    parameters: dict[str, float]
    covariance: Floats = field(repr=False)
    log_likelihood: float
    n: int
    iterations: int
    optimality: float

    @property
    def standard_errors(self) -> dict[str, float]:
        """Of each parameter on its natural scale, by the delta method."""
        spread = np.sqrt(np.diag(self.covariance))
        return {
            key: value * float(s) for (key, value), s in zip(self.parameters.items(), spread, strict=True)
        }

    @property
    def directions(self) -> int:
        """In how many independent directions the parameters are in doubt; see :meth:`shifted`."""
        return len(self.parameters)

    def interval(self, parameter: str, z: float = NORMAL_95) -> tuple[float, float]:
        """The interval of one parameter: symmetric in its logarithm, so never below 0."""
        k = list(self.parameters).index(parameter)
        factor = float(np.exp(z * np.sqrt(self.covariance[k, k])))
        return self.parameters[parameter] / factor, self.parameters[parameter] * factor

    def shifted(self, k: int, by: float = 1.0) -> Self:
        """The model moved along one of the independent directions in which its parameters are in doubt.

        Args:
            k: Which direction: a column of the Cholesky factor, 0 to the number of parameters less one.
            by: How many standard errors.

        Returns:
            The same model with moved parameters. Effects of all directions, squared, add up to the variance.
        """
        return self._moved(by * np.asarray(np.linalg.cholesky(self.covariance))[:, k])

    def draws(self, n: int, seed: int) -> tuple[Self, ...]:
        """Models drawn from the posterior by Laplace: normal in the logarithms around the maximum.

        Args:
            n: How many.
            seed: Of the chance.

        Returns:
            A tuple of ``n`` models.
        """
        factor = np.linalg.cholesky(self.covariance)
        chance = np.random.default_rng(seed).standard_normal((n, len(self.parameters)))
        return tuple(self._moved(row) for row in chance @ factor.T)

    def _moved(self, logarithms: Floats) -> Self:
        moved = {
            key: value * float(np.exp(step))
            for (key, value), step in zip(self.parameters.items(), logarithms, strict=True)
        }
        return replace(self, parameters=moved)


def facts_of(top: Maximum, names: tuple[str, ...], n: int, model: str, remedy: str) -> dict[str, Any]:
    """The fields of a :class:`FittedModel` from the top that was found, or a refusal.

    Args:
        top: Where the search ended.
        names: Of the parameters, in order.
        n: Customers whose data entered.
        model: Its name for the message.
        remedy: What to do when there is no interior maximum.

    Returns:
        Keyword arguments for the model.

    Raises:
        EstimateError: When a parameter ran away, or the likelihood is flat at its top.
    """
    if top.runaway is not None:
        raise EstimateError(
            f"the likelihood of {model} grows without end as {names[top.runaway]} runs away, "
            "so there is no estimate",
            remedy=remedy,
            parameter=names[top.runaway],
        )
    covariance, slope = top.covariance, float(np.max(np.abs(top.curve.gradient))) / n
    if covariance is None or np.diag(covariance).max() > WIDEST_ERROR**2:
        raise EstimateError(
            f"the likelihood of {model} is flat at its top, so many parameters fit these data equally well",
            remedy=remedy,
        )
    if not slope <= LARGEST_SLOPE:
        raise EstimateError(
            f"the search for the top of {model} stopped where the likelihood still rises", remedy=remedy
        )
    return {
        "parameters": {key: float(value) for key, value in zip(names, np.exp(top.at), strict=True)},
        "covariance": covariance,
        "log_likelihood": top.curve.value,
        "n": n,
        "iterations": top.iterations,
        "optimality": slope,
    }
