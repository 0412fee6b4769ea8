"""Business context: how the company earns, what stands in its way, first ideas."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from custrata.drafting.chapters.goals import holds, role_of
from custrata.drafting.desk import key
from custrata.drafting.findings import FindingSentence
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.foundation.business import BusinessContext
from custrata.strategy.parts.statement import Claim, Figure, Statement
from custrata.strategy.wording.sentence import quotable

MOST_CHALLENGES = 3
"""More challenges than this are a list, not a diagnosis."""

SMALL_LOSS = 0.05
"""Part of the opening revenue under which what customers took away is no challenge."""

CHALLENGES: Mapping[str, str] = {
    "retention": "Before the business grows, {stake}{each} must be won again that customers took away "
    "by leaving or by buying less.",
    "churn_by_attribute": "Customers of the kind that leaves most often stand for {stake} of {noun}.",
    "at_risk": "{stake} came from customers whose silence grows; why it grows is not on record.",
    "lapsed": "{stake} came from customers who have been silent for long; why is not on record.",
    "served_at_a_loss": "Some customers leave a result of {stake}, which the others have to cover.",
    "losing_category": "All that is sold of “{category}” comes to {stake} after cost.",
    "anonymous_revenue": "{stake} comes from buyers whom nobody can thank, ask or win back.",
    "concentration": "{stake} has come from the largest customer alone.",
    "under_served": "{stake|customer has|customers have} reason to go: they give much and get little.",
}
"""What a finding means for the business, said of the money or the customers at stake."""

HUNCHES: Mapping[str, str] = {
    "keep": "Those who leave have told somebody before; we do not hear it where it counts.",
    "widen": "Customers who gain most from us buy elsewhere some of what we could sell them.",
    "repair": "Those who sell do not see what a customer costs once the sale is made.",
    "begin": "Many first orders are won with an offer that brings customers who want only the offer.",
    "win": "Deals are lost at the first meeting more often than at the last.",
    "know": "Buyers would say who they are if they got something for it at once.",
    "serve": "A few causes make most of the work, and those who could remove them never hear of it.",
}
"""First ideas that no measure can tell yet, by theme."""


def draft_business(sketch: Sketch) -> BusinessContext:
    """What the data say of the business; goals and money of the plan stand as gaps."""
    pen = sketch.pen
    return BusinessContext(
        model=_model(sketch),
        goals=(
            pen.gap(
                "What the business plan expects of customers over the next year is not known.",
                "the business plan: growth, margin and markets that it counts on",
            ),
        ),
        financial_priorities=(
            pen.gap(
                "Whether growth, margin or cash comes first when they pull apart is not known.",
                "a decision of the head of finance and the chief executive",
            ),
        ),
        challenges=_challenges(sketch),
        finance_model=(
            pen.gap(
                "Which customers and products make up the forecast of finance is not known.",
                f"the forecast of finance, by customer group and product{_targets(sketch)}",
            ),
        ),
        hunches=tuple(pen.proposal(HUNCHES[t.id], role_of(pen, t)) for t in sketch.themes),
    )


def _targets(sketch: Sketch) -> str:
    if not sketch.has("targets"):
        return ""
    return "; the table of targets is read, and no measure holds its numbers yet"


def _model(sketch: Sketch) -> Statement:
    pen, desk = sketch.pen, sketch.desk
    return (
        _by_contract(sketch)
        or _by_order(sketch)
        or _by_deal(sketch)
        or pen.gap(
            "How the company earns cannot be read from its data.",
            "a table of orders, of contracts or of opportunities"
            if desk.worth == "customers"
            else "orders with dates, or contracts with prices",
        )
    )


def _by_contract(sketch: Sketch) -> Claim | None:
    desk = sketch.desk
    if not desk.by_contract:
        return None
    return sketch.pen.claim(
        "The company earns by contract: what runs today brings {mrr} a month.",
        desk.figure("mrr", "mrr"),
        topic="business_model",
    )


def _by_order(sketch: Sketch) -> Claim | None:
    desk = sketch.desk
    if desk.worth != "revenue":
        return None
    each = desk.figure("each", "average_order_value")
    new = desk.figure("new", "new_revenue", period="current", over=[key("closing_revenue", (), "current")])
    full = sketch.pen.claim(
        f"The company earns order by order, {{each}} at a time on average; customers won in {desk.this_year} "
        "brought {new} of its revenue.",
        each,
        new if new and 0 < (new.value or 0.0) <= 1 else None,
        topic="business_model",
    )
    return full or sketch.pen.claim(
        "The company earns order by order, {each} at a time on average.", each, topic="business_model"
    )


def _by_deal(sketch: Sketch) -> Claim | None:
    desk = sketch.desk
    won, rate = desk.figure("won", "won_revenue"), desk.figure("rate", "win_rate")
    text = "The company earns by deals: it won {rate} of those decided, worth {won}."
    return sketch.pen.claim(text, rate, won, topic="business_model")


def _challenges(sketch: Sketch) -> tuple[Statement, ...]:
    found = (_challenge(sketch, f) for f in sketch.findings)
    told: tuple[Statement, ...] = tuple(islice((c for c in found if c is not None), MOST_CHALLENGES))
    if told:
        return told
    none = "What stands most in the way of customers cannot be told from these data."
    return (sketch.pen.gap(none, "a longer history, or service and feedback beside it"),)


def _challenge(sketch: Sketch, finding: FindingSentence) -> Claim | None:
    text, stake = CHALLENGES.get(finding.topic), finding.at_stake
    if text is None or stake is None or not stake.value:
        return None
    if finding.topic == "retention" and (holds(finding) or _small(sketch, stake)):
        return None
    if finding.topic == "churn_by_attribute" and abs(stake.value) < SMALL_LOSS * _all(sketch, stake):
        return None
    text = text.replace("{each}", " a month" if sketch.desk.by_contract else "")
    text = text.replace("{noun}", sketch.desk.noun_of(stake.measure))
    if stake.segment:
        text = text.replace("{category}", quotable(stake.segment[0][1]))
    return sketch.pen.claim(text, stake.model_copy(update={"name": "stake"}), topic="challenge")


def _all(sketch: Sketch, stake: Figure) -> float:
    """The measure of a stake over the whole base."""
    return sketch.desk.value(stake.measure) or 0.0


def _small(sketch: Sketch, stake: Figure) -> bool:
    """Whether what was lost is too small a part of what was there to stand in the way."""
    opening = sketch.desk.value("opening_revenue", period="current")
    return opening is not None and abs(stake.value or 0.0) < SMALL_LOSS * opening
