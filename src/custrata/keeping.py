"""What was computed of a frozen value, kept while the value is still asked about."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")
R = TypeVar("R")


class Kept(Generic[V, R]):
    """A function of a value that never changes, computed once for each of the last values.

    A document or an exhibit is large, and to hash it costs as much as what is computed of it: here the value
    itself is the key, not what it holds. It must therefore be frozen.

    Args:
        make: The function.
        most: How many values are remembered.

    Example:
        >>> length = Kept(len, most=2)
        >>> words = ("a", "b")
        >>> length(words), length(words)
        (2, 2)
    """

    def __init__(self, make: Callable[[V], R], most: int) -> None:
        self._make = make
        self._most = most
        self._found: OrderedDict[int, tuple[V, R]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, value: V) -> R:
        """What the function gives of the value."""
        with self._lock:
            kept = self._found.get(id(value))
            # The number of an object comes again once it is gone; the object itself, which is held, does not.
            if kept is not None and kept[0] is value:
                self._found.move_to_end(id(value))
                return kept[1]
        result = self._make(value)
        with self._lock:
            self._found[id(value)] = (value, result)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return result
