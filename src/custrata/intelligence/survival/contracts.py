"""Which contracts are known, since what age, and which of them are held out for an exam?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.survival.exposure import exposure

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Contracts:
    """Contracts of one group, equal ones together.

    Attributes:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        counts: How many share each row; parts of one where an unknown is spread.
        entry: Periods already survived when it came under watch.
        held_out: Whether it is kept for the exam.
    """

    duration: Floats
    ended: Flags
    counts: Floats
    entry: Floats
    held_out: Flags

    def where(self, kept: Flags) -> Contracts:
        """Some of them."""
        return Contracts(
            self.duration[kept], self.ended[kept], self.counts[kept], self.entry[kept], self.held_out[kept]
        )

    @property
    def columns(self) -> tuple[Floats, Flags, Floats, Floats]:
        """What every fit takes: duration, ended, counts, entry."""
        return self.duration, self.ended, self.counts, self.entry

    @property
    def n(self) -> float:
        """How many contracts."""
        return float(self.counts.sum())

    @property
    def ends(self) -> float:
        """How many of them ended."""
        return float(self.counts[self.ended].sum())


def contracts(
    duration: ArrayLike, ended: ArrayLike, held_out: ArrayLike, counts: ArrayLike, window: int | None
) -> Contracts:
    """Put the columns of one group together.

    Args:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        held_out: Whether it is kept for the exam.
        counts: How many contracts share each row.
        window: How many periods the watch lasted, when ends before it are not in the data; else None.

    Returns:
        The contracts, watched from their start or from the beginning of the window.

    Raises:
        EstimateError: When the columns do not fit together.
    """
    age, gone = np.asarray(duration, dtype=np.float64), np.asarray(ended, dtype=bool)
    held, weight = np.asarray(held_out, dtype=bool), np.asarray(counts, dtype=np.float64)
    exposure(age, gone, weight)
    if window is None:
        return Contracts(age, gone, weight, np.zeros(len(weight)), held)
    parts = [period_entry(age[h], gone[h], weight[h], window) for h in (~held, held)]
    column = [np.concatenate(pair) for pair in zip(*parts, strict=True)]
    split = np.repeat([False, True], [len(part[0]) for part in parts])
    return Contracts(column[0], column[1].astype(bool), column[2], column[3], split)


def period_entry(duration: ArrayLike, ended: ArrayLike, counts: ArrayLike, window: int) -> tuple[Floats, ...]:
    """When contracts came under watch, if only the ends of the last periods are in the data.

    Of those who ended it is not known in which period of the watch: each is spread evenly over them.

    Args:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        counts: How many contracts share each row.
        window: How many periods the watch lasted, from 1.

    Returns:
        ``duration, ended, counts, entry``; rows of those who ended stand once for each period of the watch.

    Raises:
        EstimateError: When the watch lasted for no whole period.

    Example:
        >>> [column.tolist() for column in period_entry([5, 5], [True, False], [1, 8], 1)]
        [[5.0, 5.0], [0.0, 1.0], [8.0, 1.0], [4.0, 4.0]]
    """
    if window < 1 or window != int(window):
        raise EstimateError("a watch lasts for one period or more", remedy="give whole periods from 1")
    age, weight = np.asarray(duration, dtype=np.float64), np.asarray(counts, dtype=np.float64)
    gone = np.asarray(ended, dtype=bool)
    running = np.stack([age, gone, weight, np.maximum(age - window, 0)])[:, ~gone]
    parts = [
        np.stack([age, gone, weight / window, np.maximum(age - back, 0)])[:, gone]
        for back in range(1, int(window) + 1)
    ]
    return tuple(np.concatenate([running, *parts], axis=1))
