"""What is needed of customer groups, profiles and tiers."""

from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.papers.profile import Profile, ProfileTier
from custrata.strategy.views.presence import Presence, Thing, all_of, each_has, has, said, some
from custrata.vocabulary import Intent

GROUPS = some("At least two customer groups are told apart", "groups", least=2)
FOUND_BY_DATA = each_has("Every group can be found in the data", "groups", "segment")
TAGGED = each_has("Every group has a tag that systems carry", "groups", "tag")
SHARES = each_has("Every group's share of the base is known", "groups", "share_now")
SHARES_WANTED = each_has("Every group has a share that it is to reach", "groups", "share_targeted.value")
NEEDS = each_has("Every group's needs are known", "groups", "needs")
BUYING = each_has("It is known how every group buys", "groups", "buys")
PAYERS = each_has("Payers and users are named for every group", "groups", "payer", "user")
MEASURED_BY_THEM = each_has(
    "It is known how every group tells whether it got its worth", "groups", "measures_value"
)
POTENTIAL = each_has("It is known what every group could spend", "groups", "potential")
INTENTS = each_has("Every group has an intent", "groups", "intent")
INTENTS_SIGNED = each_has("Every intent is signed by its owner", "groups", "intent.signed_on")
EXPECTED = each_has("Every intent says what is to be seen when it works", "groups", "intent.expected")
GROUP_OWNERS = each_has("A person answers for every group", "groups", "owner")
PROMISED = each_has("Every group has a promise", "groups", "proposition")
SERVED = each_has(
    "Every group has a promise, a service, a configuration and an investment",
    "groups",
    "proposition",
    "service_model",
    "configuration",
    "investment",
)
PRIMARY = some(
    "One primary group is named, with the months for which it leads",
    "groups",
    lambda group: group.primary_months is not None,
)


def _emphasis(document: Document) -> Presence:
    led = tuple(f"groups[{g.id}]" for g in document.groups if _leads(g))
    if len(led) > 2:
        return Presence(False, led, (f"{len(led)} groups are emphasised, two at most",))
    return Presence(bool(led), led, () if led else ("an emphasised group",))


def _leads(group: CustomerGroup) -> bool:
    return group.intent is not None and group.intent.emphasised


def kept_or_grown(group: CustomerGroup) -> bool:
    """Whether the company means to keep or grow a group."""
    return group.intent is not None and group.intent.intent is not Intent.RETIRE


EMPHASIS = Thing("One or two intents come first", _emphasis)


def _primary_profile(profile: Profile) -> bool:
    return profile.tier is ProfileTier.PRIMARY and said(profile.statement)


PROFILE = some("It is written down whom the company wins with", "profiles", _primary_profile)
SIGNS = some(
    "Signs of a good fit are named",
    "profiles",
    lambda profile: any(said(s.statement) and not s.red_flag for s in profile.signs),
)
RED_FLAGS = some(
    "Red flags are named",
    "profiles",
    lambda profile: any(said(s.statement) and s.red_flag for s in profile.signs),
)
NOT_SERVED = some(
    "It is said whom the company does not serve", "profiles", lambda profile: said(profile.disqualified)
)

TIERS = some("The base is cut into tiers of value", "tiers")
TIER_VALUE = each_has("What every tier earns is known", "tiers", "position")
TIER_POLICY = each_has(
    "Every tier has an investment, a service and an entitlement",
    "tiers",
    "investment",
    "service_model",
    "entitlement",
)
TIER_METRICS = each_has("Every tier is steered by a measure", "tiers", "key_metrics")
TIER_OWNERS = each_has("A person answers for every tier", "tiers", "owner")

PATTERN = all_of(
    "A pattern is chosen, with the shape of the base behind it",
    has("A pattern is chosen", "pattern.name"),
    has("It has reasons", "pattern.statements"),
)


def claim_on(title: str, name: str, *measures: str) -> Thing:
    """A claim in the document rests on one of these measures.

    Args:
        title: What must be true.
        name: What is missing when there is no such claim.
        *measures: Ids in the catalogue.
    """
    wanted = frozenset(measures)

    def look(document: Document) -> Presence:
        where = tuple(c.id for c in document.claims() if wanted & {f.measure for f in c.figures})
        return Presence(bool(where), where, () if where else (name,))

    return Thing(title, look)


CONCENTRATION = claim_on(
    "It is known how much hangs on few customers",
    "a claim on concentration",
    *("top_1_revenue_share", "top_5_revenue_share", "top_10_revenue_share", "top_1_percent_revenue_share"),
    *("top_10_percent_revenue_share", "top_20_percent_revenue_share", "revenue_gini", "revenue_hhi"),
    "top_customer_revenue",
)
LIFETIME_VALUE = claim_on(
    "It is known what customers are worth from here on",
    "a claim on lifetime value",
    "lifetime_value",
    "customer_equity",
)
COST_TO_SERVE = claim_on(
    "It is known what serving customers costs",
    "a claim on cost to serve",
    *("cost_to_serve", "cost_to_serve_ratio", "contribution", "tier_service_cost"),
)
GIVES = claim_on(
    "It is known what customers give",
    "a claim on what customers are worth",
    *("lifetime_value", "customer_equity", "contribution", "gross_margin", "revenue", "value_to_business"),
)
GETS = claim_on(
    "It is known what customers get",
    "a claim on what customers get",
    *("value_to_customer", "exchange_customers", "nps", "csat", "ces", "average_rating"),
)
