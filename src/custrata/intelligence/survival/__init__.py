"""How long do contracts run, and what do they bring until they end?"""

from custrata.intelligence.survival.bdw import BetaWeibull, fit_bdw
from custrata.intelligence.survival.exposure import Exposure, exposure, lives_of_cohort
from custrata.intelligence.survival.sbg import ShiftedBetaGeometric, fit_sbg

__all__ = [
    "BetaWeibull",
    "Exposure",
    "ShiftedBetaGeometric",
    "exposure",
    "fit_bdw",
    "fit_sbg",
    "lives_of_cohort",
]
