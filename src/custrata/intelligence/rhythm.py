"""How long do customers let pass between two purchases?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.settings import StageRules

FEWEST_GAPS = 30
"""With fewer gaps than this a 90th percentile is the word of two or three customers."""

FALLBACK_DAYS = 90
"""The rhythm where too few customers came back: a quarter."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The days after which a buyer is overdue.

    Attributes:
        days: Days without an order, at least 1.
        gaps: How many gaps between purchase days it rests on; 0 when it was set or assumed.
        sentence: Where it comes from.
    """

    days: int
    gaps: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def rhythm_query(days: ir.Table) -> ir.Table:
    """The 90th percentile of the gaps between purchase days: the gap of rank ceil(0.9 n), an observed one.

    Args:
        days: As made by :func:`custrata.customers.buying_days.buying_days_query`.

    Returns:
        One row of ``gaps, rhythm_days``; ``rhythm_days`` is null when no customer came back.
    """
    known = days.filter(days.gap_days.notnull())
    # Gaps are counted before they are ordered: there are far fewer lengths than gaps.
    lengths = known.group_by("gap_days").aggregate(times=known.count())
    ranked = lengths.select(
        "gap_days",
        "times",
        up_to=lengths.times.sum().over(order_by=lengths.gap_days, rows=(None, 0)),
        gaps=lengths.times.sum().over(ibis.window()),
    )
    # ceil(0.9 n) in whole numbers, so that the place does not depend on how 0.9 is held.
    wanted = (ranked.gaps * 9 + 9) // 10
    return ranked.aggregate(
        gaps=ranked.times.sum().fill_null(0),
        rhythm_days=ranked.gap_days.min(where=ranked.up_to >= wanted),
    )


def rhythm(row: Mapping[str, Any] | None, rules: StageRules) -> Rhythm:
    """The rhythm that the stages use: as set, as found, or the stated fallback.

    Args:
        row: The row of :func:`rhythm_query`; None when there are no transactions.
        rules: The settings of the lifecycle.

    Returns:
        The rhythm with its sentence.

    Example:
        >>> print(rhythm({"gaps": 250, "rhythm_days": 34}, StageRules()))
        9 of 10 of the 250 gaps between purchases last 34 days or fewer.
    """
    gaps = int(row["gaps"]) if row else 0
    if rules.rhythm_days is not None:
        return Rhythm(rules.rhythm_days, 0, f"{rules.rhythm_days} days without an order is overdue, as set.")
    if row is None or gaps < FEWEST_GAPS:
        return Rhythm(
            FALLBACK_DAYS,
            0,
            f"Only {gaps} gaps between purchases are known ({FEWEST_GAPS} are needed), "
            f"so {FALLBACK_DAYS} days without an order is assumed to be overdue.",
        )
    days = int(row["rhythm_days"])
    return Rhythm(days, gaps, f"9 of 10 of the {gaps:,} gaps between purchases last {days} days or fewer.")
