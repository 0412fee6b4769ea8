"""What does a repeat order bring, fitted to customers' repeat spends?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from custrata.economics.lifetime_value.joining import Spending
from custrata.economics.lifetime_value.order_value import (
    OrderValue,
    SpendModel,
    credibility,
    equal_spends,
    from_gamma_gamma,
    from_moments,
)
from custrata.errors import EstimateError
from custrata.intelligence.spend import GammaGamma, fit_gamma_gamma

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

HALF = 0.5
"""Standard errors that parameters are moved up and down, to see what changes."""


def fit_spending(spends: Mapping[str, Floats]) -> tuple[Spending, GammaGamma | None, str]:
    """What an order is worth: gamma-gamma, else moments, else the one value that all share.

    Args:
        spends: ``repeat_orders, repeat_value, people``: one row a distinct spend of those who ordered again.

    Returns:
        What an order is worth, the gamma-gamma model if it is one, and a sentence.

    Raises:
        EstimateError: Fewer than three customers ordered again, or all of it for nothing.

    Example:
        >>> one_price = {"repeat_orders": np.ones(4), "repeat_value": np.full(4, 9.0), "people": np.ones(4)}
        >>> found, model, sentence = fit_spending(one_price)
        >>> found.likely.mean, model, sentence
        (9.0, None, 'An order is worth the one value that all repeat orders have.')
    """
    x, own, people = (
        np.asarray(spends[name], dtype=np.float64) for name in ("repeat_orders", "repeat_value", "people")
    )
    if not np.any(own > 0):
        raise EstimateError(
            "no repeat order brought money, so nothing tells what an order is worth",
            where="order value",
            remedy="look at the amounts of the transactions",
        )
    if equal_spends(own):
        return (
            Spending(from_moments(x, own, people)),
            None,
            "An order is worth the one value that all repeat orders have.",
        )
    try:
        model = fit_gamma_gamma(x, own, people)
        likely = from_gamma_gamma(model)
    except EstimateError as refusal:
        plain = from_moments(x, own, people)
        return Spending(plain), None, f"An order is worth the customer's {plain.name}: {refusal.what}."
    moved = tuple((_moved(model, k, HALF), _moved(model, k, -HALF)) for k in range(len(model.parameters)))
    return Spending(likely, moved), model, _sentence(model, likely)


def _moved(model: SpendModel, k: int, by: float) -> OrderValue:
    return credibility(model.shifted(k, by))


def _sentence(model: GammaGamma, likely: OrderValue) -> str:
    said = (
        f"An order is worth what gamma-gamma expects of {model.n:,} customers' repeat orders: "
        f"{likely.mean:,.2f} of one of whom nothing is known, "
        f"and {likely.weight:.2g} such orders stand beside a customer's own."
    )
    if model.correlation is not None and abs(model.correlation) >= 0.3:
        said += (
            " It assumes that spend has nothing to do with the number of orders;"
            f" their correlation is {model.correlation:.2f}."
        )
    return said
