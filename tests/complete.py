"""A strategy made by hand in which every part that a view asks for is there; no company's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from custrata.strategy.document import Document, SignOff
from custrata.strategy.parts import canvas as c
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.foundation.business import BusinessContext, RevenueKind, RevenueTarget
from custrata.strategy.parts.foundation.purpose import Foundation
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup, GroupIntent, TargetShare
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.lifecycle import StagePlan, Transition
from custrata.strategy.parts.offering.capability import Capability
from custrata.strategy.parts.offering.offer import Offer
from custrata.strategy.parts.offering.people import People, Role, TeamShape
from custrata.strategy.parts.offering.proposition import (
    Alternative,
    Level,
    Promise,
    Proof,
    ProofKind,
    Proposition,
    PropositionTest,
)
from custrata.strategy.parts.papers.audit import AuditedInitiative, Comparison, MeasuredEffect, Verdict
from custrata.strategy.parts.papers.channel_charter import ChannelCharter, ChannelGoal, Motion
from custrata.strategy.parts.papers.empathy_map import EmpathyMap
from custrata.strategy.parts.papers.insight_brief import InsightBrief, Phrase
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.papers.message_map import Message, MessageMap
from custrata.strategy.parts.papers.profile import Profile, Sign
from custrata.strategy.parts.papers.research import Research, ResearchKind
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import Experiment, ExperimentState
from custrata.strategy.parts.running.responsibility import Escalation, Interlock, Raci, Resource
from custrata.strategy.parts.running.review import Review, ReviewKind
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Figure, Proposal
from custrata.strategy.parts.steering.governance import DecisionRight, InsightSource, Principle, Voice
from custrata.strategy.parts.steering.objective import Incentive, KeyResult, Objective
from custrata.strategy.parts.steering.outcome import CustomerOutcome, FunctionPlan
from custrata.strategy.parts.tier import TierPolicy
from custrata.strategy.prioritise.dimension import GOAL_DIMENSIONS, INITIATIVE_DIMENSIONS
from custrata.strategy.revision.content import sign
from custrata.vocabulary import Intent, Stage, Tier, Timing

DAY = dt.date(2026, 3, 2)
FUNCTIONS = ("Sales", "Service", "Finance")
HOLDER = Owner(role="head of service", name="A. Holder")


class _Pen:
    """Writes statements with ids that count up."""

    def __init__(self) -> None:
        self.numbers: Iterator[int] = count(1)

    def says(self, text: str = "Customers can count on it.") -> Proposal:
        return Proposal(id=f"P{next(self.numbers)}", text=text, owner=HOLDER, signed_on=DAY)

    def reads(self, measure: str, unit: str = "money") -> Claim:
        figure = Figure(name="n", measure=measure, value=1.0, unit=unit)
        return Claim(id=f"E{next(self.numbers)}", text="It stands at {n}.", figures=(figure,))


def complete() -> Document:
    """A document in which nothing that any view asks for is missing."""
    pen = _Pen()
    document = Document(
        schema_version=2,
        company="Lamp Yard",
        sponsor=HOLDER,
        accountable=HOLDER,
        sign_offs=tuple(SignOff(function=function) for function in FUNCTIONS),
        canvas=_canvas(pen),
        foundation=Foundation(
            purpose=pen.says(),
            vision=pen.says(),
            mission=pen.says(),
            values=(pen.says(),),
            business_strategy=(pen.says(),),
        ),
        **_customers(pen),
        **_offering(pen),
        **_steering(pen),
        **_papers(pen),
        **_running(pen),
    )
    for function in FUNCTIONS:
        document = sign(document, function, "B. Signer", DAY)
    return document


def _canvas(pen: _Pen) -> c.Canvas:
    def filled(zone: type) -> object:
        return zone(**{n: c.Block(id=n, statements=(pen.says(),)) for n in zone.model_fields})

    return c.Canvas(
        purpose=filled(c.PurposeZone),
        context=filled(c.ContextZone),
        proposition=filled(c.PropositionZone),
        value_chain=filled(c.ValueChainZone),
        steering=filled(c.SteeringZone),
    )


def _group(pen: _Pen, name: str, leads: bool) -> CustomerGroup:
    return CustomerGroup(
        id=name,
        name=name.title(),
        segment={"plan": name},
        tag=f"plan={name}",
        share_now=pen.reads("revenue"),
        share_targeted=TargetShare(value=0.5),
        payer=pen.says(),
        user=pen.says(),
        needs=(pen.says(),),
        buys=(pen.says(),),
        measures_value=pen.says(),
        potential=pen.says(),
        proposition=pen.says(),
        service_model=pen.says(),
        configuration=pen.says(),
        investment=pen.says(),
        primary_months=9 if leads else None,
        intent=GroupIntent(
            intent=Intent.GROW,
            emphasised=leads,
            reason=(pen.reads("lifetime_value"),),
            expected=(pen.says(),),
            owner=HOLDER,
            signed_on=DAY,
        ),
        owner=HOLDER,
    )


def _customers(pen: _Pen) -> dict[str, object]:
    return {
        "groups": (_group(pen, "makers", True), _group(pen, "keepers", False)),
        "profiles": (
            Profile(
                id="fit",
                statement=pen.says(),
                signs=(
                    Sign(id="s1", statement=pen.says()),
                    Sign(id="s2", statement=pen.says(), red_flag=True),
                ),
                disqualified=(pen.says(),),
            ),
        ),
        "tiers": tuple(
            TierPolicy(
                id=f"tier-{tier}",
                tier=tier,
                size=0.25,
                position=pen.reads("contribution"),
                investment=pen.says(),
                service_model=pen.says(),
                entitlement=pen.says(),
                key_metrics=("revenue",),
                owner=HOLDER,
            )
            for tier in Tier
        ),
        "business": BusinessContext(
            model=pen.says(),
            goals=(pen.says(),),
            financial_priorities=(pen.says(),),
            challenges=(pen.says(),),
            finance_model=(pen.says(),),
            revenue_targets=(RevenueTarget(id="t1", kind=RevenueKind.UPSELL, amount=1.0),),
            hunches=(pen.says(),),
        ),
        "insights": (
            Insight(id="I1", claim="E-top", consequence=pen.says()),
            Insight(id="I2", claim="E-get", consequence=pen.says()),
        ),
    }


def _offering(pen: _Pen) -> dict[str, object]:
    words = {"for_whom": "makers", "who_need": "light", "we_provide": "lamps", "unlike": "the dark"}

    def proposition(name: str, level: Level, group: str = "") -> Proposition:
        proof = Proof(id=f"{name}-proof", kind=ProofKind.CASE, statement=pen.says())
        return Proposition(
            id=name,
            level=level,
            group=group,
            alternatives=(Alternative(id=f"{name}-alt", name="Wait", nothing=True, answer=pen.says()),),
            promises=(Promise(id=f"{name}-promise", statement=pen.says(), measure="csat", proofs=(proof,)),),
            impact=pen.says(),
            tests=(PropositionTest(id=f"{name}-test", with_whom="twelve of them", n=12, passed=True),),
            **words,
        )

    return {
        "propositions": (
            proposition("stands", Level.STANDS_FOR),
            proposition("for-makers", Level.OFFERS, "makers"),
            proposition("for-keepers", Level.OFFERS, "keepers"),
        ),
        "offers": (Offer(id="lamp", name="Lamp", statement=pen.says(), falls_short=pen.says()),),
        "capabilities": (
            Capability(id="build", name="Build lamps", gap=pen.says(), investment=pen.says(), owner=HOLDER),
        ),
        "people": People(
            roles=(Role(id="guide", title="Guide"),),
            teams=(TeamShape(id="squad", name="Squad", functions=("Sales", "Service"), groups=("makers",)),),
            culture=(pen.says(),),
        ),
    }


def _steering(pen: _Pen) -> dict[str, object]:
    best = tuple((d.id, 5) for d in GOAL_DIMENSIONS)
    plan = FunctionPlan(id="plan", function="Sales", contribution="They call.")
    key_result = KeyResult(id="kr", measure="csat", target=0.9)
    return {
        "goals": (
            Goal(
                id="keep",
                statement=pen.says(),
                leading=("csat",),
                lagging=("revenue",),
                rests_on=("E-top",),
                scores=best,
                owner=HOLDER,
            ),
        ),
        "initiatives": (
            Initiative(
                id="call",
                statement=pen.says(),
                goal="keep",
                stages=(Stage.AT_RISK,),
                scores=tuple((d.id, 5) for d in INITIATIVE_DIMENSIONS),
                effort_days=5,
                cost=10,
                owner=HOLDER,
            ),
        ),
        "outcomes": (CustomerOutcome(id="bright", statement=pen.says(), plans=(plan,)),),
        "objectives": (Objective(id="okr", statement=pen.says(), key_results=(key_result,)),),
        "incentives": (Incentive(id="bonus", team="Sales", statement=pen.says(), serves=("keep",)),),
        "decision_rights": (DecisionRight(id="right", decision="Prices", decides=HOLDER),),
        "principles": (Principle(id="rule", statement=pen.says()),),
        "scorecard": (
            ScoreRow(
                id="score-1",
                measure="csat",
                title="Satisfaction",
                base=pen.reads("csat").model_copy(update={"id": "E-get"}),
                target=0.9,
                timing=Timing.LEADING,
                owner=HOLDER,
            ),
            ScoreRow(
                id="score-2",
                measure="top_1_revenue_share",
                title="The largest",
                base=pen.reads("top_1_revenue_share", "share").model_copy(update={"id": "E-top"}),
                target=0.1,
                owner=HOLDER,
            ),
        ),
        "insight_sources": tuple(
            InsightSource(
                id=f"hear-{voice}",
                voice=voice,
                method="asks",
                every_days=30,
                feeds=("keep",),
                loop="a letter",
                owner=HOLDER,
            )
            for voice in Voice
        ),
    }


def _papers(pen: _Pen) -> dict[str, object]:
    stage = JourneyStage(
        id="js", stage=Stage.ONBOARDING, outcome=pen.says(), decision_moments=("first lamp",)
    )
    effect = MeasuredEffect(id="ef", on="logo_retention", comparison=Comparison.RANDOMISED, effect=pen.says())
    return {
        "briefs": (
            InsightBrief(
                id="brief",
                pains=(pen.says(),),
                outcomes=(pen.says(),),
                phrases=(Phrase(id="words", words="It was dark."),),
                triggers=(pen.says(),),
            ),
        ),
        "message_maps": (MessageMap(id="map", messages=(Message(id="m", statement=pen.says()),)),),
        "channel_charters": (
            ChannelCharter(
                id="shop",
                channel="shop",
                role=pen.says(),
                motion=Motion.SALES_LED,
                goals=(ChannelGoal(id="cg", measure="revenue"),),
                guardrails=("no discounts",),
                kpis=("revenue",),
                does_not=("repairs",),
            ),
        ),
        "service_standards": (
            ServiceStandard(
                id="answer",
                name="First answer",
                measure="first_response_hours",
                promise=8,
                attained=pen.reads("first_response_hours", "hours"),
                escalation="after a day",
                authority="a new lamp",
                knowledge="the handbook",
                effort_measure="ces",
                loop_to_product="the list",
                loop_to_customer="a letter",
            ),
        ),
        "empathy_maps": (
            EmpathyMap(id="em", **{n: (pen.says(),) for n in ("says", "thinks", "does", "feels")}),
        ),
        "journey_maps": (JourneyMap(id="jm", stages=(stage,), worst=Stage.ONBOARDING),),
        "research": tuple(
            Research(id=f"r-{kind}", kind=kind, title="Why", n=12, on=DAY, learned=(pen.says(),))
            for kind in ResearchKind
        ),
        "audit": (
            AuditedInitiative(
                id="a1", name="News", function="Marketing", effects=(effect,), verdict=Verdict.KEEP
            ),
            AuditedInitiative(id="a2", name="Calls", function="Sales", verdict=Verdict.STOP),
        ),
    }


def _running(pen: _Pen) -> dict[str, object]:
    return {
        "lifecycle": tuple(
            StagePlan(
                id=f"stage-{n}",
                stage=stage,
                criteria="ordered once",
                metric="revenue",
                position=pen.says(),
                friction=pen.says(),
                intervention=pen.says(),
                owner=HOLDER,
            )
            for n, stage in enumerate((Stage.ONBOARDING, Stage.ADOPTION, Stage.AT_RISK))
        ),
        "transitions": (
            Transition(
                id="tr",
                leaves=Stage.ONBOARDING,
                enters=Stage.ADOPTION,
                metric="repeat_rate",
                intervention=pen.says(),
                owner=HOLDER,
            ),
        ),
        "experiments": (
            Experiment(
                id="x1",
                hypothesis=pen.says(),
                metric="csat",
                n_per_arm=100,
                initiative="call",
                state=ExperimentState.DONE,
                result=pen.says(),
                learned="They answer.",
            ),
        ),
        "assumptions": (
            Assumption(id="as", statement=pen.says(), measure="csat", threshold=0.8, direction="at least"),
        ),
        "reviews": tuple(Review(id=f"rv-{kind}", kind=kind, on=DAY) for kind in ReviewKind),
        "raci": (Raci(id="ra", on="call", accountable=HOLDER, responsible=("Sales",)),),
        "interlocks": (Interlock(id="il", gives="Sales", takes="Service", what="names"),),
        "resources": (Resource(id="rs", initiative="call", days=5),),
        "escalations": (Escalation(id="es", what="prices", to=HOLDER),),
    }
