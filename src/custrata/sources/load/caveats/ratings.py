"""How many ratings lie outside the scale that they are on?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.load.judge import OFF_SCALE
from custrata.sources.raw import ROW


def ratings_query(judged: Sequence[ir.Table]) -> ir.Table | None:
    """Ratings outside their scale by source and scale; None where no answers are loaded.

    Args:
        judged: The relations of judged answers.

    Returns:
        ``source``, ``reason`` (with the scale), ``ratings`` and ``row``, the first of them.
    """
    parts = [
        rows.filter(rows._reason.startswith(OFF_SCALE)).select(
            source=rows._source, reason=rows._reason, row=rows[ROW]
        )
        for rows in judged
    ]
    if not parts:
        return None
    off = ibis.union(*parts) if len(parts) > 1 else parts[0]
    return off.group_by("source", "reason").aggregate(ratings=off.count(), row=off.row.min())


def rating_caveats(rows: Sequence[Mapping[str, Any]]) -> list[Caveat]:
    """What is said of ratings outside their scale, one caveat a source and scale."""
    return [
        _caveat(row["source"], row["reason"].removeprefix(OFF_SCALE), int(row["ratings"]), int(row["row"]))
        for row in sorted(rows, key=lambda row: (row["source"], row["reason"]))
    ]


def _caveat(source: str, scale: str, ratings: int, row: int) -> Caveat:
    lie = "rating lies" if ratings == 1 else "ratings lie"
    first = f"in row {row:,}" if ratings == 1 else f"the first in row {row:,}"
    text = f"{ratings:,} {lie} outside the scale from {scale}, {first}: set aside, and counted nowhere."
    return Caveat("off-scale-ratings", text, source, ratings)
