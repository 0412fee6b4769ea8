"""What does the full posterior look like? The same summaries, handed to PyMC-Marketing's sampler."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError

Columns = dict[str, NDArray[Any]]

SAMPLED = {
    "BG/NBD": "BetaGeoModel",
    "MBG/NBD": "ModifiedBetaGeoModel",
    "Pareto/NBD": "ParetoNBDModel",
    "BG/BB": "BetaGeoBetaBinomModel",
    "gamma-gamma": "GammaGammaModel",
}
"""Our names of models, and the classes there."""


def history_columns(x: ArrayLike, t_x: ArrayLike, T: ArrayLike, counts: ArrayLike | None = None) -> Columns:
    """Histories of repeat orders under the names that PyMC-Marketing reads, one row a customer.

    Args:
        x: Repeat orders.
        t_x: Age at the last order, 0 where there was no repeat order.
        T: Age.
        counts: How many customers share each row; 1 each when None.

    Returns:
        Columns of one length; ``customer_id`` counts from 0.

    Example:
        >>> columns = history_columns([2, 0], [30.4, 0], [38.9, 38.9], [1, 2])
        >>> [len(column) for column in columns.values()], columns["frequency"].tolist()
        ([3, 3, 3, 3], [2, 0, 0])
    """
    return _one_row_a_customer({"frequency": x, "recency": t_x, "T": T}, counts)


def spend_columns(x: ArrayLike, mean_value: ArrayLike, counts: ArrayLike | None = None) -> Columns:
    """Mean values of repeat orders under the names that PyMC-Marketing reads, one row a customer.

    Args:
        x: Repeat orders; customers without any are left out, as are means that are not positive.
        mean_value: Their mean value.
        counts: How many customers share each row; 1 each when None.

    Returns:
        Columns of one length; ``customer_id`` counts from 0.
    """
    keep = (np.asarray(x) > 0) & (np.asarray(mean_value) > 0)
    many = None if counts is None else np.asarray(counts)[keep]
    return _one_row_a_customer(
        {"frequency": np.asarray(x)[keep], "monetary_value": np.asarray(mean_value)[keep]}, many
    )


def sample(name: str, columns: Columns, **sampler: Any) -> Any:
    """Draw from the posterior of a model with PyMC-Marketing, an extra that is not installed by default.

    Args:
        name: One of ``SAMPLED``.
        columns: From :func:`history_columns` or :func:`spend_columns`.
        sampler: Passed on to its ``fit``, such as draws, tune, chains, random_seed.

    Returns:
        The fitted model of PyMC-Marketing. Its priors depend on the unit of time and money, ours do not.

    Raises:
        EstimateError: When the model is unknown, or PyMC-Marketing is not installed.

    Example:
        >>> sample("NBD", {})
        Traceback (most recent call last):
        custrata.errors.EstimateError: no sampler for NBD. To do: take one of BG/NBD, MBG/NBD, Pareto/NBD,
        BG/BB, gamma-gamma.
    """
    if name not in SAMPLED:
        raise EstimateError(f"no sampler for {name}", remedy=f"take one of {', '.join(SAMPLED)}")
    try:
        library = import_module("pymc_marketing.clv")
        # It reads data frames and brings the library for them along; nothing else here does.
        frames = import_module("pandas")
    except ImportError as missing:
        raise EstimateError(
            "the sampler is not installed",
            remedy="pip install 'custrata[bayes]' (Python 3.12 or later), or use draws() of the fitted model",
        ) from missing
    model = getattr(library, SAMPLED[name])(data=frames.DataFrame(columns))
    model.fit(**sampler)
    return model


def _one_row_a_customer(columns: dict[str, ArrayLike], counts: ArrayLike | None) -> Columns:
    arrays = {name: np.asarray(column) for name, column in columns.items()}
    lengths = {array.shape for array in arrays.values()}
    many = None if counts is None else np.asarray(counts)
    if len(lengths) > 1 or (many is not None and many.shape not in lengths):
        raise EstimateError(
            "the columns are not of one length", remedy="give one number a customer in each column"
        )
    if many is not None:
        arrays = {name: np.repeat(array, many) for name, array in arrays.items()}
    rows = len(next(iter(arrays.values())))
    return {"customer_id": np.arange(rows), **arrays}
