"""From a mapping to expressions that fill the contract's tables and account for every row."""

from custrata.sources.load.accounts import accounts_of
from custrata.sources.load.caveats import caveats_of
from custrata.sources.load.plan import Keyed, LoadPlan, plan

__all__ = ["Keyed", "LoadPlan", "accounts_of", "caveats_of", "plan"]
