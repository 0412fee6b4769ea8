"""Which model says how often customers will order?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from custrata.economics.lifetime_value.naive import MEAN, NBD, OWN_RATE, ZERO
from custrata.errors import EstimateError
from custrata.intelligence import buying

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

FITS: tuple[str, ...] = ("pareto_nbd", "mbg_nbd", "bg_nbd")
"""The models in the order in which they are tried: those that can doubt a one-time buyer first."""

TITLES: Mapping[str, str] = {
    "pareto_nbd": "Pareto/NBD",
    "mbg_nbd": "MBG/NBD",
    "bg_nbd": "BG/NBD",
    ZERO: "the rule that nobody orders again",
    MEAN: "the mean rate of all customers",
    OWN_RATE: "each customer's own past rate",
    NBD: "NBD, by which nobody stops",
}

LAST_PERIOD = "last_period"

_NAIVE = {
    "zero": ZERO,
    "mean": MEAN,
    "own_past_rate": OWN_RATE,
    "own_rate": OWN_RATE,
    LAST_PERIOD: OWN_RATE,
}
"""Rules by the names that an exam may give them; the last period's rate is a rate of one's own, too."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What values customers' buying.

    Attributes:
        name: One of :data:`TITLES`.
        model: The fitted model; None for a rule without one.
        sentences: Why it is this one.
    """

    name: str
    model: Any
    sentences: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name for people."""
        return TITLES[self.name]


def choose(wanted: str, published: str | None, summaries: Mapping[str, Floats]) -> Chosen:
    """Fit the model that is asked for, else the one that the exam published, else the first that fits.

    Args:
        wanted: The setting: a model, or ``auto``.
        published: The candidate that the exam published; None without an exam.
        summaries: ``repeat_orders, last_order_age, age, people``, one row a distinct summary.

    Raises:
        EstimateError: The model asked for does not fit these data, or none does.
    """
    if wanted != "auto":
        return Chosen(wanted, _fitted(wanted, summaries), (f"Buying is told by {TITLES[wanted]}, as set.",))
    name = _known(published)
    if name in TITLES and name not in FITS:
        return Chosen(name, None, (_naive_sentence(name, published),))
    if name in FITS:
        try:
            return Chosen(name, _fitted(name, summaries), (_published_sentence(name, published),))
        except EstimateError as refusal:
            said = (
                f"{TITLES[name]}, which the exam published, does not fit the whole history: {refusal.what}."
            )
            return _first_that_fits(summaries, said)
    return _first_that_fits(summaries, "No exam says which model of buying to believe.")


def _known(published: str | None) -> str:
    """The model or rule behind the name of a candidate; an ensemble stands on the model that it names."""
    plain = re.sub(r"[^a-z]+", "_", (published or "").lower()).strip("_")
    if plain in _NAIVE:
        return _NAIVE[plain]
    # mbg_nbd holds the letters of bg_nbd, and all those of nbd, so the longer names are looked for first.
    return next((name for name in (*FITS, NBD) if name in plain), plain)


def _fitted(name: str, summaries: Mapping[str, Floats]) -> Any:
    x, t_x, age, people = (
        np.asarray(summaries[key], dtype=np.float64)
        for key in ("repeat_orders", "last_order_age", "age", "people")
    )
    return getattr(buying, f"fit_{name}")(x, t_x, age, people)


def _first_that_fits(summaries: Mapping[str, Floats], why: str) -> Chosen:
    refused: list[str] = []
    for name in FITS:
        try:
            model = _fitted(name, summaries)
        except EstimateError as refusal:
            refused.append(f"{TITLES[name]}: {refusal.what}")
            continue
        return Chosen(
            name, model, (why, f"{TITLES[name]} is the first that fits.", *(f"{r}." for r in refused))
        )
    raise EstimateError(
        f"no model of buying fits: {'; '.join(refused)}",
        where="lifetime value",
        remedy="wait for more repeat orders, or read revenue and repeat rate instead",
    )


def _naive_sentence(name: str, published: str | None) -> str:
    if name == NBD:
        return (
            f"Buying is told by {TITLES[name]}: models in which customers stop do not fit these data. "
            "It is a plain extrapolation, without an interval."
        )
    if published == LAST_PERIOD:
        return (
            "No model did better in the exam than the last period repeated. That rule knows no season and no "
            f"other length of time, so value is told by the nearest that does: {TITLES[name]}. "
            "It is a plain extrapolation, without an interval."
        )
    return (
        f"Buying is told by {TITLES[name]}: no model did better in the exam on a later part of the history. "
        "It is a plain extrapolation, without an interval."
    )


def _published_sentence(name: str, published: str | None) -> str:
    if _known(published) == re.sub(r"[^a-z]+", "_", (published or "").lower()).strip("_"):
        return f"Buying is told by {TITLES[name]}, which the exam published."
    return (
        f"The exam published {published} for the months that it tested; "
        f"past these only {TITLES[name]} in it reaches."
    )
