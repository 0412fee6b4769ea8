"""Goals and initiatives of the first draft, from what matters most in the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from custrata.drafting.findings import FindingSentence
from custrata.drafting.findings.movement import ENOUGH_KEPT
from custrata.drafting.pen import Pen
from custrata.drafting.roles import FINANCE, keeper, winner
from custrata.drafting.running.first_steps import first_step
from custrata.drafting.separation import named_together
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import Intent, Stage

MOST_GOALS = 3
"""A draft proposes fewer goals than the four that a company can carry, so that one is left for the board."""


NEARLY_ALL = 0.95
"""Share of customers who came back from which no goal asks for more of them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What several findings call for together.

    Attributes:
        id: Name of the theme.
        topics: Topics of findings that call for it.
        goal: The goal, worded customer first.
        initiative: What is done first.
        leading: Measures that move early.
        lagging: Measures that sum up.
        stages: Stages that it touches.
        belief: What it takes for granted.
        stop: What is stopped when the belief fails.
        role: Who suggests themselves.
    """

    id: str
    topics: tuple[str, ...]
    goal: str
    initiative: str
    leading: tuple[str, ...]
    lagging: tuple[str, ...]
    stages: tuple[Stage, ...]
    belief: str
    stop: str
    role: str = "keeper"


THEMES = (
    Theme(
        "keep",
        (
            "retention",
            "churn",
            "churn_by_attribute",
            "movement",
            "customers_kept",
            "at_risk",
            "lapsed",
            "contracts_ended",
            "under_served",
            "tier_moves",
        ),
        "Customers get enough out of us that they stay; revenue from customers we have holds.",
        "Reach customers as their silence grows or their contract nears its end, those who bring most first, "
        "and keep a random tenth aside to see what it changes.",
        ("days_since_last_order", "usage_frequency"),
        ("logo_retention", "net_revenue_retention"),
        (Stage.AT_RISK, Stage.LAPSED),
        "Customers leave or fall silent for reasons that we can change.",
        "Stop paying for contact with customers at risk; ask for reasons instead.",
    ),
    Theme(
        "widen",
        ("tiers", "worth_by_attribute", "acquisition", "concentration"),
        "Customers who gain most from us find more that helps them; their part of revenue rises.",
        "Make one offer out of what customers do not buy yet, and try it on some of them first.",
        ("category_breadth", "upgrade_rate"),
        ("net_revenue_retention", "expansion_revenue_share"),
        (Stage.ADOPTION, Stage.EXPANSION),
        "Customers who gain most from us have needs that we could serve and do not.",
        "Stop the programme, and keep what these customers have today.",
    ),
    Theme(
        "repair",
        ("served_at_a_loss", "serving_cost", "losing_category", "discounts", "refunds"),
        "Customers pay a price they find fair for what they get; no group is served at a loss unnoticed.",
        "Go through the customers, products and discounts that lose most with those who sell them.",
        ("discount_share", "refund_rate"),
        ("gross_margin_rate", "loss_making_customers"),
        (Stage.ADOPTION,),
        "Customers served at a loss stay when price or service changes, or are not missed.",
        "Undo the change of price for the customers it drives away.",
        FINANCE,
    ),
    Theme(
        "begin",
        ("repeat", "cohort"),
        "New customers soon find a reason to come back; more first orders become a habit.",
        "Write to new customers within the usual gap between orders, and test what brings them back.",
        ("time_to_first_value", "new_customers"),
        ("repeat_rate", "cohort_retention"),
        (Stage.ONBOARDING,),
        "What customers meet in the weeks after the first order decides whether they come back.",
        "Stop the messages after the first order; look at whom we win instead.",
    ),
    Theme(
        "win",
        ("win_rate", "open_pipeline", "sales_cycle"),
        "Prospects we can help learn so early; fewer hours go into deals that fit neither side.",
        "Write down whom we win with, and turn away what does not fit at the first meeting.",
        ("qualified_pipeline", "sales_cycle_days"),
        ("win_rate", "won_revenue"),
        (Stage.ACQUISITION,),
        "Deals that we win have something in common that can be seen at the start.",
        "Go back to working every opportunity alike.",
        "winner",
    ),
    Theme(
        "know",
        ("anonymous_revenue",),
        "Buyers have a reason to tell us who they are; we stop treating regulars as strangers.",
        "Offer something worth having for being known at the till or in the basket.",
        ("anonymous_orders",),
        ("anonymous_revenue",),
        (Stage.ACQUISITION, Stage.ONBOARDING),
        "Buyers without a record are like those we know.",
        "Stop the offer; keep counting these buyers apart.",
    ),
    Theme(
        "serve",
        ("satisfaction", "recommendation", "service"),
        "Customers who need help get it quickly and once; more of them would recommend us.",
        "Call back those who gave the lowest answers within a week, and tag what they say by theme.",
        ("first_response_hours", "csat"),
        ("nps", "logo_retention"),
        (Stage.ADOPTION, Stage.ADVOCACY),
        "Customers who are unhappy leave more often.",
        "Stop chasing the answer; look at what customers do.",
    ),
)


def called_for(findings: Sequence[FindingSentence]) -> tuple[Theme, ...]:
    """The themes that the findings call for, the most important first, at most three."""
    by_topic = {topic: theme for theme in THEMES for topic in theme.topics}
    calls = [f for f in findings if not _a_habit(f) and not holds(f)]
    ordered = dict.fromkeys(t.id for f in calls if (t := by_topic.get(f.topic)) is not None)
    by_id = {theme.id: theme for theme in THEMES}
    return tuple(by_id[name] for name in ordered)[:MOST_GOALS]


def _a_habit(finding: FindingSentence) -> bool:
    """Whether a finding says that nearly all come back: nothing is left to improve."""
    return finding.topic == "repeat" and (finding.figures[0].value or 0.0) >= NEARLY_ALL


def holds(finding: FindingSentence) -> bool:
    """Whether a finding says that customers bring as much as before: that asks for no goal to keep them."""
    return finding.topic == "retention" and (finding.figures[0].value or 0.0) >= ENOUGH_KEPT


def draft_goals(
    pen: Pen, themes: Sequence[Theme], claims: Mapping[str, str], groups: Sequence[CustomerGroup]
) -> tuple[Goal, ...]:
    """One goal a theme.

    Args:
        pen: The pen.
        themes: What is called for.
        claims: Ids of the claims on findings, by topic.
        groups: The customer groups.
    """
    return tuple(
        Goal(
            id=f"goal-{theme.id}",
            statement=pen.proposal(goal_of(pen, theme), role_of(pen, theme)),
            leading=_leading(pen, theme),
            lagging=theme.lagging,
            groups=_groups(theme, groups),
            rests_on=tuple(claims[t] for t in theme.topics if t in claims and not _well(pen, t)),
            owner=Owner(role=role_of(pen, theme)),
        )
        for theme in themes
    )


def _well(pen: Pen, topic: str) -> bool:
    kept = pen.desk.value("net_revenue_retention", period="current")
    return topic == "retention" and kept is not None and kept >= ENOUGH_KEPT


INVOICED = ("nps", "csat", "first_response_hours", "tickets_per_customer")
"""What moves early where orders are invoices, so that days since the last one tell nothing."""


def _leading(pen: Pen, theme: Theme) -> tuple[str, ...]:
    if not pen.desk.invoiced or "days_since_last_order" not in theme.leading:
        return theme.leading
    early = next((m for m in INVOICED if pen.desk.value(m) is not None), None)
    kept = tuple(m for m in theme.leading if m != "days_since_last_order")
    return kept if early is None else (early, *kept)


def draft_initiatives(
    pen: Pen, themes: Sequence[Theme], groups: Sequence[CustomerGroup]
) -> tuple[Initiative, ...]:
    """One initiative a theme."""
    return tuple(_initiative(pen, theme, groups) for theme in themes)


def _initiative(pen: Pen, theme: Theme, groups: Sequence[CustomerGroup]) -> Initiative:
    text, figures = first_step(pen.desk, theme, groups)
    return Initiative(
        id=f"initiative-{theme.id}",
        statement=pen.proposal(text, role_of(pen, theme), *figures),
        goal=f"goal-{theme.id}",
        groups=_groups(theme, groups),
        stages=theme.stages,
        owner=Owner(role=role_of(pen, theme)),
    )


NO_MARGIN = {
    "goal": "Customers pay a price they find fair for what they get; no discount is given without a reason.",
    "belief": "Customers whom we want stay when a discount changes, or when we mend what they give back.",
}
"""The theme ``repair`` where no cost is known, so that nobody can be said to be served at a loss."""


def goal_of(pen: Pen, theme: Theme) -> str:
    """The goal of a theme; nothing on losses where no margin is known."""
    return NO_MARGIN["goal"] if _blind(pen, theme) else theme.goal


def belief_of(pen: Pen, theme: Theme) -> str:
    """What a theme takes for granted; nothing on losses where no margin is known."""
    return NO_MARGIN["belief"] if _blind(pen, theme) else theme.belief


def _blind(pen: Pen, theme: Theme) -> bool:
    return theme.id == "repair" and pen.desk.value("gross_margin") is None


def role_of(pen: Pen, theme: Theme) -> str:
    """The role that suggests itself for a theme."""
    if theme.role == "keeper":
        return keeper(pen.desk)
    return winner(pen.desk) if theme.role == "winner" else theme.role


def _groups(theme: Theme, groups: Sequence[CustomerGroup]) -> tuple[str, ...]:
    wanted = {"widen": Intent.GROW, "repair": Intent.RE_ENGINEER}.get(theme.id)
    return tuple(g.id for g in groups if g.intent is not None and g.intent.intent is wanted)


CHANGES: Mapping[str, str] = {
    "keep": "Less of the portfolio is lost to customers who go; what is won adds instead of refilling.",
    "repair": "The part of the portfolio that costs more than it brings becomes smaller.",
    "begin": "More of the customers won in a year are still customers in the next.",
    "win": "New customers are like the ones we would win again.",
    "know": "A larger part of revenue belongs to customers whom we know.",
    "serve": "More customers are such that they would bring another.",
}
"""What changes in the portfolio, by theme."""


def with_outcomes(goals: Sequence[Goal], groups: Sequence[CustomerGroup]) -> tuple[Goal, ...]:
    """The goals with the customer outcome that each brings nearer and what changes in the portfolio."""
    return tuple(
        goal.model_copy(
            update={
                "outcome": goal.id.replace("goal-", "outcome-", 1),
                "portfolio_change": _change(goal, groups),
            }
        )
        for goal in goals
    )


def _change(goal: Goal, groups: Sequence[CustomerGroup]) -> str:
    theme = goal.id.removeprefix("goal-")
    grown = [g.segment for g in groups if g.intent is not None and g.intent.intent is Intent.GROW]
    if theme == "widen" and grown:
        return f"The share of {named_together(grown)} rises; that of groups which bring least falls."
    return CHANGES.get(theme, "The part of customers who bring more than their number rises.")
