"""What does a buying model expect of each purchase summary, and how sure is it?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from custrata.economics.lifetime_value.terms import NEXT_YEAR_DAYS, Terms

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    History = tuple[Floats, Floats, Floats]

KEYS = ("repeat_orders", "last_order_age", "age")
"""The three whole numbers that scores are joined back on."""

NEVER_SHOWN = "bg_nbd"
"""The model by which everybody who bought once is alive for certain."""

_STEP = 0.5


class BuyingModel(Protocol):
    """What is asked of a fitted buying model; days are its unit of time."""

    @property
    def parameters(self) -> Mapping[str, float]:
        """By name, on their natural scale."""
        ...

    def expected_orders(self, horizon: float, x: Floats, t_x: Floats, T: Floats) -> Floats:
        """Orders expected within the horizon."""
        ...

    def probability_alive(self, x: Floats, t_x: Floats, T: Floats) -> Floats:
        """The probability of not having stopped for good."""
        ...

    def variance_of_orders(self, horizon: float, x: Floats, t_x: Floats, T: Floats) -> Floats:
        """Variance of the orders within the horizon."""
        ...

    def discounted_expected_orders(
        self, rate: float, x: Floats, t_x: Floats, T: Floats, horizon: float
    ) -> Floats:
        """Orders expected within the horizon, each discounted at a continuous rate a day."""
        ...

    def shifted(self, k: int, by: float = ...) -> Any:
        """The model moved in one independent direction of its parameters' doubt."""
        ...


def score_buyers(
    model: BuyingModel, name: str, summaries: Mapping[str, Floats], terms: Terms
) -> dict[str, Floats]:
    """Score distinct purchase summaries.

    Args:
        model: Fitted in days.
        name: Its name in the settings, such as ``pareto_nbd``.
        summaries: ``repeat_orders, last_order_age, age``, one row a distinct summary.
        terms: Horizon and discount.

    Returns:
        The keys, and for each row: ``orders`` (expected in the next 365 days) with ``orders_chance``
        (variance), ``ahead`` (expected to the horizon, not discounted) with ``ahead_chance``,
        ``discounted`` (the same, discounted), ``beyond`` (discounted, after the horizon; nan where it has no
        end), ``alive`` (nan under BG/NBD for those who bought once, as that model cannot doubt them), and
        the changes for one standard error in each independent direction of the parameters,
        ``orders_shift_1 …``, ``discounted_shift_1 …``, ``alive_shift_1 …``.
    """
    x, t_x, age = (np.asarray(summaries[key], dtype=np.float64) for key in KEYS)
    history = (x, t_x, age)
    found: dict[str, Any] = {key: np.asarray(summaries[key]).astype(np.int64) for key in KEYS}
    found |= _means(model, history, terms)
    found["discounted"] = _at_least_0(_discounted(model, history, terms))
    found["beyond"] = _beyond(model, found["discounted"], history, terms)
    found["orders_chance"] = _at_least_0(model.variance_of_orders(NEXT_YEAR_DAYS, *history))
    found["ahead_chance"] = _at_least_0(model.variance_of_orders(terms.horizon_days, *history))
    # A direction moves what is discounted as it moves what is not: within some percent of the change itself.
    share = np.divide(found["discounted"], found["ahead"], out=np.ones_like(x), where=found["ahead"] > 0)
    for k in range(len(model.parameters)):
        more, less = (_means(model.shifted(k, by), history, terms) for by in (_STEP, -_STEP))
        change = {key: (more[key] - less[key]) / (2 * _STEP) for key in more}
        found |= {f"{key}_shift_{k + 1}": change[key] for key in ("orders", "alive")}
        found[f"discounted_shift_{k + 1}"] = change["ahead"] * share
    if name == NEVER_SHOWN:
        found["alive"] = np.where(x > 0, found["alive"], np.nan)
    return found


def directions(names: Mapping[str, Any] | tuple[str, ...], of: str) -> int:
    """How many shifts of a quantity there are among these columns."""
    return sum(name.startswith(f"{of}_shift_") for name in names)


def shift_count(names: Iterable[str]) -> int:
    """How many directions of doubt the value of these parts has."""
    return sum(name.startswith("shift_") for name in names)


def _means(model: BuyingModel, history: History, terms: Terms) -> dict[str, Floats]:
    return {
        "orders": _at_least_0(model.expected_orders(NEXT_YEAR_DAYS, *history)),
        "ahead": _at_least_0(model.expected_orders(terms.horizon_days, *history)),
        "alive": np.clip(model.probability_alive(*history), 0.0, 1.0),
    }


def _discounted(model: BuyingModel, history: History, terms: Terms) -> Floats:
    if terms.daily_rate == 0:
        return model.expected_orders(terms.horizon_days, *history)
    return model.discounted_expected_orders(terms.daily_rate, *history, terms.horizon_days)


def _beyond(model: BuyingModel, within: Floats, history: History, terms: Terms) -> Floats:
    if terms.daily_rate == 0:
        # Without a discount the orders of all time may add up to no finite number.
        return np.full(len(within), np.nan)
    return _at_least_0(model.discounted_expected_orders(terms.daily_rate, *history, math.inf) - within)


def _at_least_0(values: Floats) -> Floats:
    """Rounding of the last digits may leave -1e-18 where nothing is expected."""
    return np.maximum(values, 0.0)
