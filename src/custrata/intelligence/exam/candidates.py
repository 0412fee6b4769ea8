"""All candidates sit the exam: what does each expect of the time that was held out?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from custrata.errors import EstimateError
from custrata.intelligence.exam.ensemble import Ensemble, ensemble_name, lessons, weigh
from custrata.intelligence.exam.features import Histories
from custrata.intelligence.exam.models import Sitting, sit, sit_all
from custrata.intelligence.exam.naive import naive_predictions
from custrata.intelligence.exam.split import Point, Split
from custrata.intelligence.exam.trees import LEAST_CUSTOMERS, Lesson, grow
from custrata.intelligence.exam.verdict import Verdict, judge, share_text, spoken

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Exam:
    """An exam that was held.

    Attributes:
        split: When.
        verdict: Its outcome.
        predictions: What each candidate expected, one mean a customer.
        sittings: The fitted models.
        ensemble: The ensemble that sat it; None without one.
        refused: Why a candidate did not sit it, or sat it in vain.
    """

    split: Split
    verdict: Verdict
    predictions: Mapping[str, Floats]
    sittings: Mapping[str, Sitting]
    ensemble: Ensemble | None
    refused: Mapping[str, str]

    @property
    def published(self) -> Floats:
        """What the published candidate expected."""
        return self.predictions[self.verdict.published]

    def total(self, days: float) -> float:
        """Orders that the published candidate expected of all customers up to so many days after the origin.

        An ensemble expects as many as its model: its trees only spread them otherwise.
        """
        name = self.verdict.published
        if self.verdict.ensemble and self.ensemble is not None:
            name = self.ensemble.partner
        if name in self.sittings:
            return self.sittings[name].total(days)
        return float(self.published.sum()) * days / self.split.held_out.days


def points_of(split: Split, customers: int, trees: bool) -> tuple[Point, ...]:
    """The points at which customers must be looked at: more than one only where trees may learn something.

    Args:
        split: The split.
        customers: How many there are.
        trees: Whether trees may be published at all.
    """
    if not trees or customers < LEAST_CUSTOMERS:
        return (split.held_out,)
    inner = split.inner
    return tuple(dict.fromkeys((split.held_out, *split.learnt, inner.held_out, *inner.learnt)))


def examined(split: Split, known: Mapping[Point, Histories], wanted: str = "auto") -> Exam:
    """Let all candidates predict the holdout, and judge them.

    Args:
        split: The split.
        known: Customers by point; those of :func:`points_of`.
        wanted: A model that is set, or ``auto``.
    """
    held_out = known[split.held_out]
    sittings, refused = sit_all(held_out)
    predictions = naive_predictions(held_out, split.start)
    predictions |= {name: one.expected(split.held_out.days) for name, one in sittings.items()}
    partner, ensemble = next(iter(sittings), None), None
    if partner is not None and len(known) > 1:
        try:
            ensemble, predictions[ensemble_name(partner)] = _with_trees(split, known, sittings[partner])
        except EstimateError as refusal:
            refused[ensemble_name(partner)] = refusal.what
    verdict = judge(held_out.actual, predictions, partner if ensemble else None, wanted)
    return Exam(split, verdict, predictions, sittings, ensemble, refused)


def next_year(
    ensemble: Ensemble, split: Split, learnt: Mapping[Point, Histories], now: Histories, days: int
) -> Floats:
    """What an ensemble that passed its exam expects of the days after the last one.

    Args:
        ensemble: The ensemble of the exam; its weight is kept, its trees learn anew from the whole history.
        split: The split of the whole history at its last day.
        learnt: Customers by point, for its points to learn at.
        now: Customers at the last day.
        days: Time ahead.

    Returns:
        One mean a customer; they add up to the model's total.

    Raises:
        EstimateError: The model cannot be fitted to the whole history.
    """
    lesson = Lesson(now, sit(ensemble.partner, now))
    trees = grow(lessons(split.learnt, learnt, lesson.sitting))
    return Ensemble(ensemble.partner, ensemble.weight, trees).expected(lesson, days)


def sentences(exam: Exam) -> tuple[str, ...]:
    """What was examined, what came out, and why nothing else."""
    held_out, verdict = exam.split.held_out, exam.verdict
    began = (
        f"Exam: what {verdict.n:,} customers known on {held_out.origin} ordered in the {held_out.days} days"
        f" up to {held_out.until}; no candidate saw anything later than {held_out.origin}."
    )
    said = [began, verdict.reason, *_about_total(verdict)]
    if exam.ensemble is not None:
        said.append(_about_trees(exam.ensemble, verdict))
    said += [f"{_capital(spoken(name))} did not sit it: {why}." for name, why in exam.refused.items()]
    return tuple(said)


def _about_total(verdict: Verdict) -> tuple[str, ...]:
    """How far off the sum of all was: no interval of a model's own knows of that."""
    off = verdict.marks[verdict.published]["total_error"].value
    if off is None:
        return ()
    side = "below" if off < 0 else "above"
    drift = "Intervals know chance and parameters, not such drift."
    return (f"In all it expected {abs(off):.1%} {side} what came. {drift}",)


def _about_trees(ensemble: Ensemble, verdict: Verdict) -> str:
    over = "" if verdict.over_model is None else share_text(verdict.over_model)
    part = f"{ensemble.weight:.0%} of {ensemble.name} is the trees', chosen on the part before the holdout"
    stands = (
        "" if verdict.ensemble else f"; that is not enough, so the simpler {spoken(verdict.published)} stands"
    )
    return f"{part}; its deviance is {over} below that of {spoken(ensemble.partner)} alone{stands}."


def _with_trees(split: Split, known: Mapping[Point, Histories], sitting: Sitting) -> tuple[Ensemble, Floats]:
    weight = weigh(split.inner, known)
    trees = grow(lessons(split.learnt, known, sitting))
    ensemble = Ensemble(sitting.name, weight, trees)
    return ensemble, ensemble.expected(Lesson(known[split.held_out], sitting), split.held_out.days)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
