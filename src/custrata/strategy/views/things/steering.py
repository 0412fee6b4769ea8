"""What is needed of purpose and business, of goals and measures, of people and governance."""

from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.parts.running.review import ReviewKind
from custrata.strategy.parts.statement import Gap
from custrata.strategy.revision.content import SignState, signatures
from custrata.strategy.views.presence import Presence, Thing, block, each_has, has, said, some

PURPOSE = has("Purpose is said", "foundation.purpose", "canvas.purpose.purpose.statements")
VISION = has("Vision and mission are said", "foundation.vision", "foundation.mission")
VALUES = has("Values are said", "foundation.values")
BUSINESS_STRATEGY = has(
    "It is said what the business strategy asks for", "foundation.business_strategy", "business.goals"
)
MODEL = block("It is said how the business earns", "business_context", "business.model")
PRIORITIES = has("Financial priorities are said", "business.financial_priorities")
CHALLENGES = has("It is said what stands in the way", "business.challenges")
FINANCE_MODEL = has("The forecast of finance is known", "business.finance_model")
TARGETS = some("Revenue targets say what the base is to bring", "business.revenue_targets")
HUNCHES = has("First ideas of where to act are kept", "business.hunches")

OUTCOMES = some("Desired customer outcomes are said", "outcomes", lambda one: said(one.statement))
PLANS_LINKED = each_has("Every outcome is linked to plans of functions", "outcomes", "plans")


def _goals(document: Document) -> Presence:
    where = tuple(f"goals[{g.id}]" for g in document.goals)
    if len(where) > 4:
        return Presence(False, where, (f"{len(where)} goals, four at most",))
    return Presence(bool(where), where, () if where else ("goals",))


GOALS = Thing("One to four goals are set", _goals)
INDICATORS = each_has("Every goal has leading and lagging measures", "goals", "leading", "lagging")
GOAL_REASONS = each_has("Every goal rests on claims", "goals", "rests_on")
GOALS_SCORED = each_has("Every goal is scored", "goals", "scores")
GOAL_OWNERS = each_has("A person answers for every goal", "goals", "owner")


def _served(document: Document) -> Presence:
    served = {i.goal for i in document.initiatives}
    missing = tuple(f"{g.id}: initiative" for g in document.goals if g.id not in served)
    where = tuple(f"initiatives[{i.id}]" for i in document.initiatives)
    return Presence(bool(where) and not missing, where, missing if where else ("initiatives",))


INITIATIVES = Thing("Every goal is served by an initiative", _served)
INITIATIVE_STAGES = each_has("Every initiative names the stages it touches", "initiatives", "stages")
INITIATIVES_SCORED = each_has("Every initiative is scored", "initiatives", "scores")
INITIATIVE_OWNERS = each_has("A person answers for every initiative", "initiatives", "owner")
INITIATIVE_EFFORT = each_has("Every initiative says what it takes", "initiatives", "effort_days", "cost")

SCORECARD = some("A scorecard holds a few measures", "scorecard")
SCORE_TARGETS = each_has("Every measure on it has a target", "scorecard", "target")
SCORE_OWNERS = each_has("A person answers for every measure on it", "scorecard", "owner")
LEADING = some("Leading measures stand on it too", "scorecard", lambda row: row.timing == "leading")
OBJECTIVES = some("Objectives have key results", "objectives", lambda o: bool(o.key_results))
INCENTIVES = some("It is said what people are paid for", "incentives")
INCENTIVES_SERVE = each_has(
    "Every incentive serves a goal or a group",
    "incentives",
    "serves",
    # A gap says that it is not known what people are paid for: it can serve nothing.
    only=lambda one: not isinstance(one.statement, Gap),
)

ROLES = some("Roles that are needed are named", "people.roles")
TEAMS = some("Teams across functions are named", "people.teams", lambda team: len(team.functions) > 1)
TEAMS_BY_GROUP = some("Teams are shaped around customer groups", "people.teams", lambda t: bool(t.groups))
CULTURE = has("It is said how customers count in every decision", "people.culture")

SPONSOR = has("A person stands for the strategy", "sponsor")
ACCOUNTABLE = has("One person answers for it", "accountable")


def _signed(document: Document, least: int | None = None) -> Presence:
    """Signatures that hold for what the document says now; all of them where no number is asked."""
    found = signatures(document)
    where = tuple(f"sign_offs[{s.function}]" for s in found if s.state is SignState.SIGNED)
    missing = tuple(f"{s.function}: {s.state}" for s in found if s.state is not SignState.SIGNED)
    there = bool(where) and (not missing if least is None else len(where) >= least)
    return Presence(there, where, () if there else (missing or ("sign_offs",)))


SIGNED_BY_THREE = Thing("At least three functions have signed what it says now", lambda d: _signed(d, 3))
SIGNED_BY_ALL = Thing("Every function has signed what it says now", _signed)
RIGHTS = each_has("It is said who decides what", "decision_rights", "decides")
PRINCIPLES = some("Principles hold in every plan", "principles")
RACI = each_has(
    "One person is accountable for each piece of work, and it is said who does it",
    "raci",
    "accountable",
    "responsible",
)
INTERLOCKS = some("It is said what teams owe each other", "interlocks")
RESOURCES = some("People and money are set aside", "resources")
ESCALATIONS = some("It is said what must go up, to whom and when", "escalations")
DECISIONS = some("Decisions that are open are listed", "decisions")


def held(kind: ReviewKind) -> Thing:
    """A review of one kind has minutes."""
    return some(f"A {kind} review was held", "reviews", lambda review: review.kind is kind)


WEEKLY_HELD, MONTHLY_HELD, YEARLY_HELD = (
    held(kind) for kind in (ReviewKind.WEEKLY, ReviewKind.MONTHLY, ReviewKind.YEARLY)
)
ANY_REVIEW = some("A review was held", "reviews")
