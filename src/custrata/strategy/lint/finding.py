"""A finding of the linter, and what it may be told of the data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from custrata.vocabulary import EvidenceState, Reading, Segment


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        code: Two letters and three digits; never changes its meaning.
        severity: Error and warning fail a check, a note does not.
        place: Path in the document.
        message: What is wrong, in one sentence.
        mend: What to do about it.
    """

    code: str
    severity: Severity
    place: str
    message: str
    mend: str


class Judged(Protocol):
    """How a claim stands against the data, as far as the linter needs it."""

    @property
    def claim_id(self) -> str:
        """Id of the claim."""
        ...

    @property
    def state(self) -> EvidenceState:
        """Its state."""
        ...

    @property
    def reason(self) -> str:
        """Why, in a sentence."""
        ...

    @property
    def values(self) -> Mapping[str, float | None]:
        """Today's numbers by figure name."""
        ...


class Readings(Protocol):
    """Where readings are looked up; a snapshot is one."""

    def reading(self, measure: str, segment: Segment = (), period: str = "all") -> Reading | None:
        """The reading, or None."""
        ...

    def points(self, measure: str, *dimensions: str, period: str = "all") -> tuple[Reading, ...]:
        """Readings by the values of dimensions."""
        ...


@dataclass(frozen=True)
class Known:
    """What the linter is told of the data.

    Attributes:
        evidence: How each claim stands, by id; empty when there are no data at hand.
        measures: Ids of the catalogue; empty when there is no catalogue at hand.
        readings: Where numbers are looked up; None when there are no data at hand.
        on: The day of the check; None when no day is known.
        found: What the pitfalls before have found; empty but for those that come last.
    """

    evidence: Mapping[str, Judged] = field(default_factory=dict)
    measures: Collection[str] = ()
    readings: Readings | None = None
    on: dt.date | None = None
    found: Sequence[Finding] = ()
