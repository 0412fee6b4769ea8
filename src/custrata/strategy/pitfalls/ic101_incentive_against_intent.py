"""People are paid for something that pulls against the strategy.

Avoid: pay for signatures while the intents are to keep, or pay for short calls while service is to cost
customers less effort.

Prefer: pay for what the goal measures: customers who are still there, or who were helped the first time.

Why: what is paid is done; a strategy that says otherwise is a speech.

Mend: change the measure on which it is paid, or the intent that it pulls against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.steering.objective import Incentive
from custrata.strategy.pitfalls.agreement import meant, taken
from custrata.strategy.pitfalls.families import EFFORT, NEW_BUSINESS, RETENTION
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.rejection import agreed_intent, group_by_id
from custrata.vocabulary import Intent

HANDLE_TIME = re.compile(
    r"\b(handl\w+ time|call length|length of calls?"
    r"|(tickets|calls|cases) (closed |handled |solved )?(per|an|a|each) (hour|day))\b",
    re.IGNORECASE,
)
"""Words for pay by speed."""

KEEPING = frozenset({Intent.MAINTAIN, Intent.RE_ENGINEER, Intent.RETIRE})
"""Intents that new customers do nothing for."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for incentive in document.incentives:
        if not meant(incentive.statement, incentive):
            continue
        against = _against_keeping(document, incentive) or _against_effort(document, incentive)
        if against:
            yield PITFALL.finding(
                f"incentives[{incentive.id}]",
                f"{incentive.team} is paid {against}.",
                "Pay for what the strategy asks for, or change what it asks for.",
            )


def _against_keeping(document: Document, incentive: Incentive) -> str:
    if incentive.measure not in NEW_BUSINESS or _serves_growth(document, incentive):
        return ""
    first = {
        intent
        for group in document.groups
        if group.intent is not None and group.intent.emphasised
        for intent in [agreed_intent(group)]
        if intent is not None
    }
    if first and first <= KEEPING:
        return "for new business, while the intents that come first are to keep and to change"
    named = [{*goal.leading, *goal.lagging} for goal in document.goals if taken(goal)]
    if named and all(measures and measures <= RETENTION for measures in named):
        return "for new business, while every goal is to keep customers"
    return ""


def _serves_growth(document: Document, incentive: Incentive) -> bool:
    served = (group_by_id(document, name) for name in incentive.serves)
    return any(agreed_intent(group) is Intent.GROW for group in served)


def _against_effort(document: Document, incentive: Incentive) -> str:
    if not HANDLE_TIME.search(incentive.statement.text):
        return ""
    goals = (name for goal in document.goals if taken(goal) for name in (*goal.leading, *goal.lagging))
    standards = (standard.effort_measure for standard in document.service_standards)
    if EFFORT.intersection((*goals, *standards)):
        return "for speed, while service is to cost customers less effort"
    return ""


PITFALL = Pitfall(
    code="IC101",
    slug="incentive_against_intent",
    title="An incentive pulls against an intent or a service goal",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
