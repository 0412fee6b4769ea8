"""Insight briefs: pains that the tables show, for all customers and for the groups that come first."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.drafting.chapters.economics import leaving_of, under_served_of
from custrata.drafting.desk import key
from custrata.drafting.papers.live import who_goes
from custrata.drafting.roles import MARKETING, SERVICE
from custrata.drafting.sketch import Sketch, called, short_id
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.papers.insight_brief import InsightBrief
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Statement

FEW_RETURNS = 0.01
"""Part of what was sold under which what comes back is no pain to speak of."""


def draft_briefs(sketch: Sketch) -> tuple[InsightBrief, ...]:
    """One brief for all, and one for each group that comes first whose figures say something of its own."""
    own = (_of_group(sketch, group) for group in sketch.leading)
    return (_of_all(sketch), *(brief for brief in own if brief is not None))


def _of_all(sketch: Sketch) -> InsightBrief:
    pen = sketch.pen
    pains: tuple[Statement, ...] = tuple(_pains(sketch))
    if not pains:
        none = "No table says what customers struggle with."
        pains = (pen.gap(none, "requests for help, refunds with a reason, or answers of customers"),)
    return InsightBrief(
        id="brief-all",
        question="What makes it hard to be our customer, and what would make one go elsewhere?",
        pains=pains,
        outcomes=(
            pen.gap(
                "Which outcome customers value most, and which they would do without, is not known.",
                _survey(sketch),
            ),
        ),
        triggers=_triggers(sketch),
        would_change="Interviews in which customers name another pain first, or a cause of these figures.",
        owner=Owner(role=MARKETING),
    )


def _triggers(sketch: Sketch) -> tuple[Statement, ...]:
    """The kind of customer that goes, where figures tell it; why they go has to be asked."""
    told = who_goes(sketch.pen)
    why = sketch.pen.gap("What makes customers look elsewhere is not known.", _reasons(sketch))
    return (told, why) if told else (why,)


def _survey(sketch: Sketch) -> str:
    if sketch.has("feedback"):
        return "a survey of needs, or the analysis of one that is on record, which Custrata does not give yet"
    return "a survey of needs with importance and satisfaction for each"


def _reasons(sketch: Sketch) -> str:
    given = [
        words
        for column, words in (
            ("subscriptions.end_reason", "reasons for ending a contract"),
            ("opportunities.reason", "reasons why deals were lost"),
        )
        if sketch.provides(column)
    ]
    if given:
        return f"the analysis of {' and '.join(given)}, which are on record"
    return "reasons of those who left, asked within a week of their going"


def _pains(sketch: Sketch) -> Iterator[Claim]:
    """Pains that figures show, each with how many it concerns."""
    for found in (_returned(sketch), _asked(sketch), _unhappy(sketch), _silent(sketch)):
        if found is not None:
            yield found


def _returned(sketch: Sketch) -> Claim | None:
    desk, rate = sketch.desk, sketch.desk.figure("rate", "refund_rate")
    if rate is None or (rate.value or 0.0) < FEW_RETURNS:
        return None
    return sketch.pen.claim(
        "In {n|order|orders}, {share} of all, something was given back.",
        desk.figure("n", "refund_orders"),
        desk.figure("share", "refund_orders", over=[key("orders")], unit="share"),
        topic="pain",
    )


def _asked(sketch: Sketch) -> Claim | None:
    desk = sketch.desk
    return sketch.pen.claim(
        f"In {desk.this_year} customers asked for help {{n|time|times}}, {{each}} for each of them.",
        desk.figure("n", "tickets", period="current", unit="times"),
        desk.figure("each", "tickets_per_customer", period="current"),
        topic="pain",
    )


def _unhappy(sketch: Sketch) -> Claim | None:
    desk = sketch.desk
    now, before = (desk.figure(n, "nps", period=p) for n, p in (("now", "current"), ("before", "previous")))
    if now is None or before is None or (now.value or 0.0) >= (before.value or 0.0):
        return None
    return sketch.pen.claim(
        f"The balance of those who would recommend us fell from {{before}} in {desk.year_before} to {{now}}.",
        now,
        before,
        topic="pain",
    )


def _silent(sketch: Sketch) -> Claim | None:
    desk = sketch.desk
    if desk.slow:
        return None
    went = "left" if desk.by_contract else "did not come back"
    text = f"{{n|customer|customers}} of {desk.year_before} {went} in {desk.this_year}"
    why = ", for reasons that are not on record" if _reasons(sketch).startswith("reasons of") else ""
    lost = desk.figure("n", "lost_customers", period="current")
    return sketch.pen.claim(f"{text}{why}.", lost, topic="pain") if lost and lost.value else None


def _of_group(sketch: Sketch, group: CustomerGroup) -> InsightBrief | None:
    desk, segment = sketch.desk, group.segment
    left, all_left = desk.value("customer_churn_rate", segment), desk.value("customer_churn_rate")
    worse = left is not None and all_left is not None and left > all_left
    found = (
        leaving_of(sketch.pen, segment) if worse else None,
        under_served_of(sketch.pen, segment),
    )
    pains = tuple(p for p in found if p is not None)
    if not pains:
        return None
    return InsightBrief(
        id=f"brief-{short_id(group)}",
        group=group.id,
        question=f"What would {called(group)} miss, and what do they put up with?",
        pains=pains,
        would_change=f"Ten interviews with {called(group)} that point elsewhere.",
        owner=Owner(role=SERVICE),
    )
