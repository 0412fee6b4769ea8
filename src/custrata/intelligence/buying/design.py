"""How do facts about customers become numbers that move their rates?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Facet:
    """One covariate as columns of numbers.

    Attributes:
        covariate: Its name.
        levels: The levels that have a column each; empty for a number.
        reference: The level without a column: the most frequent, the first by name among equals.
        centre: What is taken off a number, its mean.
        scale: What a number is divided by, its standard deviation.
    """

    covariate: str
    levels: tuple[str, ...] = ()
    reference: str = ""
    centre: float = 0.0
    scale: float = 1.0

    @property
    def width(self) -> int:
        """How many columns."""
        return max(len(self.levels), 1)

    def columns(self, values: ArrayLike) -> Floats:
        """The columns of some customers; shape (rows, width).

        Args:
            values: One a customer.

        Raises:
            EstimateError: A value is missing or a level was not there when the model was fitted.
        """
        given = np.atleast_1d(np.asarray(values))
        if not self.levels:
            scaled: Floats = (_numbers(self.covariate, given) - self.centre) / self.scale
            return np.reshape(scaled, (-1, 1))
        words = given.astype(str)
        unknown = set(words.tolist()) - {*self.levels, self.reference}
        if unknown:
            raise EstimateError(
                f"{self.covariate} has levels that were not there when the model was fitted",
                where=", ".join(sorted(unknown)[:5]),
                remedy="fit again with these customers, or put them into a known level",
            )
        return np.asarray(words[:, None] == np.array(self.levels)[None, :], dtype=np.float64)


def facet(covariate: str, values: ArrayLike, counts: Floats) -> Facet:
    """Find out whether a covariate is a number or has levels, and with what it is compared.

    Args:
        covariate: Its name.
        values: One a row: numbers, or words.
        counts: Customers a row.

    Returns:
        The covariate as columns.

    Raises:
        EstimateError: It is missing for some, or the same for all.

    Example:
        >>> facet("channel", ["web", "shop", "web"], np.ones(3)).reference
        'web'
    """
    given = np.atleast_1d(np.asarray(values))
    if given.shape != counts.shape:
        raise EstimateError(
            f"{covariate} has {given.size} values for {counts.size} rows",
            remedy="give one value for each row",
        )
    if np.issubdtype(given.dtype, np.number):
        numbers = _numbers(covariate, given)
        centre = float(np.average(numbers, weights=counts))
        scale = float(np.sqrt(np.average((numbers - centre) ** 2, weights=counts)))
        _refuse_constant(covariate, scale > 1e-12 * max(abs(centre), 1e-300))
        return Facet(covariate, centre=centre, scale=scale)
    words, places = np.unique(given.astype(str), return_inverse=True)
    _refuse_constant(covariate, len(words) > 1)
    reference = int(np.argmax(np.bincount(places, weights=counts)))
    levels = tuple(str(word) for k, word in enumerate(words) if k != reference)
    return Facet(covariate, levels, str(words[reference]))


def encoded(facets: tuple[Facet, ...], covariates: Mapping[str, ArrayLike], rows: int) -> Floats:
    """All covariates of some customers side by side.

    Args:
        facets: What the columns are.
        covariates: Values by name, one a customer or one for all.
        rows: How many customers.

    Returns:
        Shape (rows, columns).

    Raises:
        EstimateError: A covariate is missing.
    """
    missing = [one.covariate for one in facets if one.covariate not in covariates]
    if missing:
        raise EstimateError(
            "covariates of the model are missing", where=", ".join(missing), remedy="give their values too"
        )
    parts = [one.columns(covariates[one.covariate]) for one in facets]
    return np.concatenate([np.broadcast_to(part, (rows, part.shape[1])) for part in parts], axis=1)


def _numbers(covariate: str, values: NDArray[np.generic]) -> Floats:
    numbers = np.asarray(values, dtype=np.float64)
    unknown = int(np.count_nonzero(~np.isfinite(numbers)))
    if unknown:
        raise EstimateError(
            f"{covariate} is missing for some customers",
            how_many=unknown,
            remedy="leave them out, or make a level of its own for unknown",
        )
    return numbers


def _refuse_constant(covariate: str, varies: bool) -> None:
    if not varies:
        raise EstimateError(
            f"{covariate} is the same for all customers, so it explains nothing", remedy="leave it out"
        )
