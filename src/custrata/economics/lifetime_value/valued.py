"""What one way to value customers leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from custrata.economics.lifetime_value.terms import Terms
from custrata.sources.account import Caveat


@dataclass(frozen=True, slots=True)
class Valued:
    """The parts of customers' value by one way, and what must be said of them.

    Attributes:
        relation: Name of the relation of parts.
        terms: Model, basis, horizon and discount, in one line.
        counted: From when, how far ahead and at what discount.
        sentences: How they were found.
        models: What was fitted, by its name for people.
        caveats: What was assumed and may be wrong by much.
    """

    relation: str
    terms: str
    counted: Terms
    sentences: tuple[str, ...]
    models: Mapping[str, Any]
    caveats: tuple[Caveat, ...] = ()
