"""A revenue target lies on a group that is to be retired.

Avoid: a plan of finance and a customer strategy that were written in different rooms.

Prefer: targets on groups to grow, and a plan of how revenue of retired groups runs out.

Why: sales will serve the target and the intent will never happen.

Mend: move the target to a group that stays, or change the intent.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.foundation.business import RevenueKind
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.rejection import agreed_intent, group_by_id
from custrata.vocabulary import Intent

MORE = frozenset({RevenueKind.NEW, RevenueKind.UPSELL, RevenueKind.CROSS_SELL})
"""Kinds that ask for more; revenue may still be kept until the last customer has gone."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for target in document.business.revenue_targets:
        group = group_by_id(document, target.group)
        if group is not None and target.kind in MORE and agreed_intent(group) is Intent.RETIRE:
            yield PITFALL.finding(
                f"business.revenue_targets[{target.id}]",
                f"It asks for {target.kind.value} revenue from “{group.name}”, which is to be retired.",
                "Move it to a group that stays, or change the intent.",
            )


PITFALL = Pitfall(
    code="BS102",
    slug="target_on_retired_group",
    title="A revenue target lies on a group that is to be retired",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
