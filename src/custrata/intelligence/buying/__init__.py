"""How do customers buy, and for how long do they go on?"""

from custrata.intelligence.buying.bg_bb import fit_bg_bb
from custrata.intelligence.buying.bg_nbd import BgNbd, fit_bg_nbd
from custrata.intelligence.buying.mbg_nbd import MbgNbd, fit_mbg_nbd
from custrata.intelligence.buying.pareto_nbd import ParetoNbd, fit_pareto_nbd

__all__ = ["BgNbd", "MbgNbd", "ParetoNbd", "fit_bg_bb", "fit_bg_nbd", "fit_mbg_nbd", "fit_pareto_nbd"]
