"""The order of a list that two people have changed."""

from __future__ import annotations

from collections.abc import Sequence

Names = Sequence[str]


def merged_order(base: Names, mine: Names, theirs: Names, kept: frozenset[str]) -> tuple[list[str], bool]:
    """The names that are kept, in an order that follows whoever changed it.

    What only one side has follows the name that it stood behind there; where both put something in the same
    gap, the runs follow each other by name, so that it is the same whoever merges.

    Args:
        base: Names before.
        mine: Names on one side.
        theirs: Names on the other side.
        kept: Names that stay.

    Returns:
        The order, and whether both sides changed it in different ways; then it is mine.

    Example:
        >>> merged_order("ab", "axb", "ba", frozenset("abx"))
        (['b', 'a', 'x'], False)
    """
    common = kept & set(mine) & set(theirs)
    ours, others = ([name for name in side if name in common] for side in (mine, theirs))
    spine, fought = _spine(base, ours, others, common)
    gaps = [_gaps(side, common, kept) for side in (mine, theirs)]
    out: list[str] = []
    for anchor in ("", *spine):
        out += [anchor] if anchor else []
        for run in sorted(filter(None, (gap.get(anchor, []) for gap in gaps))):
            out += run
    # What neither side has any more is kept only against a deletion: it stands at the end.
    return [*out, *sorted(kept - set(out))], fought


def _spine(base: Names, ours: list[str], others: list[str], common: frozenset[str]) -> tuple[list[str], bool]:
    if ours == others:
        return ours, False
    before = [name for name in base if name in common]
    old = frozenset(before)
    same = [[name for name in side if name in old] == before for side in (ours, others)]
    if same == [True, False]:
        return others, False
    return ours, same != [False, True]


def _gaps(side: Names, common: frozenset[str], kept: frozenset[str]) -> dict[str, list[str]]:
    """What stands behind each common name and is on this side only; the beginning has no name."""
    gaps: dict[str, list[str]] = {}
    anchor = ""
    for name in side:
        if name in common:
            anchor = name
        elif name in kept:
            gaps.setdefault(anchor, []).append(name)
    return gaps
