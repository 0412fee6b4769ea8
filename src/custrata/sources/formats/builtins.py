"""Functions of the engine that Ibis has no word for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ibis
import ibis.expr.datatypes as dt

_UTC = dt.Timestamp(timezone="UTC")


def _parsed_at(text: Any, pattern: Any) -> Any:
    """The instant that a text gives under a pattern; null when it gives none."""


def _in_zone(zone: Any, instant: Any) -> Any:
    """An instant with an offset as a plain instant in a zone."""


def _since_1970(microseconds: Any) -> Any:
    """The instant so many microseconds after 1970-01-01 00:00 UTC."""


def _hash(first: Any, second: Any, third: Any) -> Any:
    """A number that spreads evenly over the contents."""


def _builtin(
    stub: Callable[..., Any], name: str, takes: tuple[dt.DataType, ...], gives: dt.DataType = dt.timestamp
) -> Callable[..., Any]:
    built: Callable[..., Any] = ibis.udf.scalar.builtin(stub, name=name, signature=(takes, gives))
    return built


def content_number(first: Any, second: Any, third: Any) -> Any:
    """A number that spreads evenly over the contents of three columns, for drawing a sample."""
    kinds = tuple(value.type() for value in (first, second, third))
    return _builtin(_hash, "hash", kinds, dt.uint64)(first, second, third)


parsed_at = _builtin(_parsed_at, "try_strptime", (dt.string, dt.string))
in_zone = _builtin(_in_zone, "timezone", (dt.string, _UTC))
since_1970 = _builtin(_since_1970, "make_timestamp", (dt.int64,))
