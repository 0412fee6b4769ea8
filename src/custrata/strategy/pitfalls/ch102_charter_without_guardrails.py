"""A channel has goals or an owner, and nothing that it must not cross to reach them.

Avoid: a charter of goals and measures alone.

Prefer: two or three lines that must not be crossed: how often one customer is written to, which discount
nobody gives, what is never promised.

Why: a channel that is judged by its number finds the way that costs customers' trust.

Mend: write what the channel must not do into `guardrails`, with the number where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for charter in document.channel_charters:
        if not charter.guardrails and _pushed(charter):
            yield PITFALL.finding(
                f"channel_charters[{charter.id}]",
                f"“{charter.channel}” has goals, and nothing that it must not cross to reach them.",
                "Write into `guardrails` what the channel must not do.",
            )


def _pushed(charter: ChannelCharter) -> bool:
    aims = any(goal.target is not None for goal in charter.goals)
    return aims or (taken(charter) and bool(charter.goals or charter.kpis or charter.role))


PITFALL = Pitfall(
    code="CH102",
    slug="charter_without_guardrails",
    title="A channel's charter has no guardrails",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
