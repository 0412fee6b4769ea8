"""How do customers buy, and for how long do they go on?"""

from custrata.intelligence.buying.bg_bb import fit_bg_bb
from custrata.intelligence.buying.bg_nbd import BgNbd, fit_bg_nbd
from custrata.intelligence.buying.cohorts import fit_by_cohort
from custrata.intelligence.buying.covariates import fit_with_covariates
from custrata.intelligence.buying.mbg_nbd import MbgNbd, fit_mbg_nbd
from custrata.intelligence.buying.pareto_nbd import ParetoNbd, fit_pareto_nbd

__all__ = [
    "BgNbd",
    "MbgNbd",
    "ParetoNbd",
    "fit_bg_bb",
    "fit_bg_nbd",
    "fit_by_cohort",
    "fit_mbg_nbd",
    "fit_pareto_nbd",
    "fit_with_covariates",
]
