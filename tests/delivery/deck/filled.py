"""A strategy in which every part is filled in by somebody, made from the draft of a company."""

from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.material import Material
from custrata.evidence.check import evaluate
from custrata.strategy.document import Document
from custrata.strategy.parts.foundation.business import BusinessContext, RevenueKind, RevenueTarget
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.lifecycle import Stage
from custrata.strategy.parts.offering.proposition import Promise, Proof, ProofKind, Proposition
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.papers.profile import Profile, Sign
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.responsibility import Interlock, Raci
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.parts.steering.maturity import Dimension, MaturityAnswer
from custrata.strategy.parts.steering.scoring import Scored, Scoring
from custrata.strategy.prioritise.dimension import dimensions_of

SALES = Owner(role="head of sales")


def filled(document: Document) -> Document:
    """The document with targets, promises, profile, journey, scores, duties and answers."""
    dimensions = [d.id for d in dimensions_of(Scoring(), Scored.INITIATIVES)]
    return document.model_copy(
        update={
            "business": BusinessContext(revenue_targets=_targets()),
            "propositions": (_proposition(document),),
            "profiles": (_profile(document),),
            "journey_maps": (_journey(document),),
            "goals": document.goals or (Goal(id="keep", statement=_says("keep-says", "Customers stay.")),),
            "initiatives": tuple(_initiative(document, n, dimensions) for n in range(5)),
            "scoring": Scoring(capacity_days=60),
            "raci": (Raci(id="who", on="do1", accountable=SALES, responsible=("marketing",)),),
            "interlocks": (Interlock(id="lock", gives="sales", takes="marketing", what="a list of visits"),),
            "service_standards": (
                ServiceStandard(
                    id="answer", name="first answer", promise=4.0, owner=SALES, authority="a refund"
                ),
            ),
            "maturity": tuple(
                MaturityAnswer(id=f"m{n}", dimension=d, level=2, wanted=4) for n, d in enumerate(Dimension)
            ),
        }
    )


def moved_on(document: Document) -> Document:
    """The same strategy as if it had been written when its measures stood a tenth lower."""
    rows = []
    for row in document.scorecard:
        figures = tuple(f.model_copy(update={"value": (f.value or 0) * 0.9}) for f in row.base.figures)
        rows.append(row.model_copy(update={"base": row.base.model_copy(update={"figures": figures})}))
    return document.model_copy(update={"scorecard": tuple(rows)})


def not_examined(found: Material) -> Material:
    """The same company as if it had too few customers for an exam of models of buying."""
    manifest = found.snapshot.manifest
    refused = "No exam of models of buying: there are 24 customers up to 2024-08-31, fewer than 50."
    rules = {**manifest.rules, "exam": (refused,)}
    snapshot = replace(found.snapshot, manifest=replace(manifest, rules=rules))
    return Material(snapshot, found.document, found.evidence)


def _says(name: str, text: str) -> Proposal:
    return Proposal(id=name, text=text, owner=SALES)


def _targets() -> tuple[RevenueTarget, ...]:
    amounts = (
        (RevenueKind.RETENTION, 500_000.0),
        (RevenueKind.UPSELL, 120_000.0),
        (RevenueKind.CROSS_SELL, 60_000.0),
        (RevenueKind.NEW, 200_000.0),
    )
    return tuple(
        RevenueTarget(id=f"target-{k.name.lower()}", kind=k, amount=a, team="sales", owner=SALES)
        for k, a in amounts
    )


def _counted(name: str, text: str) -> Claim:
    bound = Figure(name="n", measure="customers", value=1.0, unit="customers", tolerance=1e9)
    return Claim(id=name, text=text, figures=(bound,))


def _proposition(document: Document) -> Proposition:
    proof = Proof(id="proof", kind=ProofKind.MEASURE, statement=_counted("PX1", "{n} customers came to us."))
    first = Promise(
        id="p1", statement=_says("p1-says", "You get an answer on the same day."), proofs=(proof,)
    )
    second = Promise(id="p2", statement=_says("p2-says", "You pay the same price as your neighbour."))
    group = document.groups[0].id if document.groups else ""
    return Proposition(id="offer", group=group, for_whom="shops", promises=(first, second), owner=SALES)


def _profile(document: Document) -> Profile:
    good = Sign(
        id="s1", statement=_counted("PX2", "{n} customers buy in two categories in their first quarter.")
    )
    bad = Sign(id="s2", statement=_counted("PX3", "{n} customers came for a discount."), red_flag=True)
    says = _says("profile-says", "Shops that restock every month and order by themselves.")
    return Profile(id="win", statement=says, signs=(good, bad), owner=SALES)


def _journey(document: Document) -> JourneyMap:
    stages = tuple(
        JourneyStage(
            id=f"j{n}",
            stage=stage,
            position=_counted(f"PJ{n}", "{n} customers stand before it."),
            friction_from_data=_counted(f"PF{n}", "{n} customers wait for longer than a month.")
            if n == 0
            else Gap(id=f"g{n}", text="Not known.", waits_for="tickets by stage"),
            friction_from_people=(_says(f"f{n}", "Nobody calls back."),),
            owner=SALES,
        )
        for n, stage in enumerate(list(Stage)[:4])
    )
    return JourneyMap(id="journey", stages=stages, worst=list(Stage)[1])


def _initiative(document: Document, number: int, dimensions: list[str]) -> Initiative:
    goal = document.goals[0].id if document.goals else "keep"
    scores = tuple((d, 1 + (number * 2 + place) % 7) for place, d in enumerate(dimensions))
    names = ("Call first", "One price list", "Two categories", "Fewer returns", "A club")
    return Initiative(
        id=f"do{number}",
        statement=_says(f"do{number}-says", names[number]),
        goal=goal,
        scores=scores,
        effort_days=20.0,
        owner=SALES,
    )


def whole(material: Material) -> Material:
    """The material with its strategy filled."""
    whole = filled(material.document)
    return replace(material, document=whole, evidence=evaluate(whole, material.snapshot))
