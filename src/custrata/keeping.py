"""What was computed of a frozen value, kept while the value is still asked about."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Any, Generic, TypeVar

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

    def __init__(self, make: Callable[..., R], most: int) -> None:
        self._make = make
        self._most = most
        self._found: OrderedDict[Hashable, tuple[V, R]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, value: V, *beside: Hashable) -> R:
        """What the function gives of the value.

        Args:
            value: The value.
            beside: What else the function takes; small things, which are compared by what they hold.
        """
        key = (id(value), *beside) if beside else id(value)
        with self._lock:
            kept = self._found.get(key)
            # The number of an object comes again once it is gone; the object itself, which is held, does not.
            if kept is not None and kept[0] is value:
                self._found.move_to_end(key)
                return kept[1]
        result = self._make(value, *beside)
        with self._lock:
            self._found[key] = (value, result)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return result


class once(Generic[R]):  # a decorator, as cached_property is
    """A property that one thread computes while the others who ask for it wait, and that is then kept.

    The object has a lock of its own in ``lock``, which is the same for all its properties: none is computed
    twice, and a property may ask for another.
    """

    def __init__(self, make: Callable[[Any], R]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, holder: Any, owner: type) -> R:
        # Reached only while nothing is kept: what stands in an object's own names wins over its class.
        with holder.lock:
            if self._name not in holder.__dict__:
                holder.__dict__[self._name] = self._make(holder)
            found: R = holder.__dict__[self._name]
            return found


def new_lock() -> Any:
    """A lock for an object with properties that are computed once."""
    return RLock()
