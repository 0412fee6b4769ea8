"""How long one waits for results, as a score: 7 for 30 days, 4 for 6 months, 1 for 18 months."""

from __future__ import annotations

import math
from itertools import pairwise

from custrata.errors import InputError

DAYS_A_MONTH = 365.25 / 12

ANCHORS = ((30.0, 7.0), (6 * DAYS_A_MONTH, 4.0), (18 * DAYS_A_MONTH, 1.0))
"""Days and the score they stand for; between them the score falls with the logarithm of the days."""


def points_of_days(days: float) -> float:
    """The score of a wait, 1 to 7; a longer wait never scores higher.

    Args:
        days: Days until results are seen; below 30 is as good as 30, above 18 months as bad as 18 months.

    Returns:
        A number with decimals; round it where a whole score is written down.

    Raises:
        InputError: The days are negative or no number.

    Example:
        >>> points_of_days(30), round(points_of_days(90), 1), points_of_days(700)
        (7.0, 5.2, 1.0)
    """
    if not days >= 0:
        raise InputError(
            "a wait has 0 days or more", where=f"days {days}", remedy="give the days until results are seen"
        )
    if days <= ANCHORS[0][0]:
        return ANCHORS[0][1]
    for (near, best), (far, worst) in pairwise(ANCHORS):
        if days <= far:
            part = math.log(days / near) / math.log(far / near)
            return best + part * (worst - best)
    return ANCHORS[-1][1]
