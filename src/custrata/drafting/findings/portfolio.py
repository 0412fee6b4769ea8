"""Findings on how worth is spread over customers: tiers, concentration, customers served at a loss."""

from __future__ import annotations

from custrata.drafting.desk import Desk, key, nameless
from custrata.drafting.findings.sentence import FindingSentence, known
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Tier

FEW_CUSTOMERS = 20
"""Up to this many customers ten of them are no concentration but the base."""

TEN_ARE_MANY = 0.20
"""Share of the ten largest from which a base is concentrated."""

ONE_IS_MUCH = 0.05
"""Share of the largest customer from which losing it is an event of its own."""


def top_tiers(desk: Desk) -> FindingSentence | None:
    """The top two tiers and what they earn."""
    measure = desk.worth_by_tier
    if not measure:
        return None
    over, of_customers = desk.keys(measure, "tier"), desk.keys("customers", "tier")
    platinum, gold = (("tier", Tier.PLATINUM.value),), (("tier", Tier.GOLD.value),)
    earned = desk.figure("earned", measure, platinum, plus=[key(measure, gold)], over=over)
    size = desk.figure("size", "customers", platinum, plus=[key("customers", gold)], over=of_customers)
    figures = known((earned, size))
    if figures is None or not figures[0].value:
        return None
    worth = desk.figure("stake", measure, platinum, plus=[key(measure, gold)])
    flat = desk.flat_tiers
    verb = "earn only" if flat else "earn"
    rest = "; the rest costs some" if figures[0].value > 1 and not desk.anonymous else ""
    return FindingSentence(
        topic="tiers",
        block="business_context",
        title=f"The top two tiers {verb} {{earned}} of {desk.noun_of(measure)} "
        f"with {{size}} of customers{rest}",
        figures=figures,
        consequence="No few customers carry the business: serve all alike until something tells them apart."
        if flat
        else "Give these customers named owners and proactive service before anyone else.",
        weight=0.5 * figures[0].value,
        at_stake=worth,
    )


def concentration(desk: Desk) -> FindingSentence | None:
    """A base that leans on ten customers, or on one."""
    ten, one = desk.value("top_10_revenue_share"), desk.value("top_1_revenue_share")
    customers = desk.value("customers") or 0
    if ten is None or one is None or customers <= FEW_CUSTOMERS:
        return None
    if ten < TEN_ARE_MANY and one < ONE_IS_MUCH:
        return None
    worth = desk.figure("first", "top_customer_revenue", (("rank", "1"),))
    figures = known((desk.figure("ten", "top_10_revenue_share"), worth))
    if figures is None:
        return None
    return FindingSentence(
        topic="concentration",
        block="business_context",
        title="Ten customers bring {ten} of revenue; losing the largest would cost {first}",
        figures=figures,
        consequence="Agree a plan for each of the ten, and win more customers of middle size.",
        weight=max(ten, 3 * one),
        at_stake=worth,
    )


def served_at_a_loss(desk: Desk) -> FindingSentence | None:
    """Customers whose margin is below zero, and what they give back."""
    n, back = desk.figure("n", "loss_making_customers"), desk.figure("back", "loss_making_margin")
    total, margin = desk.figure("total", "customers"), desk.value("gross_margin")
    figures = known((n, total, back))
    if figures is None or not figures[0].value or not margin:
        return None
    given = abs((figures[2].value or 0) / margin)
    return FindingSentence(
        topic="served_at_a_loss",
        block="business_value_proposition",
        title="{n} of {total|customer|customers} brought a loss, {back} in all",
        figures=figures,
        consequence="Look at price, discount and service of these customers before selling them more.",
        weight=min(1.0, 2 * given),
        at_stake=back,
    )


def losing_category(desk: Desk) -> FindingSentence | None:
    """The category that loses most money."""
    readings = desk.snapshot.points("gross_margin", "category")
    named = [r for r in readings if r.value is not None and not nameless(r.segment[0][1])]
    worst = min(named, key=lambda r: r.value or 0.0, default=None)
    margin = desk.value("gross_margin") or 0
    if worst is None or (worst.value or 0) >= 0 or margin <= 0:
        return None
    lost = desk.figure("lost", "gross_margin", worst.segment)
    sold = desk.figure("sold", "revenue", worst.segment)
    figures = known((sold, lost))
    if figures is None:
        return None
    return FindingSentence(
        topic="losing_category",
        block="products_and_services",
        title=f"“{quotable(worst.segment[0][1])}” sells {{sold}} and earns {{lost}}",
        figures=figures,
        consequence="Set a floor for price and discount here, or take it off offer.",
        weight=min(0.6, 2 * abs(worst.value or 0) / margin),
        at_stake=lost,
    )


def anonymous(desk: Desk) -> FindingSentence | None:
    """Revenue that no known customer brings."""
    share = desk.figure("share", "anonymous_revenue", over=[key("revenue")])
    if share is None or (share.value or 0) < 0.02:
        return None
    return FindingSentence(
        topic="anonymous_revenue",
        block="insight",
        title="{share} of revenue comes from buyers nobody has a record of",
        figures=(share,),
        consequence="Give these buyers a reason to be known; no figure on customers holds for them.",
        weight=min(0.6, 1.2 * (share.value or 0)),
        at_stake=desk.figure("stake", "anonymous_revenue"),
    )
