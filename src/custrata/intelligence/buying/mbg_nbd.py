"""How do customers buy if each may stop after any order, the first included? The MBG/NBD model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from numpy.typing import ArrayLike

from custrata.intelligence.buying.bg_nbd import BgNbd
from custrata.intelligence.buying.likelihood.beta_geometric import BetaGeometric
from custrata.intelligence.buying.model import Likelihood
from custrata.intelligence.buying.summaries import Summaries, summaries


@dataclass(frozen=True, eq=False)
class MbgNbd(BgNbd):
    """As BG/NBD, but a customer may stop after his first order too, so that a one-time buyer may be gone."""

    name: ClassVar[str] = "MBG/NBD"
    chances_at_start: ClassVar[int] = 1

    @staticmethod
    def likelihood(known: Summaries) -> Likelihood:
        """The log-likelihood of histories with its derivatives by log r, log α, log a, log b."""
        return BetaGeometric.of(known, after_first=True)


def fit_mbg_nbd(x: ArrayLike, t_x: ArrayLike, T: ArrayLike, counts: ArrayLike | None = None) -> MbgNbd:
    """Fit MBG/NBD by maximum likelihood.

    Args:
        x: Repeat orders; shape (rows,).
        t_x: Age at the last order, 0 without one.
        T: Age, in the same unit of time, which may be any.
        counts: How many customers share each row; one each when left out.

    Returns:
        The fitted model; its times are in the caller's unit.

    Raises:
        EstimateError: A history is impossible, or the likelihood has no maximum inside; says why.

    Source:
        Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer
        base analysis, International Journal of Research in Marketing 24(3).

    Example:
        >>> x, t_x = [0, 0, 1, 1, 2, 3, 9, 20], [0, 0, 2, 20, 9, 4, 29, 28]
        >>> model = fit_mbg_nbd(x, t_x, [30] * 8, counts=[60, 90, 20, 9, 9, 8, 5, 3])
        >>> bool(model.probability_alive([0], [0], [30])[0] < 1)
        True
    """
    return MbgNbd.fitted_to(summaries(x, t_x, T, counts))
