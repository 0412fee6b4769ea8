"""How long do contracts run, and what do they bring until they end?"""

from custrata.intelligence.survival.bdw import BetaWeibull, fit_bdw
from custrata.intelligence.survival.contract_life import ContractLife, ContractLives, contract_lives
from custrata.intelligence.survival.exposure import Exposure, exposure, lives_of_cohort
from custrata.intelligence.survival.life_table import LifeTable, life_table
from custrata.intelligence.survival.sbg import ShiftedBetaGeometric, fit_sbg

__all__ = [
    "BetaWeibull",
    "ContractLife",
    "ContractLives",
    "Exposure",
    "LifeTable",
    "ShiftedBetaGeometric",
    "contract_lives",
    "exposure",
    "fit_bdw",
    "fit_sbg",
    "life_table",
    "lives_of_cohort",
]
