"""Findings that the company lets stand: which suppressions count, and what each of them covers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from custrata.strategy.lint.finding import Finding
from custrata.strategy.parts.steering.suppression import Suppression

OF_SUPPRESSIONS = "SU"
"""Letters of the findings about suppressions themselves; those cannot be suppressed."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is let stand, and what lets it stand."""

    finding: Finding
    suppression: Suppression


def run_out(suppression: Suppression, on: dt.date | None) -> bool:
    """Whether the last day of a suppression has passed at a day; without a day it has not."""
    return suppression.until is not None and on is not None and on > suppression.until


def counts(suppression: Suppression, on: dt.date | None) -> bool:
    """Whether a suppression holds: a person answers for it, and it has not run out."""
    return suppression.owner.assigned and not run_out(suppression, on)


def covers(suppression: Suppression, finding: Finding) -> bool:
    """Whether a suppression speaks of a finding: the same code, at its place or inside it."""
    if suppression.code != finding.code or finding.code.startswith(OF_SUPPRESSIONS):
        return False
    inside = (f"{suppression.place}.", f"{suppression.place}[")
    return suppression.place in ("", finding.place) or finding.place.startswith(inside)


def divided(
    found: Iterable[Finding], suppressions: Iterable[Suppression], on: dt.date | None
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Findings that are told, and those that are let stand; every finding is in one of the two.

    Args:
        found: All findings.
        suppressions: What the company lets stand.
        on: The day of the check.
    """
    standing = [s for s in suppressions if counts(s, on)]
    told: list[Finding] = []
    let_stand: list[Suppressed] = []
    for finding in found:
        reason = next((s for s in standing if covers(s, finding)), None)
        if reason is None:
            told.append(finding)
        else:
            let_stand.append(Suppressed(finding, reason))
    return tuple(told), tuple(let_stand)
