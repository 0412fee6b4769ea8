"""The fingerprint: equal for equal contents, whatever the order of rows, the threads or the machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from custrata.vocabulary import Reading

DIGITS = 12
"""Significant digits of a number that count."""


def fingerprint_of(
    contents: Mapping[str, str],
    readings: Iterable[Reading],
    settings: Mapping[str, Any],
    facts: Mapping[str, str],
) -> str:
    """Hash what a snapshot holds.

    Args:
        contents: Order-free hash of each table by its name.
        readings: All readings, in any order.
        settings: The settings of the build as plain values.
        facts: Whatever else was concluded (day of the cut, relationship, account).

    Returns:
        32 hexadecimal digits.

    Example:
        >>> fingerprint_of({"a": "1"}, [], {}, {}) == fingerprint_of({"a": "1"}, [], {}, {})
        True
    """
    digest = hashlib.sha256()
    for part in (dict(contents), dict(settings), dict(facts), sorted(_line(r) for r in readings)):
        digest.update(json.dumps(part, sort_keys=True, default=str).encode("utf-8"))
    return digest.hexdigest()[:32]


def _line(reading: Reading) -> str:
    numbers = [canonical_number(v) for v in (reading.value, reading.low, reading.high)]
    return json.dumps(
        [*reading.key[:2], str(reading.period), reading.unit, reading.n, *numbers, reading.reason]
    )


def canonical_number(value: float | None) -> str:
    """A number to 12 significant digits; zero has no sign, unknown is empty.

    Example:
        >>> canonical_number(-0.0), canonical_number(0.1 + 0.2), canonical_number(None)
        ('0', '0.3', '')
    """
    if value is None:
        return ""
    return f"{value:.{DIGITS}g}" if value else "0"
