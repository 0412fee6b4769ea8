from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    goal,
    group,
    initiative,
    places,
    proposal,
    proposition,
    strategy,
)

from custrata.strategy.parts.offering.capability import Capability
from custrata.strategy.parts.papers.message_map import Message, MessageMap
from custrata.strategy.parts.papers.research import Research, ResearchKind
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.parts.steering.governance import InsightSource, Voice
from custrata.strategy.parts.steering.objective import Incentive, Objective
from custrata.strategy.pitfalls.id101_points_nowhere import PITFALL


def test_an_initiative_whose_goal_is_gone_is_found_and_named():
    doc = strategy(goals=(goal("stay"),), initiatives=(initiative("call", goal="grow"),))
    assert places(PITFALL, doc) == ["initiatives[call]"]
    assert "'grow' in `goal`" in findings(PITFALL, doc)[0].message


def test_pointers_of_every_kind_of_part_are_looked_at():
    doc = strategy(
        goals=(goal("stay", rests_on=("E99",), outcome="calm", groups=("lost",)),),
        capabilities=(Capability(id="answer", name="answer in a day", needed_for=("nothing",)),),
        propositions=(proposition("value", group="lost"),),
        objectives=(Objective(id="o", statement=proposal(), goal="none"),),
        incentives=(Incentive(id="pay", team="sales", statement=proposal(), serves=("none",)),),
        message_maps=(
            MessageMap(id="m", messages=(Message(id="m1", statement=proposal(), promise="none"),)),
        ),
        experiments=(Experiment(id="x", hypothesis=proposal(), assumption="none", initiative="none"),),
        raci=(Raci(id="r", on="none", accountable=PERSON),),
    )
    assert places(PITFALL, doc) == [
        *["goals[stay]"] * 3,
        "propositions[value]",
        "capabilities[answer]",
        "objectives[o]",
        "incentives[pay]",
        "message_maps[m].messages[m1]",
        *["experiments[x]"] * 2,
        "raci[r]",
    ]


def test_pointers_that_lead_to_a_part_are_silent():
    doc = strategy(
        groups=(group("gold"),),
        goals=(goal("stay", groups=("gold",)),),
        initiatives=(initiative("call", groups=("gold",)),),
        incentives=(Incentive(id="pay", team="sales", statement=proposal(), serves=("stay", "gold")),),
        raci=(
            Raci(id="r1", on="call", accountable=PERSON),
            Raci(id="r2", on="onboarding", accountable=PERSON),
        ),
        insight_sources=(
            InsightSource(id="i", voice=Voice.CUSTOMER, method="calls", feeds=("customer_context", "goals")),
        ),
    )
    assert places(PITFALL, doc) == []


def test_an_empty_pointer_and_a_sentence_in_a_field_of_the_same_name_are_silent():
    asked = Research(id="talks", kind=ResearchKind.INTERVIEW, title="Why they leave", goal="Learn why.")
    assert places(PITFALL, strategy(research=(asked,), propositions=(proposition("value"),))) == []
