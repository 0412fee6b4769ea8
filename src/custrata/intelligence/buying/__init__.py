"""How do customers buy, and for how long do they go on?"""

from custrata.intelligence.buying.bg_nbd import BgNbd, fit_bg_nbd
from custrata.intelligence.buying.mbg_nbd import MbgNbd, fit_mbg_nbd

__all__ = ["BgNbd", "MbgNbd", "fit_bg_nbd", "fit_mbg_nbd"]
