"""By what are customers ranked, and is that more than another of their numbers?"""

from __future__ import annotations

from custrata.economics.portfolio.basis import VALUE_COLUMNS, VALUE_NAMES, ValueBasis
from custrata.snapshot import Manifest


def ranked_by(manifest: Manifest) -> ValueBasis | None:
    """The value by which customers are ranked into tiers, as the build says it; None where it says none.

    Args:
        manifest: What the snapshot says about itself.
    """
    said = next(iter(manifest.rules.get("tiers", ())), "")
    return next((basis for basis, name in VALUE_NAMES.items() if f"ranked by {name}." in said), None)


def same_as(manifest: Manifest) -> str:
    """The column of a customer that ``value`` repeats; empty where it is a number of its own.

    Without costs customers are ranked by revenue, and nothing is left to be called value.

    Args:
        manifest: What the snapshot says about itself.
    """
    basis = ranked_by(manifest)
    return VALUE_COLUMNS[basis] if basis in ("revenue", "reported_revenue", "mrr", "lifetime_value") else ""


def value_means(manifest: Manifest) -> str:
    """What ranks customers into their tiers, in words.

    Args:
        manifest: What the snapshot says about itself.
    """
    basis = ranked_by(manifest)
    return "What ranks it into its tier" + (f": {VALUE_NAMES[basis]}" if basis else "")
