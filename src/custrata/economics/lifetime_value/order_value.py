"""How much will a customer's next orders be, given what the earlier ones were?

Every way to say it has one form: so many orders of an average customer are put beside one's own. Arguments
may be numbers, arrays or columns of a query, because nothing but arithmetic is used.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from custrata.errors import EstimateError

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

FEWEST_MEANS = 3
"""Customers with repeat orders below which nothing tells a customer's own level from chance."""


class SpendModel(Protocol):
    """A gamma-gamma model as ``intelligence.spend`` fits it: ``p``, ``q`` and ``v`` among its parameters."""

    @property
    def parameters(self) -> Mapping[str, float]:
        """By name, on their natural scale."""
        ...

    def shifted(self, k: int, by: float = ...) -> Any:
        """The model moved in one independent direction of its parameters' doubt."""
        ...


@dataclass(frozen=True, slots=True)
class OrderValue:
    """The distribution of a customer's mean order, after x repeat orders of mean m.

    Attributes:
        mean: Mean order of the population, in money.
        weight: How many average orders stand beside one's own: 0 trusts the customer's own mean alone.
        shape: Shape of one order under gamma-gamma (p); None where only moments are known.
        within: Variance of one order about the customer's own mean, where ``shape`` is None.
        name: What made it, in words.

    Source:
        P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), eq. 5; the same
        mean has the form of H. Bühlmann's credibility, ASTIN Bulletin 4 (1967), 199-207.

    Example:
        >>> OrderValue(mean=20.0, weight=1.0, within=100.0).expected(3, 40.0)
        35.0
    """

    mean: float
    weight: float
    shape: float | None = None
    within: float = 0.0
    name: str = "own mean shrunk to the population"

    def expected(self, x: Any, own: Any) -> Any:
        """Expected mean of the orders to come.

        Args:
            x: Number of repeat orders, 0 or more.
            own: Their mean in money; any number where x is 0.
        """
        return (own * x + self.weight * self.mean) / (x + self.weight)

    def doubt(self, x: Any, expected: Any) -> Any:
        """Variance of the customer's mean order, given the orders seen."""
        if self.shape is None:
            return self.within / (x + self.weight)
        return expected * expected / ((x + self.weight) * self.shape - 1)

    def scatter(self, x: Any, expected: Any) -> Any:
        """Variance of one order about the customer's mean."""
        if self.shape is None:
            return self.within + 0 * x
        weight = x + self.weight
        return expected * expected * weight / (weight * self.shape - 1)


def credibility(model: SpendModel) -> OrderValue:
    """The gamma-gamma model in this form.

    p(v + xm)/(px + q − 1) is (xm + kμ)/(x + k) with k = (q − 1)/p and μ = pv/(q − 1).

    Args:
        model: The fitted model, or one with moved parameters.
    """
    p, q, v = (float(model.parameters[name]) for name in ("p", "q", "v"))
    # A direction of doubt may move q to where no mean exists; there the mean of one's own orders is all.
    above = max(q - 1, 1e-3)
    return OrderValue(p * v / above, above / p, shape=p, name="gamma-gamma")


def from_gamma_gamma(model: SpendModel) -> OrderValue:
    """The gamma-gamma model, where the spread of customers is finite.

    Args:
        model: The fitted model.

    Raises:
        EstimateError: Its q is 2 or less: then the spread of customers has no finite variance, and no
            interval.
    """
    if not model.parameters["q"] > 2:
        raise EstimateError(
            "customers differ so much in what an order is worth that gamma-gamma gives no interval "
            f"(q is {model.parameters['q']:.3g}, 2 is needed)",
            where="order value",
            remedy="look for a few orders of another size, such as wholesale, and build them apart",
        )
    return credibility(model)


def from_moments(x: Floats, own: Floats, counts: Floats) -> OrderValue:
    """Own mean shrunk to the population, from the first two moments of customers' means.

    The squared distance of a customer's mean from that of all is (between) + (within)/x on average; both
    parts come from a least squares line on 1/x, and neither is below 0.

    Args:
        x: Repeat orders of each row, at least 1.
        own: Their mean.
        counts: Customers who share the row.

    Raises:
        EstimateError: Fewer than three customers ordered again.

    Example:
        >>> found = from_moments(np.array([1.0, 1.0, 1.0]), np.array([5.0, 5.0, 5.0]), np.ones(3))
        >>> found.mean, found.within, found.name
        (5.0, 0.0, 'one value for all orders')
    """
    n = float(counts.sum())
    if n < FEWEST_MEANS:
        raise EstimateError(
            f"only {n:.0f} customers ordered again, so nothing tells what an order of theirs is worth",
            where="order value",
            remedy="wait for more repeat orders, or read revenue instead",
        )
    orders = float((counts * x).sum())
    mean = float((counts * x * own).sum()) / orders
    between, within = _parts(x, own - mean, counts)
    if within == 0 and between == 0:
        return OrderValue(mean, 1.0, name="one value for all orders")
    if between == 0:
        return OrderValue(mean, 1e9, within=within, name="the mean order of all customers")
    return OrderValue(mean, within / between, within=within)


def _parts(x: Floats, distance: Floats, counts: Floats) -> tuple[float, float]:
    squares, inverse = distance**2, 1 / x
    n = counts.sum()
    middle, level = float((counts * inverse).sum() / n), float((counts * squares).sum() / n)
    spread = float((counts * (inverse - middle) ** 2).sum())
    if level <= 1e-18 * float(np.max(np.abs(distance), initial=0.0)) ** 2 or level == 0:
        return 0.0, 0.0
    if spread <= 1e-12 * n:
        # Everybody ordered equally often: nothing tells the parts apart, so each gets half.
        return level / 2, level / 2 / middle
    slope = float((counts * (inverse - middle) * (squares - level)).sum()) / spread
    within = min(max(slope, 0.0), level / middle)
    return max(level - within * middle, 0.0), within


def equal_spends(own: Floats) -> bool:
    """Whether all means are one number, up to rounding.

    Example:
        >>> equal_spends(np.array([5.0, 5.000000001])), equal_spends(np.array([5.0, 6.0]))
        (True, False)
    """
    return bool(own.size) and math.isclose(float(own.min()), float(own.max()), rel_tol=1e-7, abs_tol=1e-9)
