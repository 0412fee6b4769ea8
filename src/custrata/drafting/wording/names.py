"""Names that a snapshot holds: what must not leave the house, even without quotation marks."""

from __future__ import annotations

from custrata.snapshot import Snapshot
from custrata.vocabulary import Intent, Stage, Tier

OURS = frozenset({*Tier, *Stage, *Intent, "not known", "all", "yes", "no"})
"""Values that the program writes itself, or that name nobody."""

SHORTEST = 3
"""Letters from which a value is a name; shorter ones stand in every sentence."""


def names_in(snapshot: Snapshot) -> frozenset[str]:
    """The company and every value of a dimension that is the company's own.

    Args:
        snapshot: The snapshot.

    Returns:
        Names that hold a letter and are no word of the program's; numbers, months and ranks are none.
    """
    found = {value for reading in snapshot.readings for _, value in reading.segment}
    found.add(snapshot.manifest.company)
    return frozenset(n for n in found if len(n) >= SHORTEST and n.lower() not in OURS and _letters(n))


def _letters(name: str) -> bool:
    return any(c.isalpha() for c in name)
