"""Sums over many rows: blocks that stay in the cache, on all processors, added in a fixed order."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_KEPT = threading.local()

FEWEST_BLOCKS_FOR_THREADS = 3
"""Below this, starting threads takes longer than the work."""


def pieces(rows: int, size: int) -> Iterator[slice]:
    """The slices of ``size`` rows that make up ``rows``."""
    return (slice(start, min(start + size, rows)) for start in range(0, rows, size))


def in_blocks(work: Callable[[slice], Floats], rows: int, size: int) -> list[Floats]:
    """What a function gives for each block of rows, in the order of the blocks.

    NumPy releases the interpreter's lock, so threads run side by side; the order of the answers does not
    depend on how many there are.

    Args:
        work: Takes the slice of a block.
        rows: How many rows there are.
        size: Rows a block.

    Returns:
        One answer a block.

    Example:
        >>> in_blocks(lambda part: np.arange(10.0)[part].sum(), 10, 4)
        [np.float64(6.0), np.float64(22.0), np.float64(17.0)]
    """
    parts = list(pieces(rows, size))
    threads = min(os.cpu_count() or 1, len(parts))
    if len(parts) < FEWEST_BLOCKS_FOR_THREADS or threads == 1:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, parts))


def dot(one: Floats, other: Floats) -> float:
    """The sum of products of two long columns, on this thread alone and in one order.

    The matrix library would share a product of more than some ten thousand numbers among threads of its
    own, which makes the last digits depend on their number, and waits for them where processors are busy.

    Args:
        one: A column.
        other: One of the same length.

    Returns:
        The sum.

    Example:
        >>> dot(np.array([1.0, 2.0]), np.array([3.0, 4.0]))
        11.0
    """
    return float(np.einsum("i,i->", one, other))


def workspace(name: str, *shape: int) -> Floats:
    """An array to write into, kept from one block to the next, as asking for memory anew takes long.

    Each thread has its own. What an array held before is not cleared.

    Args:
        name: Tells apart the arrays that are in use at the same time.
        shape: Its shape.

    Returns:
        The array.

    Example:
        >>> workspace("example", 2, 3).shape
        (2, 3)
    """
    size = int(np.prod(shape))
    held: Floats | None = getattr(_KEPT, name, None)
    if held is None or held.size < size:
        held = np.empty(size)
        setattr(_KEPT, name, held)
    return held[:size].reshape(shape)
