"""Which candidate may be believed, and why?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from custrata.intelligence.exam.marks import Mark, gain, marks_of
from custrata.intelligence.exam.models import TITLES
from custrata.intelligence.exam.naive import LAST_PERIOD, MEAN, NAIVE, OWN_PAST_RATE, ZERO

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

LEAST_GAIN = 0.03
"""Trees beside a model must be worth their while: a deviance lower by that share."""

SPOKEN: Mapping[str, str] = {
    ZERO: "nobody orders again",
    MEAN: "everybody orders at the mean rate",
    OWN_PAST_RATE: "everybody orders at the own past rate",
    LAST_PERIOD: "everybody orders as often as in the last period",
    **TITLES,
}
"""What candidates are called in sentences; others bear a name that can be read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of an exam.

    Attributes:
        published: The candidate that may be believed.
        rival: The best naive rule.
        reason: Why, in one sentence with figures.
        marks: By candidate, by name of the mark.
        gains: By candidate that is no naive rule, by which share its deviance is below the best rule's.
        over_model: By which share an ensemble's deviance is below its model's; None without one.
        n: Customers who were predicted.
    """

    published: str
    rival: str
    reason: str
    marks: Mapping[str, Mapping[str, Mark]]
    gains: Mapping[str, Mark]
    over_model: Mark | None
    n: int

    @property
    def naive(self) -> bool:
        """Whether a naive rule stands."""
        return self.published in NAIVE

    @property
    def ensemble(self) -> bool:
        """Whether trees have a part in what is published."""
        return self.published not in (*NAIVE, *TITLES)


def judge(
    actual: Floats, predictions: Mapping[str, Floats], partner: str | None = None, wanted: str = "auto"
) -> Verdict:
    """The candidate with the lowest deviance among those that surely beat the best naive rule.

    Of models whose paired difference may be 0 the first of :data:`TITLES` stands, not the luckiest. An
    ensemble must beat the model that it stands on, too: surely, by at least :data:`LEAST_GAIN`, with a root
    mean square error and an error of the total that are no larger. Else the simpler candidate stands.

    Args:
        actual: Orders that came; shape (customers,).
        predictions: What each candidate expected; naive rules and models by their names, at most one other.
        partner: The model that this other one stands on.
        wanted: A model that is set and published whatever its marks, or ``auto``.
    """
    marks = {name: marks_of(actual, predicted) for name, predicted in predictions.items()}
    rival = min((n for n in NAIVE if n in marks), key=lambda n: _deviance(marks, n))
    gains = {n: gain(actual, p, predictions[rival]) for n, p in predictions.items() if n not in NAIVE}
    other = next((n for n in predictions if n not in (*NAIVE, *TITLES)), None)
    over = None
    if other is not None and partner is not None:
        over = gain(actual, predictions[other], predictions[partner])
    able = [n for n, found in gains.items() if surely(found)]
    if other is not None and not (
        over is not None and partner is not None and _worth(marks, other, partner, over)
    ):
        able = [n for n in able if n != other]
    published = min(able, key=lambda n: (_deviance(marks, n), n), default=rival)
    if published in TITLES:
        # Of models that cannot be told apart the first stands: the lowest mark of one holdout is luck.
        alike = [n for n in TITLES if n in able]
        published = next(
            n
            for n in alike
            if n == published or not surely(gain(actual, predictions[published], predictions[n]))
        )
    published = wanted if wanted in predictions else published
    reason = _reason(published, rival, marks, gains, wanted)
    return Verdict(published, rival, reason, marks, gains, over, len(actual))


def surely(found: Mark) -> bool:
    """Whether a gain's whole interval lies above 0."""
    return found.low is not None and found.low > 0


def spoken(candidate: str) -> str:
    """What a candidate is called in a sentence."""
    return SPOKEN.get(candidate, candidate)


def share_text(found: Mark) -> str:
    """A gain in words, with its interval.

    Example:
        >>> share_text(Mark(0.0489, 0.0201, 0.0777))
        '4.9% (2.0% to 7.8%)'
    """
    value, low, high = (end or 0.0 for end in (found.value, found.low, found.high))
    return f"{value:.1%} ({low:.1%} to {high:.1%})"


def _worth(marks: Mapping[str, Mapping[str, Mark]], other: str, partner: str, over: Mark) -> bool:
    mine, its = marks[other], marks[partner]
    off, its_off = (abs(m["total_error"].value or 0.0) for m in (mine, its))
    no_worse = (mine["rmse"].value or 0.0) <= (its["rmse"].value or 0.0) and off <= its_off + 1e-9
    return surely(over) and (over.value or 0.0) >= LEAST_GAIN and no_worse


def _deviance(marks: Mapping[str, Mapping[str, Mark]], name: str) -> float:
    value = marks[name]["deviance"].value
    return np.inf if value is None else round(value, 12)


def _reason(
    published: str,
    rival: str,
    marks: Mapping[str, Mapping[str, Mark]],
    gains: Mapping[str, Mark],
    wanted: str,
) -> str:
    against = f"the best rule without a model ({spoken(rival)}: {_deviance(marks, rival):.3f})"
    if published == rival:
        near = min(gains, key=lambda n: _deviance(marks, n), default=None)
        best = "" if near is None else f"; the nearest, {spoken(near)}, has {_deviance(marks, near):.3f}"
        return f"No model surely has a lower deviance than {against}{best}. The rule is published."
    surest = gains[published]
    how = f"its deviance, {_deviance(marks, published):.3f}, is {share_text(surest)} below that of {against}"
    if published == wanted:
        return f"{spoken(published)} is published as set: {how}."
    return f"{spoken(published)} is published: {how}."
