"""Which facts about customers go with more orders, or with an earlier end?

A covariate z moves the scales of the rates: α becomes α e^(−γ'z), and under Pareto/NBD β becomes β
e^(−δ'z). So a customer orders e^γ times as often, and ends e^δ times as soon, for each unit of z. Customers
with equal covariates make one likelihood of the plain model, and derivatives by γ and δ follow from those
by log α and log β, because both are linear.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import chdtrc

from custrata.errors import EstimateError
from custrata.intelligence.buying.design import Facet, encoded, facet
from custrata.intelligence.buying.model import REMEDY, BuyingModel, Likelihood, ran_away
from custrata.intelligence.buying.summaries import Rows, checked_rows, summaries, summaries_of
from custrata.intelligence.likelihood import Curve, Maximum, maximise

Floats = NDArray[np.float64]
Model = TypeVar("Model", bound=BuyingModel)

MOST_KINDS = 5_000
"""Distinct combinations of covariates; each is a likelihood of its own."""


@dataclass(frozen=True)
class Effect:
    """What one unit, or one level against its reference, does.

    Attributes:
        covariate: Its name.
        level: Of a covariate with levels; empty for a number.
        reference: What the level is compared with.
        on: ``alpha`` (how often they order) or ``beta`` (how soon they end).
        value: Logarithm of the factor on the rate, by unit.
        standard_error: Of the value.
    """

    covariate: str
    level: str
    reference: str
    on: str
    value: float
    standard_error: float


@dataclass(frozen=True)
class RatioTest:
    """Does a covariate improve the likelihood by more than chance would?

    Attributes:
        covariate: Which is left out for comparison.
        statistic: Twice the loss of log-likelihood.
        degrees: How many parameters fall away with it.
        p_value: How often chance alone gives that much.
    """

    covariate: str
    statistic: float
    degrees: int
    p_value: float


@dataclass(frozen=True, eq=False)
class CovariateModel(Generic[Model]):
    """A model of buying whose rates differ by covariates.

    Attributes:
        baseline: The model of a customer at the references and at the means of numbers.
        facets: The covariates as columns.
        coefficients: By parameter that is moved and column; shape (moved, columns).
        covariance: Of the logarithms of the parameters and of the coefficients.
        effects: The coefficients in words, by unit.
        tests: One for each covariate.
        log_likelihood: At the maximum, in the caller's unit of time.
        n: Customers.
        iterations: Newton steps.
        optimality: Largest derivative, per customer.
    """

    baseline: Model
    facets: tuple[Facet, ...]
    coefficients: Floats = field(repr=False)
    covariance: Floats = field(repr=False)
    effects: tuple[Effect, ...]
    tests: tuple[RatioTest, ...]
    log_likelihood: float
    n: int
    iterations: int
    optimality: float

    def probability_alive(
        self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, covariates: Mapping[str, ArrayLike]
    ) -> Floats:
        """The chance that a customer has not stopped; as in the plain model, with covariates."""
        return self._by_kind(lambda model, *rows: model.probability_alive(*rows), x, t_x, T, covariates)

    def expected_orders(
        self, horizon: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, covariates: Mapping[str, ArrayLike]
    ) -> Floats:
        """Orders expected in (T, T + horizon]; as in the plain model, with covariates."""
        return self._by_kind(
            lambda model, *rows: model.expected_orders(horizon, *rows), x, t_x, T, covariates
        )

    def discounted_expected_orders(
        self,
        rate: float,
        x: ArrayLike,
        t_x: ArrayLike,
        T: ArrayLike,
        covariates: Mapping[str, ArrayLike],
        horizon: float = np.inf,
    ) -> Floats:
        """Orders expected ahead, discounted; as in the plain model, with covariates."""

        def worth(model: Model, x: Floats, t_x: Floats, T: Floats) -> Floats:
            return model.discounted_expected_orders(rate, x, t_x, T, horizon)

        return self._by_kind(worth, x, t_x, T, covariates)

    def model_for(self, covariates: Mapping[str, ArrayLike]) -> Model:
        """The plain model of customers with these covariates, one value each."""
        return self._moved(encoded(self.facets, covariates, 1)[0])

    def _moved(self, z: Floats) -> Model:
        shifts = dict(zip(_moved_symbols(type(self.baseline)), np.exp(-self.coefficients @ z), strict=True))
        parameters = {key: v * float(shifts.get(key, 1.0)) for key, v in self.baseline.parameters.items()}
        return replace(self.baseline, parameters=parameters)

    def _by_kind(
        self,
        ask: Callable[[Model, Floats, Floats, Floats], Floats],
        x: ArrayLike,
        t_x: ArrayLike,
        T: ArrayLike,
        covariates: Mapping[str, ArrayLike],
    ) -> Floats:
        rows = checked_rows(x, t_x, T)
        kinds, places = np.unique(encoded(self.facets, covariates, len(rows)), axis=0, return_inverse=True)
        answers = np.empty(len(rows))
        for k, z in enumerate(kinds):
            chosen = np.flatnonzero(places == k)
            some = rows.at(chosen)
            answers[chosen] = ask(self._moved(z), some.x, some.t_x, some.T)
        return answers


@dataclass(frozen=True)
class _Kinds:
    """Plain likelihoods of customers with equal covariates, and how each depends on all parameters."""

    likelihoods: tuple[Likelihood, ...]
    ways: tuple[Floats, ...]

    def __call__(self, at: Floats) -> Curve:
        value, gradient, hessian = 0.0, np.zeros(len(at)), np.zeros((len(at), len(at)))
        for likelihood, way in zip(self.likelihoods, self.ways, strict=True):
            curve = likelihood(way @ at)
            value += curve.value
            gradient += way.T @ curve.gradient
            hessian += way.T @ curve.hessian @ way
        return Curve(value, gradient, hessian)


def fit_with_covariates(
    model: type[Model],
    x: ArrayLike,
    t_x: ArrayLike,
    T: ArrayLike,
    covariates: Mapping[str, ArrayLike],
    counts: ArrayLike | None = None,
) -> CovariateModel[Model]:
    """Fit a model of buying with covariates that do not change over time, and test each of them.

    Args:
        model: ``BgNbd`` or ``MbgNbd`` (covariates move α), or ``ParetoNbd`` (they move α and β).
        x: Repeat orders; shape (rows,).
        t_x: Age at the last order.
        T: Age.
        covariates: Values by name, one a row; numbers are taken at their mean, words against the most
            frequent.
        counts: How many customers share each row; one each when left out.

    Returns:
        The fitted model with a likelihood-ratio test for each covariate.

    Raises:
        EstimateError: A covariate says nothing or is missing, or the likelihood has no maximum inside.

    Source:
        Fader and Hardie (2007), Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD
        models.

    Example:
        >>> from custrata.intelligence.buying import BgNbd
        >>> x, t_x = [0, 0, 1, 2, 3, 9] * 2, [0, 0, 2, 9, 4, 29] * 2
        >>> counts, shop = [90, 40, 20, 9, 8, 5, 90, 30, 9, 8, 7, 2], ["web"] * 6 + ["town"] * 6
        >>> found = fit_with_covariates(BgNbd, x, t_x, [30] * 12, {"shop": shop}, counts)
        >>> [(one.covariate, one.level, one.reference, one.on) for one in found.effects]
        [('shop', 'town', 'web', 'alpha')]
    """
    if not covariates:
        raise EstimateError("no covariate is given", remedy="give one, or fit the model without them")
    rows = checked_rows(x, t_x, T, counts)
    facets = tuple(facet(name, values, rows.counts) for name, values in covariates.items())
    columns, somebody = encoded(facets, covariates, len(rows)), np.flatnonzero(rows.counts)
    rows, columns = rows.at(somebody), columns[somebody]
    start = model.fitted_to(summaries(rows.x, rows.t_x, rows.T, rows.counts))
    unit = start.known.unit
    plain = start.logarithms() - np.multiply(model.times, np.log(unit))
    moved = len(_moved_symbols(model))
    top = _top(model, rows, columns, np.concatenate([plain, np.zeros(moved * columns.shape[1])]), unit)
    tests = []
    for k, one in enumerate(facets):
        kept = np.concatenate([np.full(f.width, j != k) for j, f in enumerate(facets)])
        without = np.concatenate([np.ones(len(plain), bool), np.tile(kept, moved)])
        less = _top(model, rows, columns[:, kept], top.at[without], unit).curve.value
        statistic, degrees = 2 * max(top.curve.value - less, 0.0), moved * one.width
        p_value = float(chdtrc(degrees, statistic))
        tests.append(RatioTest(one.covariate, statistic, degrees, p_value))
    return _described(start, facets, top, tuple(tests))


def _moved_symbols(model: type[BuyingModel]) -> list[str]:
    """The scales of the rates: the parameters that are times."""
    return [symbol for symbol, time in zip(model.symbols, model.times, strict=True) if time]


def _top(model: type[BuyingModel], rows: Rows, columns: Floats, start: Floats, unit: float) -> Maximum:
    """The maximum with these columns, or a refusal."""
    kinds, places = np.unique(columns, axis=0, return_inverse=True)
    if len(kinds) > MOST_KINDS:
        raise EstimateError(
            f"there are {len(kinds):,} distinct combinations of covariates",
            remedy=f"round or band the numbers, to {MOST_KINDS:,} combinations at most",
        )
    parts = [rows.at(np.flatnonzero(places == k)) for k in range(len(kinds))]
    likelihoods = tuple(model.likelihood(summaries_of(part, unit)) for part in parts)
    top = maximise(_Kinds(likelihoods, tuple(_way(model, z) for z in kinds)), start)
    if ran_away(top):
        raise EstimateError(
            f"{model.name} with these covariates has no maximum inside its bounds",
            remedy=f"leave out covariates or join small levels; or {REMEDY}",
        )
    return top


def _way(model: type[BuyingModel], z: Floats) -> Floats:
    """How the logarithms of a plain model depend on those of the baseline and on the coefficients."""
    plain, moved = len(model.symbols), np.flatnonzero(model.times)
    way = np.zeros((plain, plain + len(moved) * len(z)))
    way[:, :plain] = np.eye(plain)
    for k, place in enumerate(moved):
        way[place, plain + k * len(z) : plain + (k + 1) * len(z)] = -z
    return way


def _described(
    start: Model, facets: tuple[Facet, ...], top: Maximum, tests: tuple[RatioTest, ...]
) -> CovariateModel[Model]:
    """The model of a maximum, in the caller's units."""
    model, known = type(start), start.known
    plain, covariance = len(model.symbols), top.covariance
    assert covariance is not None  # ran_away refused it otherwise
    coefficients = top.at[plain:].reshape(len(_moved_symbols(model)), -1)
    errors = np.sqrt(np.diag(covariance))[plain:].reshape(coefficients.shape)
    names = [(f, level) for f in facets for level in (f.levels or ("",))]
    effects = tuple(
        Effect(f.covariate, level, f.reference, on, float(values[j] / f.scale), float(spread[j] / f.scale))
        for on, values, spread in zip(_moved_symbols(model), coefficients, errors, strict=True)
        for j, (f, level) in enumerate(names)
    )
    logs = top.at[:plain] + np.multiply(model.times, np.log(known.unit))
    parameters = dict(zip(model.symbols, (float(v) for v in np.exp(logs)), strict=True))
    likelihood = top.curve.value - known.orders * float(np.log(known.unit))
    optimality = float(np.abs(top.curve.gradient).max()) / known.customers
    baseline = replace(
        start,
        parameters=parameters,
        covariance=covariance[:plain, :plain],
        log_likelihood=likelihood,
        iterations=top.iterations,
        optimality=optimality,
    )
    return CovariateModel(
        baseline,
        facets,
        coefficients,
        covariance,
        effects,
        tests,
        likelihood,
        start.n,
        top.iterations,
        optimality,
    )
