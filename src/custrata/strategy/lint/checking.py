"""All checks of a strategy, in one call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Judged, Known, Readings, Severity
from custrata.strategy.lint.registry import all_pitfalls
from custrata.strategy.lint.suppressing import Suppressed, divided
from custrata.strategy.watching import Remembered

if TYPE_CHECKING:  # Pitfalls import findings of this package: at run time that would be a circle.
    from custrata.strategy.pitfalls.pitfall import Pitfall

_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        findings: What is told: errors first, then warnings, then notes.
        suppressed: What the company lets stand, in the same order.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()


def checked(
    document: Document,
    evidence: Iterable[Judged] = (),
    measures: Collection[str] = (),
    readings: Readings | None = None,
    on: dt.date | None = None,
    remembered: Remembered | None = None,
) -> Checked:
    """Look for every pitfall in a document; no finding is lost.

    Args:
        document: The strategy.
        evidence: How its claims stand; nothing is said of claims when it is empty.
        measures: Ids of the catalogue; unknown measures are not looked for when it is empty.
        readings: Where numbers are looked up; pitfalls that need them are silent without.
        on: The day of the check, after which suppressions may have run out; None when no day is known.
        remembered: What was found in earlier revisions beside the same readings.
    """
    judged = tuple(evidence)
    known = Known({one.claim_id: one for one in judged}, measures, readings, on)
    asked = [p for p in all_pitfalls() if not p.needs_data or _data_are_there(known)]
    keep = remembered or Remembered()

    def findings(of: Iterable[Pitfall], known: Known) -> list[Finding]:
        beside = (judged, measures, readings, on, known.found)
        return [f for p in of for f in keep(p.code, document, _looking(p, known), *beside)]

    found = findings([p for p in asked if not p.last], known)
    found += findings([p for p in asked if p.last], replace(known, found=tuple(found)))
    found.sort(key=lambda finding: _ORDER.index(finding.severity))
    return Checked(*divided(found, document.suppressions, on))


def lint(
    document: Document,
    evidence: Iterable[Judged] = (),
    measures: Collection[str] = (),
    readings: Readings | None = None,
    on: dt.date | None = None,
) -> tuple[Finding, ...]:
    """The findings that are told, as ``checked`` gives them, without those that are let stand.

    Example:
        >>> from custrata.strategy.document import Document, Horizon
        >>> lint(Document(schema_version=2, company="A", horizon=Horizon(months=120)))[0].code
        'HO101'
    """
    return checked(document, evidence, measures, readings, on).findings


def _looking(pitfall: Pitfall, known: Known) -> Callable[[Document], tuple[Finding, ...]]:
    return lambda document: tuple(pitfall.find(document, known))


def _data_are_there(known: Known) -> bool:
    return bool(known.readings is not None or known.evidence or known.measures)
