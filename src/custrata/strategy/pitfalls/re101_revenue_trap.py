"""Much revenue comes from customers whom the strategy does not want, and it asks for more of it.

Avoid: celebrating large accounts outside the profile, and putting a target on them.

Prefer: a target on those who fit, and a plan for how the others are changed or let go.

Why: such customers take service and change the product, and leave sooner; the target makes everyone hold on
to them.

Mend: take the target off the group, or change its intent and say why it fits after all.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Readings, Severity
from custrata.strategy.parts.foundation.business import RevenueKind
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.certainty import sure
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.rejection import agreed_intent, disqualifying
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Intent

LARGE = 0.15
"""From this share of revenue on, letting a group go hurts enough to tempt."""

MORE = frozenset({RevenueKind.NEW, RevenueKind.UPSELL, RevenueKind.CROSS_SELL})
"""Kinds of revenue target that ask for more."""

ROUNDING = 0.005
"""Shares are written in whole hundredths."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None:
        return
    for group in document.groups:
        share = _share(known.readings, group)
        because = _unwanted(document, group)
        asks = _asks(document, group) if because and share >= LARGE else ""
        if asks:
            yield PITFALL.finding(
                f"groups[{group.id}]",
                f"“{group.name}” brings {spell(share, 'share')} of revenue; {because}, and {asks}.",
                "Take the target off it, or change its intent and say why it fits.",
            )


def _share(readings: Readings, group: CustomerGroup) -> float:
    dimensions = tuple(dimension for dimension, _ in group.segment)
    for period in ("current", "all"):
        points = readings.points("revenue", *dimensions, period=period) if dimensions else ()
        whole = sum(point.value or 0.0 for point in points)
        own = next((point for point in points if point.segment == group.segment), None)
        if own is not None and sure(own) and whole > 0:
            return (own.value or 0.0) / whole
    return 0.0


def _unwanted(document: Document, group: CustomerGroup) -> str:
    if disqualifying(document, group):
        return "a profile turns it away"
    intent = agreed_intent(group)
    return "it is to be retired" if intent is Intent.RETIRE else ""


def _asks(document: Document, group: CustomerGroup) -> str:
    if any(t.group == group.id and t.kind in MORE for t in document.business.revenue_targets):
        return "a revenue target asks for more from it"
    now, aim = group.share("value"), group.share_targeted.value
    if now is not None and aim is not None and aim > now + ROUNDING and taken(group.share_targeted):
        return "its share of the portfolio is to rise"
    return ""


PITFALL = Pitfall(
    code="RE101",
    slug="revenue_trap",
    title="More revenue is asked of customers whom the strategy turns away",
    severity=Severity.WARNING,
    find=_find,
    needs_data=True,
)
"""This mistake."""
