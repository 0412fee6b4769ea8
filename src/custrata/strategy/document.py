"""The strategy as one typed document."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from custrata.strategy.gathering import Gathered
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.canvas import Block, Canvas
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.foundation.business import BusinessContext
from custrata.strategy.parts.foundation.purpose import Foundation
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.lifecycle import StagePlan, Transition
from custrata.strategy.parts.offering.capability import Capability
from custrata.strategy.parts.offering.offer import Offer
from custrata.strategy.parts.offering.people import People
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.parts.papers.audit import AuditedInitiative
from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.parts.papers.empathy_map import EmpathyMap
from custrata.strategy.parts.papers.insight_brief import InsightBrief
from custrata.strategy.parts.papers.journey_map import JourneyMap
from custrata.strategy.parts.papers.message_map import MessageMap
from custrata.strategy.parts.papers.profile import Profile
from custrata.strategy.parts.papers.research import Note, Research
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.part import Owner, Part
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.running.responsibility import Escalation, Interlock, Raci, Resource
from custrata.strategy.parts.running.review import Review
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.parts.steering.governance import DecisionRight, InsightSource, Principle
from custrata.strategy.parts.steering.maturity import MaturityAnswer
from custrata.strategy.parts.steering.objective import Incentive, Objective
from custrata.strategy.parts.steering.outcome import CustomerOutcome
from custrata.strategy.parts.steering.scoring import Scoring
from custrata.strategy.parts.steering.suppression import Suppression
from custrata.strategy.parts.tier import TierPolicy


class Horizon(Part):
    """How far the strategy looks.

    Attributes:
        months: Length in months, 1 to 120; 12 to 36 is usual.
        starts_on: First day; None where the data carry no dates and nobody set one.
        vision_years: How far the vision behind it looks, 3 to 5 years as a rule; None when nobody has said.
    """

    months: Annotated[int, Field(ge=1, le=120)] = 12
    starts_on: dt.date | None = None
    vision_years: Annotated[int, Field(ge=1, le=20)] | None = None


class SignOff(Part):
    """A function's agreement to one revision.

    Attributes:
        function: Which function agrees.
        name: Who signed.
        revision: The revision that was signed.
        content: Hash of what was signed, so that a later edit opens the signature again.
        signed_on: The day; None while it is open.
        declined_because: Why the function does not agree; empty when it does or has not answered.
        snapshot: Fingerprint of the snapshot whose figures were signed; empty when nobody noted it.
    """

    function: str
    name: str = ""
    revision: Annotated[int, Field(ge=1)] | None = None
    content: str = ""
    signed_on: dt.date | None = None
    declined_because: str = ""
    snapshot: str = ""

    @property
    def signed(self) -> bool:
        """Whether the function has signed some revision."""
        return self.signed_on is not None


class Document(Part):
    """Everything a customer strategy says, addressed by id.

    Attributes:
        schema_version: Version of this form.
        company: Name on covers.
        currency: Code of the currency of money; empty when nothing states it.
        as_of: The day at which the data stood when the first draft was written.
        notional: Whether that day is notional because the data carry no dates.
        snapshot: Fingerprint of the snapshot that the draft was written from.
        revision: Counts up with every saved change.
        horizon: How far it looks.
        sponsor: Who stands for it.
        accountable: The one person who answers for it.
        sign_offs: Who has agreed to which revision.
        insights: What the data say that matters most, in order.
        canvas: The twelve blocks.
        pattern: The recommended pattern.
        groups: Customer groups.
        tiers: Policy of the portfolio tiers.
        goals: At most four, worded customer first.
        initiatives: What is done for the goals.
        lifecycle: Plan by stage.
        scorecard: Measures with base, target, date and owner.
        assumptions: What must hold.
        decisions: What is to be decided.
        foundation: Purpose, vision, mission and values.
        business: Business context and revenue targets.
        outcomes: The one set of desired customer outcomes.
        propositions: What is promised, at two levels.
        offers: Products and services.
        capabilities: What the company must be able to do.
        people: Roles, teams and culture.
        insight_sources: Where the company listens.
        objectives: Objectives with key results.
        incentives: What people are paid and praised for.
        decision_rights: Who decides what.
        principles: Rules that hold in every plan.
        transitions: Plan for the steps between stages.
        scoring: How goals and initiatives are ranked.
        maturity: Answers on the five dimensions.
        profiles: Who we win with.
        briefs: Insight briefs.
        message_maps: Messages and their proof.
        channel_charters: What each channel is for.
        service_standards: What customers can count on.
        empathy_maps: What customers say, think, do and feel.
        journey_maps: What customers live through.
        research: Interviews and surveys.
        notes: Competitors, trends, advisory board.
        audit: Initiatives that run already.
        experiments: Tests with customers.
        reviews: Minutes of reviews.
        raci: Who is accountable and responsible.
        interlocks: What teams owe each other.
        resources: People and money by initiative.
        escalations: Decisions that must go up.
        suppressions: Findings that are let stand.
    """

    whole: ClassVar[bool] = True

    schema_version: Literal[2]
    company: str
    currency: str = ""
    as_of: dt.date | None = None
    notional: bool = False
    snapshot: str = ""
    revision: Annotated[int, Field(ge=1)] = 1
    horizon: Horizon = Horizon()
    sponsor: Owner = Owner()
    accountable: Owner = Owner()
    sign_offs: tuple[SignOff, ...] = ()
    insights: tuple[Insight, ...] = ()
    canvas: Canvas = Canvas()
    pattern: Pattern = Pattern()
    groups: tuple[CustomerGroup, ...] = ()
    tiers: tuple[TierPolicy, ...] = ()
    goals: tuple[Goal, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    lifecycle: tuple[StagePlan, ...] = ()
    scorecard: tuple[ScoreRow, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    decisions: tuple[Decision, ...] = ()
    foundation: Foundation = Foundation()
    business: BusinessContext = BusinessContext()
    outcomes: tuple[CustomerOutcome, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    offers: tuple[Offer, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    people: People = People()
    insight_sources: tuple[InsightSource, ...] = ()
    objectives: tuple[Objective, ...] = ()
    incentives: tuple[Incentive, ...] = ()
    decision_rights: tuple[DecisionRight, ...] = ()
    principles: tuple[Principle, ...] = ()
    transitions: tuple[Transition, ...] = ()
    scoring: Scoring = Scoring()
    maturity: tuple[MaturityAnswer, ...] = ()
    profiles: tuple[Profile, ...] = ()
    briefs: tuple[InsightBrief, ...] = ()
    message_maps: tuple[MessageMap, ...] = ()
    channel_charters: tuple[ChannelCharter, ...] = ()
    service_standards: tuple[ServiceStandard, ...] = ()
    empathy_maps: tuple[EmpathyMap, ...] = ()
    journey_maps: tuple[JourneyMap, ...] = ()
    research: tuple[Research, ...] = ()
    notes: tuple[Note, ...] = ()
    audit: tuple[AuditedInitiative, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    reviews: tuple[Review, ...] = ()
    raci: tuple[Raci, ...] = ()
    interlocks: tuple[Interlock, ...] = ()
    resources: tuple[Resource, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    suppressions: tuple[Suppression, ...] = ()

    @model_validator(mode="after")
    def _one_part_an_id(self) -> Document:
        counted = Counter(_ids(self))
        twice = sorted(name for name, count in counted.items() if count > 1)
        if twice:
            raise ValueError(f"ids that stand for two parts: {', '.join(twice)}")
        return self

    @model_validator(mode="after")
    def _insights_point_at_claims(self) -> Document:
        known = {claim.id for claim in self.claims()}
        missing = sorted({insight.claim for insight in self.insights} - known)
        if missing:
            raise ValueError(f"insights that name no claim of the document: {', '.join(missing)}")
        return self

    def statements(self) -> Iterator[tuple[str, Claim | Proposal | Gap]]:
        """Path and statement, in the order of the document."""
        return iter(_statements(self))

    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of the document."""
        return tuple(claim for _, claim in claims_of(self))

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of this id, or None."""
        return next((c for c in self.claims() if c.id == claim_id), None)


_ids = Gathered(lambda path, part: [part.id] if hasattr(part, "id") and not isinstance(part, Block) else [])

_statements = Gathered(lambda path, part: [(path, part)] if isinstance(part, Claim | Proposal | Gap) else [])

claims_of = Gathered(lambda path, part: [(path, part)] if isinstance(part, Claim) else [])
"""Path and claim, in the order of the document."""
