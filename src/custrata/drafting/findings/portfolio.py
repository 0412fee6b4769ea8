"""Findings on how worth is spread over customers: tiers, concentration, customers served at a loss."""

from __future__ import annotations

from custrata.drafting.desk import UNKNOWN, Desk, key, nameless
from custrata.drafting.findings.costs import LOOK, with_cause
from custrata.drafting.findings.sentence import FindingSentence, known
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Reading, Tier

MOST_NAMED = 300
"""Customers of whom people can look after each by name."""

LARGE_CATEGORY = 0.15
"""Part of revenue from which a category that leaves little is worth a sentence."""

THIN = 0.5
"""Part of what all sales leave up to which a category leaves little."""

LONG_NAME = 36
"""Letters from which the name of a category makes a title too long."""

FEW_CUSTOMERS = 20
"""Up to this many customers ten of them are no concentration but the base."""

TEN_ARE_MANY = 0.20
"""Share of the ten largest from which a base is concentrated."""

ONE_IS_MOST = 0.10
"""Share of the largest customer from which the sentence begins with it."""

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
        else "Give these customers named owners and proactive service before anyone else."
        if sum(desk.value_of_count(where) or 0.0 for where in (platinum, gold)) <= MOST_NAMED
        else "Know the top tier by name, and plan what the next one gets before anyone else gets more.",
        weight=0.5 * figures[0].value,
        at_stake=worth,
    )


def leans(desk: Desk) -> bool:
    """Whether the base leans on ten customers, or on one."""
    ten, one = desk.value("top_10_revenue_share"), desk.value("top_1_revenue_share")
    if (desk.value("customers") or 0) <= FEW_CUSTOMERS or ten is None:
        return False
    return ten >= TEN_ARE_MANY or (one or 0.0) >= ONE_IS_MUCH


def concentration(desk: Desk) -> FindingSentence | None:
    """A base that leans on ten customers, or on one."""
    ten, one = desk.value("top_10_revenue_share"), desk.value("top_1_revenue_share")
    if ten is None or one is None or not leans(desk):
        return None
    worth = desk.figure("first", "top_customer_revenue", (("rank", "1"),))
    figures = known((desk.figure("ten", "top_10_revenue_share"), worth))
    largest = desk.figure("one", "top_1_revenue_share") if one >= ONE_IS_MOST else None
    if figures is None:
        return None
    return FindingSentence(
        topic="concentration",
        block="business_context",
        title="One customer brings {one} of revenue, the ten largest bring {ten}"
        if largest
        else "Ten customers bring {ten} of revenue; the largest alone has brought {first}",
        figures=(largest, figures[0]) if largest else figures,
        consequence="Agree a plan for the largest, then for the next nine, and win more of middle size."
        if largest
        else "Agree a plan for each of the ten, and win more customers of middle size.",
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
    return with_cause(
        desk,
        FindingSentence(
            topic="served_at_a_loss",
            block="business_value_proposition",
            title="{n} of {total|customer|customers} brought a loss, {back} in all",
            figures=figures,
            consequence=LOOK,
            weight=min(1.0, 2 * given),
            at_stake=back,
        ),
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
        weight=min(0.6, 0.2 + 2 * abs(worst.value or 0) / margin),
        at_stake=lost,
    )


def thin_category(desk: Desk) -> FindingSentence | None:
    """A large category that leaves less than half of what all that is sold leaves."""
    sold, over_all = desk.value("revenue"), desk.value("gross_margin_rate")
    if not sold or not over_all or over_all <= 0:
        return None
    found = [t for r in desk.snapshot.points("revenue", "category") if (t := _thin(desk, r, sold, over_all))]
    return max(found, key=lambda f: f.weight, default=None)


def _thin(desk: Desk, reading: Reading, sold: float, over_all: float) -> FindingSentence | None:
    where, part = reading.segment, (reading.value or 0.0) / sold
    name = quotable(where[0][1])
    rate = desk.figure("rate", "gross_margin", where, over=[key("revenue", where)])
    figures = known((desk.figure("sold", "revenue", where), rate, desk.figure("all", "gross_margin_rate")))
    if figures is None or nameless(name) or name == UNKNOWN or part < LARGE_CATEGORY or len(name) > LONG_NAME:
        return None
    left = (figures[1].value or 0.0) / over_all
    if not 0 <= left <= THIN:
        return None
    return FindingSentence(
        topic="losing_category",
        block="products_and_services",
        title=f"“{name}” sells {{sold}} and leaves {{rate}} of it, against {{all}} over all",
        figures=figures,
        consequence="Find the products in it that lose, and set a floor for price and discount.",
        weight=min(0.5, 1.2 * part * (1 - left)),
        at_stake=desk.figure("stake", "gross_margin", where),
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
