"""The words of the field, as types."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

CustomerId = NewType("CustomerId", str)
"""The key of a customer: text, whatever type the source gave it."""


class Relationship(StrEnum):
    """How customers are bound to the company."""

    CONTRACTUAL = "contractual"
    NON_CONTRACTUAL = "non-contractual"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Which way of a measure is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Timing(StrEnum):
    """Whether a measure tells early (leading) or sums up late (lagging)."""

    LEADING = "leading"
    LAGGING = "lagging"


class Tier(StrEnum):
    """Portfolio tiers, highest value first."""

    PLATINUM = "platinum"
    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"


class Stage(StrEnum):
    """Stages of the customer lifecycle."""

    AWARENESS = "awareness"
    ACQUISITION = "acquisition"
    ONBOARDING = "onboarding"
    ADOPTION = "adoption"
    EXPANSION = "expansion"
    ADVOCACY = "advocacy"
    AT_RISK = "at risk"
    LAPSED = "lapsed"
    WON_BACK = "won back"


class Intent(StrEnum):
    """What a company means to do with its relationship to a group of customers."""

    GROW = "grow"
    MAINTAIN = "maintain"
    RE_ENGINEER = "re-engineer"
    RETIRE = "retire"


class EvidenceState(StrEnum):
    """How a claim stands against the data of the latest snapshot."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DRIFTING = "drifting"
    STALE = "stale"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of whole days, both ends included.

    ``name`` says what the span is in relation to the data, so that a claim can follow it on:
    ``all`` (whole history), ``current`` (the latest window), ``previous`` (the equal window before it).

    Example:
        >>> Period("all", dt.date(2017, 1, 1), dt.date(2018, 1, 1)).days
        366
    """

    name: str
    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.end - self.start).days + 1

    def __str__(self) -> str:
        return f"{self.start.isoformat()} to {self.end.isoformat()}"


Segment = tuple[tuple[str, str], ...]
"""Pairs of dimension and value, in the order of the dimensions asked for; empty for the whole base."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One number with everything that it must not be shown without.

    Attributes:
        measure: Id in the catalogue.
        value: The number; None when it cannot be known, and then ``reason`` says why.
        unit: ``customers``, ``orders``, ``share`` (0 to 1), ``days``, ``points``, or a currency code.
        n: How many things the number rests on.
        n_of: What those things are (``customers``, ``orders``, ``answers``, ``opportunities`` …).
        period: The days it covers.
        segment: Which part of the base, empty for all of it.
        low: Lower end of the interval; None for a counted figure.
        high: Upper end of the interval; None for a counted figure.
        method: How the interval was made (``Wilson, 95%``), or ``counted``.
        definition: One sentence a board member understands.
        fingerprint: 16 hexadecimal digits that name the query; the snapshot keeps the text under this name.
        reason: Why there is no value.
    """

    measure: str
    value: float | None
    unit: str
    n: int
    n_of: str
    period: Period
    segment: Segment = ()
    low: float | None = None
    high: float | None = None
    method: str = "counted"
    definition: str = ""
    fingerprint: str = ""
    reason: str | None = None

    @property
    def key(self) -> tuple[str, Segment, str]:
        """What a claim binds to: measure, segment and the name of the period."""
        return self.measure, self.segment, self.period.name
