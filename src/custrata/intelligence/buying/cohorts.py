"""Do customers of different cohorts buy by different rules?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc

from custrata.errors import EstimateError
from custrata.intelligence.buying.model import BuyingModel
from custrata.intelligence.buying.summaries import checked_rows, summaries

Model = TypeVar("Model", bound=BuyingModel)


@dataclass(frozen=True, eq=False)
class CohortModels(Generic[Model]):
    """One model for each cohort, beside the one for all.

    Attributes:
        pooled: The model of all customers.
        models: By cohort, where the cohort has one.
        refused: By cohort, why it has none.
        statistic: Twice what the log-likelihood gains by fitting each cohort on its own; only when none is
            refused.
        degrees: How many more parameters that takes.
        p_value: How often chance alone gives as much when cohorts do not differ.
    """

    pooled: Model
    models: Mapping[str, Model]
    refused: Mapping[str, str]
    statistic: float | None
    degrees: int
    p_value: float | None


def fit_by_cohort(
    model: type[Model],
    cohort: ArrayLike,
    x: ArrayLike,
    t_x: ArrayLike,
    T: ArrayLike,
    counts: ArrayLike | None = None,
) -> CohortModels[Model]:
    """Fit a model of buying to each cohort and to all, and test whether cohorts differ.

    Args:
        model: ``BgNbd``, ``MbgNbd`` or ``ParetoNbd``.
        cohort: A name or a number for each row.
        x: Repeat orders.
        t_x: Age at the last order.
        T: Age.
        counts: How many customers share each row; one each when left out.

    Returns:
        The models, the refusals and the test.

    Raises:
        EstimateError: There is no model for all customers together.

    Example:
        >>> from custrata.intelligence.buying import BgNbd
        >>> x, t_x = [0, 0, 1, 2, 3, 9] * 2, [0, 0, 2, 9, 4, 29] * 2
        >>> counts = [60, 40, 20, 9, 8, 5] * 2
        >>> found = fit_by_cohort(BgNbd, ["a"] * 6 + ["b"] * 6, x, t_x, [30] * 12, counts)
        >>> sorted(found.models), abs(round(found.statistic, 6)), found.degrees
        (['a', 'b'], 0.0, 4)
    """
    rows = checked_rows(x, t_x, T, counts)
    names, places = np.unique(np.atleast_1d(np.asarray(cohort)).astype(str), return_inverse=True)
    if len(places) != len(rows):
        raise EstimateError("not every row has its cohort", remedy="give one cohort for each row")
    pooled = model.fitted_to(summaries(rows.x, rows.t_x, rows.T, rows.counts))
    models: dict[str, Model] = {}
    refused: dict[str, str] = {}
    for k, name in enumerate(names):
        some = rows.at(np.flatnonzero(places == k))
        try:
            models[str(name)] = model.fitted_to(summaries(some.x, some.t_x, some.T, some.counts))
        except EstimateError as reason:
            refused[str(name)] = reason.what
    degrees = len(model.symbols) * (len(names) - 1)
    if refused or degrees == 0:
        return CohortModels(pooled, models, refused, None, degrees, None)
    gain = 2 * (sum(one.log_likelihood for one in models.values()) - pooled.log_likelihood)
    return CohortModels(pooled, models, refused, gain, degrees, float(chdtrc(degrees, max(gain, 0.0))))
