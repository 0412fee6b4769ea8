"""All checks of a strategy, in one call."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint import choices, claims
from custrata.strategy.lint.finding import Finding, Judged, Known, Severity

CHECKS: tuple[Callable[[Document, Known], Iterator[Finding]], ...] = (
    claims.standing,
    claims.bound,
    claims.spelled_out,
    choices.measures,
    choices.addressed,
    choices.group_shares,
    choices.tier_shares,
    choices.emphasis,
    choices.goals,
    claims.owned,
    claims.open_gaps,
)
"""One mistake each."""

_ORDER = tuple(Severity)


def lint(
    document: Document, evidence: Iterable[Judged] = (), measures: Collection[str] = ()
) -> tuple[Finding, ...]:
    """The findings of a document: errors first, then warnings, then notes.

    Args:
        document: The strategy.
        evidence: How its claims stand; nothing is said of claims when it is empty.
        measures: Ids of the catalogue; unknown measures are not looked for when it is empty.
    """
    known = Known({judged.claim_id: judged for judged in evidence}, measures)
    found = [finding for check in CHECKS for finding in check(document, known)]
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))
