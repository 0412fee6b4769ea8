"""More revenue is asked of a group whose share of the portfolio is to fall.

Avoid: portfolio targets and revenue targets that nobody has laid side by side.

Prefer: one table: the share of each group now and targeted, and the revenue asked of it.

Why: one of the two will be missed, and each team will point at the other number.

Mend: raise the share that is targeted, or lower the revenue target.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.foundation.business import RevenueKind
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.rejection import agreed_intent, group_by_id
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Intent

CLEARLY = 0.8
"""A share that falls by a fifth: the base would have to grow by a quarter for the group to stand still."""

MORE = frozenset({RevenueKind.NEW, RevenueKind.UPSELL, RevenueKind.CROSS_SELL})
"""Kinds of revenue that make a group larger."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for target in document.business.revenue_targets:
        group = group_by_id(document, target.group)
        if group is None or target.kind not in MORE or agreed_intent(group) is Intent.RETIRE:
            continue
        now, aim = group.share("value"), group.share_targeted.value
        if now and aim is not None and taken(group.share_targeted) and aim <= CLEARLY * now:
            yield PITFALL.finding(
                f"business.revenue_targets[{target.id}]",
                f"It asks for {target.kind.value} revenue from “{group.name}”, whose share is to fall from"
                f" {spell(now, 'share')} to {spell(aim, 'share')}.",
                "Raise the share that is targeted, or lower the revenue target.",
            )


PITFALL = Pitfall(
    code="BS103",
    slug="target_grows_shrinking_share",
    title="A revenue target grows a group that the portfolio shrinks",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
