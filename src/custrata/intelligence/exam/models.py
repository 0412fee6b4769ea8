"""Which models of buying sit the exam, and what do they expect?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from custrata.errors import EstimateError

if TYPE_CHECKING:
    import numpy.typing as npt

    from custrata.intelligence.exam.features import Histories

    Floats = npt.NDArray[np.float64]

TITLES: Mapping[str, str] = {
    "pareto_nbd": "Pareto/NBD",
    "mbg_nbd": "MBG/NBD",
    "bg_nbd": "BG/NBD",
    "nbd": "NBD",
}
"""Models by their names in settings; the first that fits stands beside the trees."""


class Buying(Protocol):
    """What the exam asks of a fitted model."""

    def expected_orders(self, horizon: float, x: Floats, t_x: Floats, T: Floats) -> Floats:
        """Orders expected in (T, T + horizon], given the history."""
        ...

    def probability_alive(self, x: Floats, t_x: Floats, T: Floats) -> Floats:
        """The chance that a customer has not stopped."""
        ...


@dataclass(frozen=True, eq=False)
class Sitting:
    """A model that was fitted to what was known at a point.

    Attributes:
        name: One of :data:`TITLES`.
        model: The fitted model.
        rows: Distinct summaries (x, t_x, T), shape (rows, 3).
        which: Which of them each customer has.
        counts: How many customers have it.
    """

    name: str
    model: Buying
    rows: Floats
    which: npt.NDArray[np.intp]
    counts: Floats

    def applied(self, known: Histories) -> Sitting:
        """The same model, looking at customers as they were known at another point."""
        return _seated(self.name, self.model, known)

    def expected(self, days: float) -> Floats:
        """Orders expected in so many days ahead, one mean a customer."""
        return self.model.expected_orders(days, *self.rows.T)[self.which]

    def total(self, days: float) -> float:
        """Orders expected of all customers in so many days ahead."""
        return float(self.counts @ self.model.expected_orders(days, *self.rows.T))

    def alive(self) -> Floats:
        """The chance of each customer that he has not stopped."""
        return self.model.probability_alive(*self.rows.T)[self.which]


def fits() -> Mapping[str, Callable[..., Buying]]:
    """The functions that fit, by the names of :data:`TITLES`; loaded only when there is an exam."""
    from custrata.intelligence import buying
    from custrata.intelligence.exam.no_dropout import fit_nbd

    return {
        "pareto_nbd": buying.fit_pareto_nbd,
        "mbg_nbd": buying.fit_mbg_nbd,
        "bg_nbd": buying.fit_bg_nbd,
        "nbd": fit_nbd,
    }


def sit(name: str, known: Histories) -> Sitting:
    """Fit one model to what was known at a point.

    Args:
        name: One of :data:`TITLES`.
        known: Customers at the point.

    Raises:
        EstimateError: The likelihood has no maximum inside, or the model expects no finite number.
    """
    rows, _, counts = _distinct(known)
    sitting = _seated(name, fits()[name](*rows.T, counts=counts), known)
    if not np.isfinite(sitting.expected(known.point.days)).all():
        raise EstimateError(f"{TITLES[name]} expects no finite number of orders", remedy="use another model")
    return sitting


def sit_first(known: Histories) -> Sitting:
    """Fit the first model that fits what was known at a point.

    Args:
        known: Customers at the point.

    Raises:
        EstimateError: None fits; says what the last of them said.
    """
    *others, last = TITLES
    for name in others:
        try:
            return sit(name, known)
        except EstimateError:
            continue
    return sit(last, known)


def sit_all(known: Histories) -> tuple[dict[str, Sitting], dict[str, str]]:
    """Fit all models to what was known at a point.

    Args:
        known: Customers at the point.

    Returns:
        The fitted ones by name, and for the others why they refused.
    """
    sittings, refused = {}, {}
    for name in fits():
        try:
            sittings[name] = sit(name, known)
        except EstimateError as refusal:
            refused[name] = refusal.what
    return sittings, refused


def _seated(name: str, model: Buying, known: Histories) -> Sitting:
    return Sitting(name, model, *_distinct(known))


def _distinct(known: Histories) -> tuple[Floats, npt.NDArray[np.intp], Floats]:
    """Distinct summaries, which of them each customer has, and how many have it."""
    rows, which, counts = np.unique(
        np.column_stack([known.x, known.t_x, known.T]), axis=0, return_inverse=True, return_counts=True
    )
    return rows, which.ravel(), counts.astype(np.float64)
