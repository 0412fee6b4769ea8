"""Names that a snapshot holds: what must not leave the house, even without quotation marks."""

from __future__ import annotations

from custrata.snapshot import Snapshot
from custrata.vocabulary import Intent, Stage, Tier

OURS = frozenset({*Tier, *Stage, *Intent, "not known", "no customer", "not ranked", "all", "yes", "no"})
"""Values that the program writes itself, or that name nobody."""

OUR_DIMENSIONS = frozenset(
    {
        *(
            "age",
            "candidate",
            "cohort",
            "customer_share",
            "exchange",
            "mark",
            "month",
            "move",
            "parameter",
            "quarter",
        ),
        *("rank", "rfm_segment", "stage", "tier", "tier_before", "tier_now", "week", "year"),
    }
)
"""Dimensions whose values the program writes itself."""


def names_in(snapshot: Snapshot) -> frozenset[str]:
    """The company and every value of a dimension that is the company's own.

    Args:
        snapshot: The snapshot.

    Returns:
        Names that hold a letter and are no word of the program's; numbers, months and ranks are none.
    """
    said = (pair for reading in snapshot.readings for pair in reading.segment)
    found = {value for dimension, value in said if dimension not in OUR_DIMENSIONS}
    found.add(snapshot.manifest.company)
    return frozenset(n for n in found if n.lower() not in OURS and _letters(n))


def _letters(name: str) -> bool:
    return any(c.isalpha() for c in name)
