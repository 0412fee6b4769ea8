"""What was assumed or noticed while loading: cells, names, days, signs of churn."""

from custrata.sources.load.caveats.notices import caveat_queries, caveats_of

__all__ = ["caveat_queries", "caveats_of"]
