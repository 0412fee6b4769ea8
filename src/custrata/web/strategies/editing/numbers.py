"""The fields of the numbers in a statement: measure, part of the base, period, comparison, limit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from custrata.snapshot import Snapshot
from custrata.web.strategies.editing.choices import Option
from custrata.web.strategies.editing.field import Field, Typed, keys_of
from custrata.web.strategies.editing.figures import (
    SIDES,
    called,
    comparisons_of,
    pairs,
    periods_of,
    segments_of,
    told,
)

HOLDS: tuple[Option, ...] = (("", "stays as written, give or take"), *SIDES)
"""On which side of its limit a number keeps a sentence true."""


def numbers_of(snapshot: Snapshot, plain: Mapping[str, Any], path: str, typed: Typed) -> Field:
    """The numbers of a statement, each with what it reads and how it stands.

    Args:
        snapshot: Where they are read.
        plain: What the statement holds.
        path: Where its numbers stand in the form.
        typed: What a person typed over it.
    """
    items: list[Mapping[str, Any]] = plain.get("figures", [])
    inner = tuple(
        _number(snapshot, one, f"{path}[{key}]", key, typed)
        for key, one in zip(keys_of(items), items, strict=True)
    )
    return Field(path, "numbers", "parts", inner=inner, adds=(("Figure", "a number"),))


def _number(snapshot: Snapshot, plain: Mapping[str, Any], path: str, key: str, typed: Typed) -> Field:
    return Field(
        path,
        f"{{{key}}}",
        "figure",
        value=told(plain, snapshot),
        inner=tuple(_asked(one, path, typed) for one in (*_reads(snapshot, plain), *_holds(plain))),
        key=key,
        new=typed.new.get(path, ""),
        error=typed.errors.get(path, ""),
    )


def _reads(snapshot: Snapshot, plain: Mapping[str, Any]) -> tuple[Field, ...]:
    """What the number reads."""
    measure, period = str(plain.get("measure", "")), str(plain.get("period", "all"))
    part = tuple(dict(plain.get("segment") or {}).items())
    held, comparisons = comparisons_of(plain)
    segments = _kept(segments_of(snapshot, measure), (pairs(part), called(part)))
    periods = _kept(periods_of(snapshot, measure, part), (period, period))
    return (
        Field(
            "measure",
            "What it measures",
            "text",
            "Such as revenue; the list knows all.",
            measure,
            listed="readable",
        ),
        Field("segment", "Of whom", "pick", value=pairs(part), options=segments),
        Field("period", "When", "pick", value=period, options=periods),
        Field("comparison", "Compared with", "pick", value=held, options=comparisons),
    )


def _holds(plain: Mapping[str, Any]) -> tuple[Field, ...]:
    """What the number may do before the sentence is false."""
    limit, room, least = plain.get("threshold"), plain.get("tolerance"), plain.get("least_n", 10)
    return (
        Field("direction", "It holds while it", "pick", value=plain.get("direction") or "", options=HOLDS),
        Field("threshold", "Limit", "number", "Such as 0.45 or 45%.", _typed(limit)),
        Field("tolerance", "May move by", "number", "Where no limit is set.", _typed(room)),
        Field("least_n", "Rests on at least", "number", "Fewer prove nothing.", _typed(least)),
    )


def _asked(one: Field, path: str, typed: Typed) -> Field:
    at = f"{path}.{one.path}"
    value = typed.raw.get(at, one.value)
    return Field(**{**one.__dict__, "path": at, "value": value, "error": typed.errors.get(at, "")})


def _kept(options: tuple[Option, ...], held: Option) -> tuple[Option, ...]:
    """What stands there is never dropped because nothing is read for it."""
    return options if held[0] in dict(options) else (*options, (held[0], f"{held[1]} (not read)"))


def _typed(value: Any) -> str:
    """A number as a person types it: never with an exponent."""
    return "" if value is None else f"{value:.12g}" if isinstance(value, float) else str(value)
