from __future__ import annotations

from tests.strategies import (
    PERSON,
    claim,
    findings,
    places,
    proposal,
    strategy,
)
from tests.told import TODAY, Told, known

from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.kr101_key_result_without_base_or_date import PITFALL


def objective(owner: Owner = PERSON, **fields: object):
    result = KeyResult(**{"id": "k", "measure": "csat", **fields})
    return strategy(objectives=(Objective(id="o", statement=proposal(), key_results=(result,), owner=owner),))


READ = Told().add("csat", 0.7)


def test_what_is_missing_is_named_in_one_finding():
    (found,) = findings(PITFALL, objective(), known(READ))
    assert found.place == "objectives[o].key_results[k]"
    assert found.message == "It has no base and no target and no date."


def test_a_whole_key_result_and_a_draft_are_silent():
    assert places(PITFALL, objective(base=claim(), target=0.8, in_months=12), known(READ)) == []
    assert places(PITFALL, objective(base=claim(), target=0.8, on=TODAY), known(READ)) == []
    assert places(PITFALL, objective(Owner(role="head of service")), known(READ)) == []


def test_where_nothing_is_set_and_the_data_tell_nothing_it_is_open():
    assert places(PITFALL, objective()) == []
    assert places(PITFALL, objective(), known(Told())) == []


def test_a_base_is_asked_for_only_where_it_can_be_read():
    aimed = {"target": 0.8, "in_months": 12}
    assert len(places(PITFALL, objective(**aimed))) == 1
    assert places(PITFALL, objective(**aimed), known(Told())) == []
    assert places(PITFALL, objective(**aimed), known(measures=("revenue",))) == []
    assert places(PITFALL, objective(**aimed, measure="activation_rate")) == []


def test_a_target_without_a_date_is_never_late():
    (found,) = findings(PITFALL, objective(base=claim(), target=0.8))
    assert found.message == "It has no date."
