"""How is a sum over a million rows taken fast, and the same whatever the number of threads?"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

BLOCK_ROWS = 8192
"""A few columns of this length stay in a processor's cache; a dot product of two stays on one thread."""

THREADED_ROWS = 4 * BLOCK_ROWS
"""With fewer rows the threads cost more than they save."""


def block_sums(rows: int, sums: Callable[[slice], Floats], threads: int | None = None) -> Floats:
    """Add up what ``sums`` gives for each block of rows, always in the order of the blocks.

    Args:
        rows: How many rows there are.
        sums: Takes a slice of rows and returns an array of one fixed shape; must not change anything.
        threads: How many to use; as many as there are processors when None.

    Returns:
        The total over the blocks, the same for every number of threads.

    Example:
        >>> values = np.arange(20_000.0)
        >>> float(block_sums(20_000, lambda part: values[part].sum()[None])[0])
        199990000.0
    """
    blocks = [slice(start, start + BLOCK_ROWS) for start in range(0, max(rows, 1), BLOCK_ROWS)]
    workers = min(threads or _processors(), len(blocks)) if rows >= THREADED_ROWS else 1
    if workers == 1:
        return _added([sums(block) for block in blocks])
    # One long run of blocks a thread: handing over each block on its own costs as much as computing it.
    cuts = np.linspace(0, len(blocks), workers + 1).astype(int)
    runs = [blocks[a:b] for a, b in pairwise(cuts)]
    with ThreadPoolExecutor(workers) as pool:
        parts = pool.map(lambda run: [sums(block) for block in run], runs)
        return _added([part for run in parts for part in run])


def _added(parts: list[Floats]) -> Floats:
    total: Floats = np.stack(parts).sum(axis=0)
    return total


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
