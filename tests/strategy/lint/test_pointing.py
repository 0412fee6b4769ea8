from __future__ import annotations

from tests.strategies import PERSON, goal, group, initiative, strategy

from custrata.strategy.lint.pointing import known_ids, pointed_at
from custrata.strategy.parts.papers.audit import MeasuredEffect
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.parts.statement import Gap


def test_ids_are_known_by_the_kind_of_their_part():
    ids = known_ids(
        strategy(goals=(goal("stay"),), groups=(group("gold"),), initiatives=(initiative("call"),))
    )
    assert ids["goal"] == {"stay"}
    assert ids["group"] == {"gold"}
    assert {"stay", "gold", "call", "customer_context", "goals"} <= ids["any"]


def test_a_pointer_is_told_with_what_it_may_name():
    assert list(pointed_at(initiative("call", goal="stay", groups=("gold",)))) == [
        ("goal", "stay", ("goal",)),
        ("groups", "gold", ("group", "tier")),
    ]


def test_the_same_word_is_a_pointer_in_one_part_and_none_in_another():
    effect = MeasuredEffect(id="e", on="renewal", effect=Gap(id="G1", text="Open.", waits_for="data"))
    assert [name for _, name, _ in pointed_at(Raci(id="r", on="call", accountable=PERSON))] == ["call"]
    assert list(pointed_at(effect)) == []
    assert list(pointed_at(ServiceStandard(id="s", name="first answer", promise=4.0))) == []
