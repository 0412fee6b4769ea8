"""Chance that belongs to a customer: the same whatever the order of rows, and whatever else is supposed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Keys = npt.NDArray[np.uint64]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_PRIMES = (
    *(5, 2, 3, 7, 11, 13, 19, 23, 29, 31, 41, 43, 47, 53, 59, 61),
    *(67, 71, 73, 79, 83, 89, 97, 103, 107, 109, 113, 127, 131, 137, 139, 149),
)
_STEPS = np.sqrt(np.array(_PRIMES, np.float64)) % 1.0
_APART = 8
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def keys_of(ids: Sequence[Any] | npt.NDArray[Any]) -> Keys:
    """A 64-bit key for every id, from its letters alone.

    Args:
        ids: Ids as text, shape (n,).

    Example:
        >>> a, b = keys_of(["c1", "c2"]), keys_of(["c2", "c1"])
        >>> bool(a[0] == b[1] and a[0] != a[1])
        True
    """
    if not len(ids):
        return np.zeros(0, np.uint64)
    letters = np.asarray(ids, dtype=np.str_)
    width = max(letters.dtype.itemsize // 4, 1)
    points = np.ascontiguousarray(letters).view(np.uint32).reshape(len(letters), width)
    held = np.zeros(len(letters), np.uint64)
    for column in range(width):
        point = points[:, column].astype(np.uint64)
        # An id must not depend on the longest one beside it: what fills it up is skipped.
        held = np.where(point > 0, _mixed(held ^ (point * _STEP)), held)
    return held


def uniform(keys: Keys, *where: int) -> Floats:
    """A number above 0 and below 1 for every key and place of drawing.

    Args:
        keys: Keys, shape (n,).
        where: Whole numbers that name the place: seed, draw, what is drawn.

    Source:
        The mixing function is that of splitmix64: G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable
        Pseudorandom Number Generators", OOPSLA (2014), fig. 17.

    Example:
        >>> one = uniform(keys_of(["c1", "c2"]), 7, 0)
        >>> bool((one == uniform(keys_of(["c1", "c2"]), 7, 0)).all())
        True
    """
    place = np.zeros(1, np.uint64)
    for number in where:
        place = _mixed(place + np.uint64(number) + _STEP)
    bits = _mixed(keys ^ place) >> np.uint64(11)
    return (bits.astype(np.float64) + 0.5) * 2.0**-53


def evenly(keys: Keys, seed: int, draw: int, what: int) -> Floats:
    """A number between 0 and 1 for every key, spread evenly over the draws; more draws only add some.

    Draw by draw a key goes on by the root of a prime of its own, which fills the circle evenly. The first
    place is drawn.

    Args:
        keys: A few keys, shape (n,); all get a prime of their own up to thirty of them.
        seed: Where chance begins.
        draw: Number of the draw.
        what: What is drawn.

    Source:
        L. Kuipers and H. Niederreiter, "Uniform Distribution of Sequences", Wiley (1974), ch. 1.

    Example:
        >>> one = np.array([evenly(keys_of(["year"]), 7, draw, 6)[0] for draw in range(100)])
        >>> bool(abs(np.median(one) - 0.5) < 0.02)
        True
    """
    first = uniform(keys, seed, what)
    # Numbers of different things begin at different primes, so that they do not go on side by side.
    place = (np.arange(len(keys)) + what * _APART) % len(_STEPS)
    return np.clip((first + draw * _STEPS[place]) % 1.0, 1e-9, 1 - 1e-9)


def key_of(*words: object) -> int:
    """A whole number for some words, the same in every process.

    Example:
        >>> key_of("budget", 1) == key_of("budget", 1) != key_of("budget", 2)
        True
    """
    text = "\x1f".join(str(word) for word in words)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest(), "big")


def triangular(u: Floats, low: float, likely: float, high: float) -> Floats:
    """The quantiles of a triangular distribution.

    Args:
        u: Shares between 0 and 1.
        low: Its lowest value.
        likely: Its peak.
        high: Its highest value.

    Example:
        >>> triangular(np.array([0.5]), -1.0, 0.0, 1.0)
        array([0.])
    """
    if high == low:
        return np.full(len(u), likely)
    peak = (likely - low) / (high - low)
    rising = low + np.sqrt(u * (high - low) * (likely - low))
    falling = high - np.sqrt((1 - u) * (high - low) * (high - likely))
    return np.where(u < peak, rising, falling)


def _mixed(bits: Keys) -> Keys:
    # Whole numbers wrap around at 64 bits: that is the point.
    with np.errstate(over="ignore"):
        bits = bits + _STEP
        bits = (bits ^ (bits >> np.uint64(30))) * _FIRST
        bits = (bits ^ (bits >> np.uint64(27))) * _SECOND
        return bits ^ (bits >> np.uint64(31))
