"""A strategy written by hand in full, on an outfitter's snapshot: every working paper holds something."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from tests.snapshots import outfitter

from custrata.delivery.deliverable import Given
from custrata.evidence.check import evaluate
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document, Horizon, SignOff
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.foundation.purpose import Foundation
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup, GroupIntent, TargetShare
from custrata.strategy.parts.lifecycle import StagePlan, Transition
from custrata.strategy.parts.offering.proposition import (
    Alternative,
    Benefit,
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
from custrata.strategy.parts.papers.message_map import Message, MessageMap, MessageUse
from custrata.strategy.parts.papers.profile import Profile, ProfileTier, Sign
from custrata.strategy.parts.papers.research import Note, NoteKind, Question, Research, ResearchKind
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import Experiment, ExperimentDecision, ExperimentState
from custrata.strategy.parts.running.responsibility import Interlock, Raci
from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.parts.steering.outcome import CustomerOutcome, FunctionPlan
from custrata.strategy.parts.tier import TierPolicy
from custrata.strategy.revision.content import decline, sign
from custrata.vocabulary import Intent, Reading, Segment, Stage, Tier, Timing

CARE = Owner(role="head of customer care", name="Head of care")
SALES = Owner(role="head of sales")
_LIFTS = (
    ("came by referral", 2.4, 1.9, 3.0, 400),
    ("fitted in a shop first", 1.8, 1.5, 2.2, 731),
    ("bought two categories in the first year", 1.6, 1.2, 2.1, 655),
    ("first order at half price", 0.4, 0.3, 0.5, 590),
    ("sends back two orders in three", 0.6, 0.4, 1.1, 203),
)


def _more(snapshot: Snapshot) -> Snapshot:
    """The snapshot with the lift of signs and the effect of a test."""
    like = next(r for r in snapshot.readings if r.measure == "repeat_rate" and not r.segment)

    def made(
        measure: str, segment: Segment, value: float, low: float, high: float, n: int, unit: str
    ) -> Reading:
        return replace(
            like,
            measure=measure,
            segment=segment,
            value=value,
            low=low,
            high=high,
            n=n,
            unit=unit,
            fingerprint=f"{abs(hash_of(measure, segment)):016x}"[:16],
        )

    lifts = [made("profile_lift", (("sign", n),), v, a, b, k, "ratio") for n, v, a, b, k in _LIFTS]
    effects = [
        made("repeat_rate_effect", (), 0.042, 0.011, 0.073, 1200, "share"),
        made("repeat_rate_effect", (("tier", "gold"),), 0.061, -0.004, 0.126, 310, "share"),
    ]
    return Snapshot(snapshot.manifest, (*snapshot.readings, *lifts, *effects), snapshot.queries)


def hash_of(measure: str, segment: Segment) -> int:
    """A number that names a query, the same in every run."""
    return sum((i + 7) * ord(c) for i, c in enumerate(f"{measure}{segment}")) * 0x9E3779B97F4A7C15 % 2**64


@cache
def full_snapshot() -> Snapshot:
    """The snapshot that the strategy is written on."""
    return _more(outfitter())


def claim(name: str, text: str, *bound: tuple[Any, ...]) -> Claim:
    """A claim whose figures are (name, measure[, segment[, period[, value]]]), read as they stand today."""
    figures = []
    for called, measure, *rest in bound:
        segment = rest[0] if rest else {}
        period = rest[1] if len(rest) > 1 else "all"
        found = full_snapshot().reading(measure, tuple(segment.items()), period)
        assert found is not None, (measure, segment, period)
        value = rest[2] if len(rest) > 2 else found.value
        figures.append(
            Figure(
                name=called,
                measure=measure,
                segment=segment,
                period=period,
                value=value,
                unit=found.unit,
                tolerance=abs(found.value or 1) * 0.02,
            )
        )
    return Claim(id=name, text=text, figures=tuple(figures))


def propose(name: str, text: str, owner: Owner = SALES, **more: Any) -> Proposal:
    """A proposal."""
    return Proposal(id=name, text=text, owner=owner, **more)


def gap(name: str, text: str, waits_for: str) -> Gap:
    """A gap."""
    return Gap(id=name, text=text, waits_for=waits_for)


def _sign(number: int, text: str, lift: str, *, red: bool = False) -> Sign:
    said = claim(f"L{number}", f"{text}: {{lift}} times as often", ("lift", "profile_lift", {"sign": lift}))
    return Sign(id=f"sign{number}", statement=said, red_flag=red)


def _profiles() -> tuple[Profile, ...]:
    signs = [_sign(i + 1, n[:1].upper() + n[1:], n, red=i > 2) for i, (n, *_) in enumerate(_LIFTS)]
    first = propose(
        "profile1_said",
        "We win with walkers who were fitted in a shop and came by referral, and lose with bargain hunters",
    )
    return (
        Profile(
            id="profile1",
            tier=ProfileTier.PRIMARY,
            groups=("walkers",),
            statement=first,
            signs=tuple(signs),
            disqualified=(propose("profile1_not", "Buyers who have only ever bought at half price"),),
            for_months=9,
            owner=SALES,
        ),
        Profile(
            id="profile2",
            tier=ProfileTier.SECONDARY,
            groups=("families",),
            statement=propose("profile2_said", "Families who fit out children every spring"),
        ),
        Profile(
            id="profile3",
            tier=ProfileTier.OPPORTUNISTIC,
            statement=gap(
                "profile3_said",
                "Clubs are not told apart in the data.",
                "a mark for clubs in the shop system",
            ),
        ),
    )


def _propositions() -> tuple[Proposition, ...]:
    fit = Promise(
        id="promise_fit",
        statement=propose("promise_fit_said", "Boots that fit on the first try"),
        measure="refund_rate",
        reasons=("Feet are measured in every shop", "Fitters are paid for boots that stay sold"),
        proofs=(
            Proof(
                id="proof_fit",
                kind=ProofKind.MEASURE,
                where="in the shop, on the card beside the boots",
                statement=claim("P01", "{rate} of orders come back", ("rate", "refund_rate")),
            ),
            Proof(
                id="proof_case",
                kind=ProofKind.CASE,
                where="on the web site",
                statement=propose("proof_case_said", "A mountain school fits out each class with us"),
            ),
        ),
    )
    fast = Promise(
        id="promise_fast",
        statement=propose("promise_fast_said", "Repairs within a week"),
        measure="repair_days",
        proofs=(
            Proof(
                id="proof_fast",
                kind=ProofKind.MEASURE,
                statement=gap(
                    "proof_fast_gap", "Days until a repair is done are not read.", "the workshop's tickets"
                ),
            ),
        ),
    )
    back = Promise(
        id="promise_back",
        statement=claim(
            "P02",
            "{rate} of our customers come back for a second order",
            ("rate", "repeat_rate", {}, "all", 0.9),
        ),
    )
    offer = Proposition(
        id="prop_walkers",
        group="walkers",
        for_whom="people who walk every weekend",
        who_need="feet that do not hurt on the second day",
        we_provide="boots fitted by hand and mended for as long as they last",
        unlike="a parcel that goes back twice",
        benefits=(
            Benefit(
                id="b1",
                statement=propose("b1_said", "No blisters on the second day"),
                worth=propose("b1_worth", "A weekend that is not cut short"),
            ),
            Benefit(
                id="b2",
                statement=propose("b2_said", "Boots that last three seasons"),
                worth=gap(
                    "b2_worth",
                    "What a season more is worth to them is not known.",
                    "answers to the spring survey",
                ),
            ),
        ),
        alternatives=(
            Alternative(
                id="a1",
                name="a web shop with free returns",
                answer=propose("a1_said", "They pay with their feet and their evenings"),
            ),
            Alternative(id="a2", name="the old pair", nothing=True),
        ),
        promises=(fit, fast, back),
        tests=(
            PropositionTest(
                id="t1",
                with_whom="regulars of two shops",
                n=24,
                on=dt.date(2024, 10, 4),
                result="19 said it in their own words",
                passed=True,
            ),
        ),
        words_to_use=("second day", "fitted", "mended"),
        words_to_avoid=("solution", "performance footwear"),
        owner=SALES,
    )
    stands = Proposition(
        id="prop_all", level=Level.STANDS_FOR, for_whom="everybody who goes outdoors", owner=CARE
    )
    return offer, stands


def _journey() -> JourneyMap:
    def stage(name: Stage, **more: Any) -> JourneyStage:
        return JourneyStage(id=f"j_{name.name.lower()}", stage=name, **more)

    return JourneyMap(
        id="journey",
        name="From first boots to third pair",
        group="walkers",
        worst=Stage.AT_RISK,
        owner=CARE,
        stages=(
            stage(
                Stage.AWARENESS,
                outcome=propose("j1_out", "Knows whom to ask"),
                thinks=("Do they know their trade?",),
                feels=1,
                friction_from_data=gap("j1_gap", "Visits are not read.", "counts of the doors"),
                content="Guide to fitting",
                metric="visits",
            ),
            stage(
                Stage.ACQUISITION,
                outcome=propose("j2_out", "Leaves with boots that fit"),
                decision_moments=("Price at the till", "Second try-on"),
                feels=2,
                friction_from_people=(propose("j2_fr", "Half an hour of waiting on Saturdays", CARE),),
                human_touch="Fitter",
                position=claim(
                    "J02", "{n} customers came in the latest year", ("n", "new_customers", {}, "current")
                ),
                owner=SALES,
            ),
            stage(
                Stage.ONBOARDING,
                thinks=("Will they hold?",),
                feels=0,
                friction_from_people=(propose("j3_fr", "Nobody calls after the first walk", CARE),),
                content="Care card",
            ),
            stage(
                Stage.ADOPTION,
                outcome=propose("j4_out", "Comes back for socks, wax and mending"),
                feels=2,
                position=claim("J04", "{rate} come back for a second order", ("rate", "repeat_rate")),
                owner=CARE,
            ),
            stage(
                Stage.AT_RISK,
                thinks=("They have forgotten me",),
                feels=-2,
                friction_from_data=claim(
                    "J05",
                    "{n|customer was|customers were} lost in the latest year, and {money} with them",
                    ("n", "lost_customers", {}, "current"),
                    ("money", "lost_revenue", {}, "current"),
                ),
                friction_from_people=(
                    propose("j5_fr", "Recommendations reach people who have stopped walking", CARE),
                ),
                human_touch="Call by the shop",
                metric="logo_retention",
                owner=CARE,
            ),
            stage(
                Stage.WON_BACK,
                feels=1,
                friction_from_data=claim(
                    "J06",
                    "Only {n|customer|customers} came back",
                    ("n", "reactivated_customers", {}, "current"),
                ),
                content="Offer to mend old boots",
            ),
        ),
    )


def _charters() -> tuple[ChannelCharter, ...]:
    shop = ChannelCharter(
        id="ch_shop",
        channel="Shops",
        role=propose("ch_shop_role", "Shops turn a first pair of boots into a second visit", CARE),
        motion=Motion.SALES_LED,
        goals=(
            ChannelGoal(
                id="ch_g1",
                measure="repeat_rate",
                target=0.78,
                in_months=12,
                base=claim("C01", "{rate} of customers order again", ("rate", "repeat_rate")),
            ),
            ChannelGoal(
                id="ch_g2",
                measure="waiting_minutes",
                target=10,
                in_months=6,
                base=gap("ch_g2_gap", "Waiting is not read.", "a clock at the fitting bench"),
            ),
        ),
        guardrails=(
            "No discount on boots of this season",
            "No more than four people on the list for one fitter",
        ),
        kpis=("repeat_rate", "refund_rate", "waiting_minutes"),
        does_not=("Sell gift cards to companies", "Answer letters about web orders"),
        handovers=("Care takes over after the first walk",),
        budget=240_000,
        review_on=dt.date(2025, 6, 2),
        owner=CARE,
    )
    return shop, ChannelCharter(id="ch_web", channel="Web shop", owner=SALES)


def _brief() -> InsightBrief:
    words = (
        "I want my feet to be fine on the second day.",
        "Nobody asked me where I walk.",
        "I send two pairs back and keep one.",
        "The heel went after one winter.",
    )
    return InsightBrief(
        id="brief",
        group="walkers",
        question="Why do good walkers stop buying from us?",
        answer=propose(
            "brief_said",
            "They do not leave for a better price; they leave because nobody asks after the first walk",
            CARE,
        ),
        pains=(
            claim(
                "B01",
                "{n|customer has|customers have} fallen silent",
                ("n", "customers", {"stage": "lapsed"}),
            ),
            propose("brief_p2", "Boots that hurt on the second day"),
            propose("brief_p3", "Waiting on Saturdays"),
            gap(
                "brief_p4", "How many send boots back because of the heel is not known.", "reasons of returns"
            ),
        ),
        outcomes=(
            propose("brief_o1", "A second day without pain"),
            propose("brief_o2", "Boots that can be mended"),
        ),
        phrases=tuple(
            Phrase(id=f"ph{i}", words=w, source=f"interview {i + 3}", theme="fit")
            for i, w in enumerate(words)
        ),
        triggers=(propose("brief_t1", "A friend's pair that was fitted elsewhere"),),
        would_change="Leavers who name the price first in more than half of the calls",
        owner=CARE,
    )


def _messages() -> MessageMap:
    return MessageMap(
        id="messages",
        group="walkers",
        promise=propose("mm_promise", "Fine on the second day"),
        owner=SALES,
        messages=(
            Message(
                id="m1",
                promise="promise_fit",
                statement=propose("m1_said", "Fitted so well that they stay with you"),
                reasons=("Feet are measured in every shop",),
                uses=(
                    MessageUse(
                        id="u1",
                        channel="Shops",
                        stage=Stage.ACQUISITION,
                        wording="They stay on your feet",
                        proof="Card with the share of returns",
                    ),
                    MessageUse(id="u2", channel="Web shop", wording="Fitted, not guessed"),
                ),
            ),
            Message(
                id="m2",
                statement=claim("M02", "{rate} come back for a second order", ("rate", "repeat_rate")),
            ),
            Message(id="m3", promise="promise_fast", statement=propose("m3_said", "Mended within a week")),
            Message(
                id="m4",
                statement=claim(
                    "M04",
                    "{rate} of what we sell stays sold with a margin",
                    ("rate", "gross_margin_rate", {}, "all", 0.7),
                ),
            ),
        ),
    )


def _experiments() -> tuple[Experiment, ...]:
    effect = claim(
        "X01",
        "A call after the first walk raises the share of second orders by {effect}; in gold {gold}",
        ("effect", "repeat_rate_effect"),
        ("gold", "repeat_rate_effect", {"tier": "gold"}),
    )
    call = Experiment(
        id="exp_call",
        hypothesis=propose(
            "exp_call_h", "Buyers who are called after their first walk order again more often"
        ),
        metric="repeat_rate",
        guardrails=("refund_rate", "gross_margin_rate"),
        groups=("walkers",),
        set_up="Every second new buyer is called within 14 days; drawn by a hash of the customer's id",
        least_effect=0.03,
        n_per_arm=600,
        starts_on=dt.date(2024, 3, 1),
        ends_on=dt.date(2024, 9, 30),
        state=ExperimentState.DONE,
        result=effect,
        decision=ExperimentDecision.SHIP,
        learned="Calls on weekday evenings reach twice as many as those at noon",
        next_step="Care calls every new buyer from January on",
        owner=CARE,
    )
    return call, Experiment(
        id="exp_mend",
        hypothesis=propose("exp_mend_h", "An offer to mend wins back more than an offer to buy"),
    )


def _scorecard() -> tuple[ScoreRow, ...]:
    def row(
        name: str, title: str, measure: str, target: float | None, written: float | None, **more: Any
    ) -> ScoreRow:
        period = more.pop("period", "all")
        bound = ("base", measure, {}, period, written) if written else ("base", measure, {}, period)
        return ScoreRow(
            id=f"s_{measure}",
            measure=measure,
            title=title,
            base=claim(name, f"{title}: {{base}}", bound),
            target=target,
            in_months=24,
            **more,
        )

    return (
        row("S01", "Customers kept over a year", "logo_retention", 0.85, 0.79, period="current", owner=CARE),
        row("S02", "Customers who order again", "repeat_rate", 0.78, 0.70, timing=Timing.LEADING, owner=CARE),
        row(
            "S03",
            "Share of orders sent back",
            "refund_rate",
            0.03,
            0.038,
            timing=Timing.LEADING,
            owner=SALES,
            signed_on=dt.date(2024, 12, 3),
        ),
        row("S04", "Contribution left of revenue", "contribution_rate", 0.3, 0.25),
        row("S05", "Customers served at a loss", "unprofitable_customers", 500, 900),
        row("S06", "Revenue of the year", "revenue", None, None, period="current"),
    )


def _groups() -> tuple[CustomerGroup, ...]:
    walkers = CustomerGroup(
        id="walkers",
        name="Weekend walkers",
        segment={"tier": "gold"},
        tag="walk",
        attributes=("two walks a month or more",),
        share_now=claim(
            "G01",
            "{n|customer brings|customers bring} {money}",
            ("n", "customers", {"tier": "gold"}),
            ("money", "revenue", {"tier": "gold"}),
        ),
        share_targeted=TargetShare(
            value=0.4, in_months=24, basis="If one in ten of the silver tier walks more"
        ),
        needs=(
            propose("g1_need", "Feet that are fine on the second day"),
            gap("g1_gap", "How far they walk is not known.", "answers to the spring survey"),
        ),
        service_model=propose("g1_service", "A fitter who knows them by name", CARE),
        proposition=propose("g1_prop", "Fitted and mended for life"),
        intent=GroupIntent(
            intent=Intent.GROW,
            emphasised=True,
            reason=(
                claim(
                    "G02",
                    "Their lifetime value is {value} a customer",
                    ("value", "lifetime_value", {"tier": "gold"}),
                ),
            ),
            owner=SALES,
            signed_on=dt.date(2024, 12, 3),
        ),
        owner=SALES,
    )
    families = CustomerGroup(
        id="families", name="Families", intent=GroupIntent(intent=Intent.MAINTAIN, owner=CARE), owner=CARE
    )
    return walkers, families


@cache
def full_document() -> Document:
    """The strategy, every part of it filled by hand; one function has signed, one has declined."""
    signed = sign(_document(), "Sales", "Head of sales", dt.date(2024, 12, 3))
    return decline(signed, "Finance", "the cost of fitting is not in it")


def _document() -> Document:
    goal = Goal(
        id="goal1",
        statement=propose("goal1_said", "Walkers stay fine on the second day, and stay with us", CARE),
        leading=("repeat_rate", "refund_rate"),
        lagging=("logo_retention",),
        groups=("walkers",),
        rests_on=("J05",),
        outcome="outcome1",
        scores={"customer_value": 6, "effort": 4},
        owner=CARE,
    )
    start = Initiative(
        id="init1",
        statement=propose("init1_said", "Call every new buyer after the first walk", CARE),
        goal="goal1",
        groups=("walkers",),
        stages=(Stage.ONBOARDING,),
        effort_days=120,
        cost=60_000,
        starts_in_months=1,
        runs_months=12,
        owner=CARE,
    )
    objective = Objective(
        id="okr1",
        statement=propose("okr1_said", "Every first walk is followed by a word from us", CARE),
        goal="goal1",
        team="Care",
        key_results=(
            KeyResult(
                id="kr1",
                measure="repeat_rate",
                base=claim("K01", "{base} order again", ("base", "repeat_rate")),
                target=0.78,
                in_months=12,
                benchmark="none that can be checked",
            ),
        ),
    )
    return Document(
        schema_version=2,
        company="Ridgeway Outfitters",
        currency="EUR",
        as_of=dt.date(2024, 12, 30),
        revision=4,
        horizon=Horizon(months=24, starts_on=dt.date(2024, 7, 1)),
        sponsor=Owner(role="chief executive", name="Chief executive"),
        accountable=CARE,
        sign_offs=(SignOff(function="Sales"), SignOff(function="Care"), SignOff(function="Finance")),
        foundation=Foundation(
            purpose=propose("f_purpose", "So that a weekend outdoors is not cut short by gear"),
            values=(propose("f_v1", "We mend before we sell"),),
        ),
        groups=_groups(),
        goals=(goal,),
        initiatives=(start,),
        objectives=(objective,),
        scorecard=_scorecard(),
        profiles=_profiles(),
        propositions=_propositions(),
        tiers=(
            TierPolicy(
                id="tier_gold",
                tier=Tier.GOLD,
                size=0.2,
                position=claim("T01", "Gold brings {money}", ("money", "revenue", {"tier": "gold"})),
                service_model=propose("t_gold", "Known by name in their shop"),
                entitlement=gap(
                    "t_gold_e", "What gold may count on is not written.", "a decision on service"
                ),
            ),
        ),
        lifecycle=(
            StagePlan(
                id="life_risk",
                stage=Stage.AT_RISK,
                criteria="No order for 41 days",
                position=claim(
                    "L01",
                    "{n|customer stands|customers stand} there",
                    ("n", "customers", {"stage": "at risk"}),
                ),
                friction=propose("life_fr", "Nobody asks"),
                intervention=propose("life_in", "A call by the shop", CARE),
                owner=CARE,
            ),
        ),
        transitions=(
            Transition(
                id="tr1",
                leaves=Stage.ADOPTION,
                enters=Stage.AT_RISK,
                metric="logo_retention",
                position=claim("R01", "{rate} stay over a year", ("rate", "logo_retention", {}, "current")),
                owner=CARE,
            ),
        ),
        assumptions=(
            Assumption(
                id="as1",
                statement=propose("as1_said", "Walkers do not mind the price of mending"),
                measure="repeat_rate",
                threshold=0.65,
                direction="at least",
                in_months=12,
                kill_criterion="Free mending is stopped",
                owner=CARE,
            ),
        ),
        decisions=(
            Decision(
                id="d1",
                question=propose("d1_said", "Do shops stop selling to hunters of bargains?"),
                options=("from March on", "not before next winter"),
                rests_on=("L4",),
                owner=SALES,
                by=dt.date(2025, 2, 3),
            ),
        ),
        outcomes=(
            CustomerOutcome(
                id="outcome1",
                statement=propose("out1", "I am fine on the second day"),
                measure="repeat_rate",
                plans=(
                    FunctionPlan(
                        id="fp1", function="Shops", contribution="Fit every pair by hand", owner=CARE
                    ),
                ),
            ),
        ),
        journey_maps=(_journey(),),
        channel_charters=_charters(),
        briefs=(_brief(),),
        message_maps=(_messages(),),
        experiments=_experiments(),
        empathy_maps=(
            EmpathyMap(
                id="emp",
                group="walkers",
                stage=Stage.AT_RISK,
                says=(propose("emp1", "Nobody asked"),),
                pains=(gap("emp2", "Pains at this stage are not asked for.", "calls to leavers"),),
            ),
        ),
        service_standards=(
            ServiceStandard(
                id="std1",
                name="First answer",
                measure="first_response_hours",
                promise=4,
                attained=gap("std1_gap", "Hours to the first answer are not read.", "a table of tickets"),
                escalation="To the shop's manager after a day",
                owner=CARE,
            ),
        ),
        research=(
            Research(
                id="res1",
                kind=ResearchKind.INTERVIEW,
                title="Why walkers leave",
                group="walkers",
                goal="Reasons in their words",
                questions=(Question(id="q1", asks="How did your last walk go?"),),
                n=12,
                on=dt.date(2024, 11, 5),
                learned=(propose("res1_l", "Nobody asks after the first walk"),),
            ),
        ),
        notes=(
            Note(
                id="note1",
                kind=NoteKind.COMPETITOR,
                title="A web shop with free returns",
                statement=propose("note1_said", "Sells below our cost until spring"),
                source="its price list",
                on=dt.date(2024, 11, 2),
            ),
        ),
        audit=(
            AuditedInitiative(
                id="aud1",
                name="Spring coupon",
                function="Marketing",
                cost=90_000,
                effects=(
                    MeasuredEffect(
                        id="aud1_e",
                        on="retention",
                        comparison=Comparison.NONE,
                        effect=gap("aud1_gap", "Its effect is not known.", "a group that gets no coupon"),
                    ),
                ),
                verdict=Verdict.STOP,
                because="Brings bargain hunters",
                owner=SALES,
            ),
        ),
        raci=(
            Raci(
                id="raci1",
                on="init1",
                accountable=CARE,
                responsible=("shops",),
                consulted=("sales",),
                informed=("finance",),
            ),
        ),
        interlocks=(
            Interlock(
                id="lock1",
                gives="Shops",
                takes="Care",
                what="Names of new buyers",
                when="every evening",
                initiative="init1",
                breaks_if="Calls come too late",
            ),
        ),
        reviews=(
            Review(
                id="monthly1",
                kind=ReviewKind.MONTHLY,
                on=dt.date(2024, 12, 5),
                present=("Sales", "Care"),
                minutes=("The call after the first walk works",),
                decided=("Calls go to every new buyer",),
                stop=("Coupons in spring",),
                start=("Calls on weekday evenings",),
                go_on=("Fitting by hand",),
                actions=(
                    Action(id="act1", text="Write the call guide", owner=CARE, by=dt.date(2025, 1, 10)),
                ),
            ),
        ),
    )


def full(paper: str = "a4", group: str = "") -> Given:
    """Everything that a page is given."""
    snapshot, document = full_snapshot(), full_document()
    return Given(snapshot, document, evaluate(document, snapshot), paper=paper, group=group)
