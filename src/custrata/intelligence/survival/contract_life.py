"""How many months will the contracts of each group still run, by which model, and is it to be believed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.survival.beta_weibull import ContractModel
from custrata.intelligence.survival.contract_exam import Check, Mark, check_of, fit_all, marks_of, refit
from custrata.intelligence.survival.contracts import Contracts, contracts
from custrata.intelligence.survival.lifetime import discounted_periods

Floats = NDArray[np.float64]

FEWEST_ENDS = 30
"""With fewer ends to learn from, or a third of that to be tried on, an exam decides nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Periods:
    """Discounted periods to come, by age.

    Attributes:
        mean: Expected, in periods; shape of the ages.
        variance: Of one contract around it, in periods².
        shifts: How the mean moves by one standard error in each direction of the parameters, shape (k, …).
    """

    mean: Floats
    variance: Floats
    shifts: Floats


@dataclass(frozen=True, slots=True, eq=False)
class ContractLife:
    """The model of one group's contracts.

    Attributes:
        group: Whose contracts.
        model: Fitted to all of them.
        marks: Of every candidate, from the simplest.
        check: On contracts held out; None when none of those ended, or none of the others.
        n: Contracts.
        ended: How many of them ended.
        oldest: The highest age at which any was at risk; what the model says beyond it is its assumption.
        sentence: Which model, why, and how it did.
    """

    group: str
    model: ContractModel
    marks: tuple[Mark, ...]
    check: Check | None
    n: int
    ended: int
    oldest: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence

    def periods(self, age: ArrayLike, rate: float, horizon: float) -> Periods:
        """Expected discounted periods that running contracts will still pay for, with both kinds of doubt.

        Args:
            age: Whole periods survived.
            rate: Of discount, a period.
            horizon: How many periods count.

        Returns:
            Mean, variance and shifts; the period that begins now counts in full.
        """
        mean, variance = discounted_periods(self.model.log_survival, rate, age, horizon)
        moved = [
            self.model.shifted(k).discounted_expected_lifetime(rate, age, horizon) - mean
            for k in range(self.model.directions)
        ]
        return Periods(mean, variance, np.array(moved))


@dataclass(frozen=True, slots=True)
class ContractLives:
    """What is known of how long contracts run.

    Attributes:
        lives: By group.
        refused: Groups without an estimate, with the reason.
        sentences: What holds for all of them.
    """

    lives: Mapping[str, ContractLife]
    refused: Mapping[str, str]
    sentences: tuple[str, ...]


def contract_lives(
    group: ArrayLike,
    duration: ArrayLike,
    ended: ArrayLike,
    held_out: ArrayLike,
    counts: ArrayLike | None = None,
    window: int | None = None,
) -> ContractLives:
    """Choose a model of contract life for each group by contracts held out, and fit it to all.

    The simplest candidate is taken that is no more than one standard error behind the best on the contracts
    held out.

    Args:
        group: Name of the group of each row, such as the type of contract.
        duration: Whole periods (months): the one in which it ended, from 1; of one that runs, those it
            survived.
        ended: Whether it ended.
        held_out: Whether it is kept for the exam: by a hash of its customer, so that order does not matter.
        counts: How many contracts share each row; 1 each when None.
        window: How many periods at the end of the data the known ends come from, when earlier ends are not
            in the data; None when all ends since each contract's start are.

    Returns:
        The models by group, the groups refused, and what must be said of all.

    Raises:
        EstimateError: When columns do not fit together.

    Source: Fader and Hardie (2007), How to project customer retention; the rule of one standard error is from
        Breiman, Friedman, Olshen and Stone (1984), Classification and regression trees.

    Example:
        >>> found = contract_lives(["a"] * 3, [1, 5, 9], [True, False, False], [True, False, False])
        >>> print(*found.lives.values(), sep="")
        a: 1 of 3 contracts ended, too few to try models on some of them: one constant rate is assumed.
    """
    names = np.asarray(group, dtype=object)
    weight = np.ones(names.shape) if counts is None else np.asarray(counts, dtype=np.float64)
    columns = [np.asarray(c) for c in (duration, ended, held_out, weight)]
    if any(c.shape != names.shape or c.ndim != 1 for c in columns):
        raise EstimateError(
            "the columns are not of one length", remedy="give one value a contract in each column"
        )
    lives: dict[str, ContractLife] = {}
    refused: dict[str, str] = {}
    for name in sorted({str(value) for value in names}):
        own = names.astype(str) == name
        try:
            age, gone, held, many = (column[own] for column in columns)
            lives[name] = _life(name, contracts(age, gone, held, many, window))
        except EstimateError as error:
            refused[name] = error.what
    return ContractLives(lives, refused, _sentences(window, float(weight[columns[1].astype(bool)].sum())))


def _life(name: str, rows: Contracts) -> ContractLife:
    kept, held = rows.where(~rows.held_out), rows.where(rows.held_out)
    marks: tuple[Mark, ...] = ()
    check, chosen = None, "constant rate"
    fitted, refused = fit_all(kept) if kept.n else ({}, {})
    if fitted and kept.ends >= FEWEST_ENDS and held.ends >= FEWEST_ENDS / 3:
        marks = marks_of(fitted, refused, held)
        chosen = next(m.candidate for m in marks if m.behind is not None and m.behind <= (m.error or 0.0))
    if chosen in fitted and held.ends:
        check = check_of(fitted[chosen], held)
    model = refit(chosen, rows)
    oldest = int(rows.duration[rows.counts > 0].max())
    n, ended = round(rows.n), round(rows.ends)
    sentence = f"{name}: {_choice(model, marks, n, ended)}{_verdict(check)}."
    return ContractLife(name, model, marks, check, n, ended, oldest, sentence)


def _choice(model: ContractModel, marks: tuple[Mark, ...], n: int, ended: int) -> str:
    if not marks:
        return (
            f"{ended:,} of {n:,} contracts ended, too few to try models on some of them: "
            "one constant rate is assumed"
        )
    tried = sum(mark.value is not None for mark in marks)
    return (
        f"{model.name} is the simplest of {tried} candidates within one standard error of the best "
        "on contracts held out"
    )


def _verdict(check: Check | None) -> str:
    if check is None:
        return ""
    verdict = "as predicted" if check.holds else "which the prediction misses"
    if check.predicted > 1:
        # Each counts as at risk until it ended, so more ends than contracts can be expected; no share is.
        return (
            f"; of {check.n:,} contracts held out it expected {check.predicted * check.n:,.0f} ends while "
            f"they were watched, and {check.actual * check.n:,.0f} came, {verdict}"
        )
    return (
        f"; of {check.n:,} contracts held out it predicted that {check.predicted:.1%} would end, and "
        f"{check.actual:.1%} did ({check.low:.1%} to {check.high:.1%}), {verdict}"
    )


def _sentences(window: int | None, ends: float) -> tuple[str, ...]:
    if window is None:
        return ()
    span = "period" if window == 1 else f"{window} periods"
    return (
        f"All {ends:,.0f} known ends fall in the last {span}: contracts that ended before are not in the "
        "data. So the rate at which contracts end is measured by age among those that ran in that time, and "
        "what young contracts will do when they are old is read from those that are old today.",
    )
