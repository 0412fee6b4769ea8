"""The snapshot as a value: what a build found, frozen, with nothing of the place where it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from custrata.reckoning import Reckoning
from custrata.sources.account import Account, Caveat
from custrata.vocabulary import Period, Reading, Relationship, Segment, Stage


@dataclass(frozen=True)
class InputFile:
    """A raw file as it was when it was read; ``sha256`` is over its bytes."""

    file: str
    bytes: int
    modified_ns: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a snapshot says about itself.

    Attributes:
        fingerprint: 32 hexadecimal digits over contents; equal for equal inputs.
        company: Name for covers and titles.
        as_of: The day at which the base is cut.
        notional: Whether that day is notional because the data carry no dates.
        windows: The periods by name (``all``; ``current`` and ``previous`` when the history is long enough).
        relationship: Contractual, non-contractual, mixed or unknown.
        relationship_reason: Why, in one sentence with figures.
        currency: Code of the currency; empty when nothing says it.
        tables: Rows by canonical table, after the cut.
        loaded: Rows by canonical table before the cut; customers are not counted here.
        provided: Columns that hold data, as ``table.column``.
        account: Rows and money in, loaded, set aside.
        caveats: What was assumed or noticed.
        missing: Measures that could not be read → what they need.
        settings: The settings of the build, as plain values.
        rules: How groups were made (``rfm``, ``tiers``, ``stages``), in sentences.
        inputs: The raw files.
        mapping: Hash of the mapping's text, so that an edit is noticed.
        versions: Versions of the program and of the libraries that computed.
        seconds: Time by stage; not part of the fingerprint.
    """

    fingerprint: str
    company: str
    as_of: dt.date
    notional: bool
    windows: Mapping[str, Period]
    relationship: Relationship
    relationship_reason: str
    currency: str
    tables: Mapping[str, int]
    provided: frozenset[str]
    account: Account
    caveats: tuple[Caveat, ...]
    missing: Mapping[str, str]
    settings: Mapping[str, Any]
    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inputs: tuple[InputFile, ...] = ()
    mapping: str = ""
    loaded: Mapping[str, int] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def reckoning(self) -> Reckoning:
        """Where the company's year begins, as the build took it."""
        return Reckoning.of(self.settings)

    def who(self, reading: Reading) -> str:
        """Who is counted at the stage of a reading; empty where it is of none.

        Args:
            reading: Of this snapshot.
        """
        stage = dict(reading.segment).get("stage", "")
        return self.stage_means(stage) if stage else ""

    def definition_of(self, reading: Reading) -> str:
        """What a reading means, and who is counted at its stage where it is of one.

        Args:
            reading: Of this snapshot.
        """
        return " ".join(said for said in (reading.definition, self.who(reading)) if said)

    def stage_means(self, stage: str) -> str:
        """Who is counted at a stage, and who is not though its criterion holds: stages have an order.

        Args:
            stage: Name of the stage.

        Returns:
            One sentence for each set of rules; empty where no rule names the stage.
        """
        said: list[str] = []
        before: list[str] = []
        newcomers = ""
        for rule in self.rules.get("stages", ()):
            name, _, criterion = rule.partition(": ")
            if name not in _STAGES:
                continue
            if name == Stage.ACQUISITION:  # with it every set of rules begins
                before, newcomers = [], ""
            if name == Stage.ONBOARDING:
                newcomers = criterion
            if name == stage:
                aside = f"; who is at {_either(before)} is not counted" if before else ""
                if name in _SILENT and Stage.ONBOARDING in before and newcomers:
                    aside += f" (onboarding: {newcomers})"
                said.append(f"{criterion[:1].upper()}{criterion[1:]}{aside}.")
            elif name not in before:
                before.append(name)
        return " ".join(said)


_STAGES = frozenset(stage.value for stage in Stage)
_SILENT = frozenset({Stage.AT_RISK.value, Stage.LAPSED.value})
"""Stages of silence, from which newcomers are kept apart though they may be silent as long."""


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


@dataclass(frozen=True)
class Snapshot:
    """Manifest and readings of one build; ``queries`` maps a reading's fingerprint to its query's text."""

    manifest: Manifest
    readings: tuple[Reading, ...]
    queries: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _by_key(self) -> dict[tuple[str, Segment, str], Reading]:
        return {reading.key: reading for reading in self.readings}

    def reading(self, measure: str, segment: Segment = (), period: str = "all") -> Reading | None:
        """The reading a claim binds to, or None when the snapshot does not hold it.

        Args:
            measure: Id in the catalogue.
            segment: Pairs of dimension and value, empty for the whole base.
            period: Name of the period: ``all``, ``current`` or ``previous``.
        """
        return self._by_key.get((measure, segment, period))

    def latest(self, measure: str) -> Reading | None:
        """The reading over the whole base that holds a value: of the current window, else of the history.

        Args:
            measure: Id in the catalogue.
        """
        found = (self.reading(measure, (), period) for period in ("current", "all"))
        return next((r for r in found if r is not None and r.value is not None), None)

    def points(self, measure: str, *dimensions: str, period: str = "all") -> tuple[Reading, ...]:
        """All readings of a measure by exactly these dimensions, in the order of the snapshot."""
        return tuple(
            r
            for r in self.readings
            if r.measure == measure
            and r.period.name == period
            and tuple(d for d, _ in r.segment) == dimensions
        )
